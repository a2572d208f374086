import { findKnownProgram } from './known-programs.ts';
import type { Subject } from './subject.ts';
import { functionWords } from './word-classes.ts';

/** Source code in the language for what the subject names: a known program, or a sketch with fitting names. */
export function findProgram(language: string, subject: Subject, prompt: string): string {
  const known = findKnownProgram(language, prompt);
  if (known !== undefined) return known;
  const words = nameWords(subject);
  const sketch = sketches.get(language) ?? sketches.get('python');
  return (sketch ?? '')
    .replaceAll('snake_name', words.join('_'))
    .replaceAll('camelName', camel(words))
    .replaceAll('PascalName', pascal(words))
    .replaceAll('kebab-name', words.join('-'))
    .replaceAll('plain name', words.join(' '));
}

function nameWords(subject: Subject): string[] {
  const words = (subject.task ?? subject.topic)
    .normalize('NFD')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => /^[a-z]/.test(word) && !functionWords.has(word) && !/^(?:a|an|the|your|my|its|all|given|simple)$/.test(word));
  const short = words.slice(0, 3).map((word) => word.slice(0, 16));
  if (short.length === 0) return ['process', 'items'];
  // A name of one word could be a keyword of the language.
  return short.length === 1 ? [...(subject.task === undefined ? ['handle'] : []), ...short, ...(subject.task === undefined ? [] : ['items'])] : short;
}

function camel(words: readonly string[]): string {
  const name = pascal(words);
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

function pascal(words: readonly string[]): string {
  return words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('');
}

const sketches = new Map<string, string>([
  ['python', `from collections.abc import Iterable


def snake_name(items: Iterable[str]) -> list[str]:
    """Return the cleaned items in order, without blanks and doubles."""
    seen: set[str] = set()
    results: list[str] = []
    for item in items:
        value = item.strip()
        if not value or value in seen:
            continue
        seen.add(value)
        results.append(value)
    return results


if __name__ == "__main__":
    print(snake_name([" first ", "second", "", "first"]))  # ['first', 'second']`],
  ['javascript', `/** Returns the cleaned items in order, without blanks and doubles. */
function camelName(items) {
  const results = new Set();
  for (const item of items) {
    const value = String(item).trim();
    if (value !== '') results.add(value);
  }
  return [...results];
}

console.log(camelName([' first ', 'second', '', 'first'])); // [ 'first', 'second' ]`],
  ['typescript', `/** Returns the cleaned items in order, without blanks and doubles. */
export function camelName(items: Iterable<string>): string[] {
  const results = new Set<string>();
  for (const item of items) {
    const value = item.trim();
    if (value !== '') results.add(value);
  }
  return [...results];
}

console.log(camelName([' first ', 'second', '', 'first'])); // [ 'first', 'second' ]`],
  ['jsx', `import { useState } from 'react';

export function PascalName({ initialItems = [] }) {
  const [items, setItems] = useState(initialItems);
  const [draft, setDraft] = useState('');

  function addItem(event) {
    event.preventDefault();
    const value = draft.trim();
    if (value === '') return;
    setItems([...items, value]);
    setDraft('');
  }

  return (
    <form onSubmit={addItem}>
      <label>
        New entry
        <input value={draft} onChange={(event) => setDraft(event.target.value)} />
      </label>
      <button type="submit">Add</button>
      <ul>
        {items.map((item, index) => (
          <li key={index}>{item}</li>
        ))}
      </ul>
    </form>
  );
}`],
  ['java', `import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

public final class PascalName {
    public static List<String> camelName(List<String> items) {
        Set<String> results = new LinkedHashSet<>();
        for (String item : items) {
            String value = item.strip();
            if (!value.isEmpty()) {
                results.add(value);
            }
        }
        return new ArrayList<>(results);
    }

    public static void main(String[] args) {
        System.out.println(camelName(List.of(" first ", "second", "", "first")));
    }
}`],
  ['kotlin', `fun camelName(items: List<String>): List<String> =
    items.map { it.trim() }
        .filter { it.isNotEmpty() }
        .distinct()

fun main() {
    println(camelName(listOf(" first ", "second", "", "first")))
}`],
  ['swift', `import Foundation

func camelName(_ items: [String]) -> [String] {
    var seen = Set<String>()
    return items
        .map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { !$0.isEmpty && seen.insert($0).inserted }
}

print(camelName([" first ", "second", "", "first"]))`],
  ['csharp', `using System;
using System.Collections.Generic;
using System.Linq;

public static class Program
{
    public static List<string> PascalName(IEnumerable<string> items) =>
        items.Select(item => item.Trim())
            .Where(value => value.Length > 0)
            .Distinct()
            .ToList();

    public static void Main()
    {
        var results = PascalName(new[] { " first ", "second", "", "first" });
        Console.WriteLine(string.Join(", ", results));
    }
}`],
  ['c', `#include <stdio.h>
#include <string.h>

/* Copies the non-empty items in order and returns how many there are. */
static size_t snake_name(const char *items[], size_t count, const char *results[])
{
    size_t kept = 0;
    for (size_t index = 0; index < count; index++) {
        if (strlen(items[index]) > 0) {
            results[kept++] = items[index];
        }
    }
    return kept;
}

int main(void)
{
    const char *items[] = { "first", "", "second" };
    const char *results[3];
    size_t kept = snake_name(items, 3, results);
    for (size_t index = 0; index < kept; index++) {
        printf("%s\\n", results[index]);
    }
    return 0;
}`],
  ['cpp', `#include <iostream>
#include <set>
#include <string>
#include <vector>

std::vector<std::string> snake_name(const std::vector<std::string>& items)
{
    std::set<std::string> seen;
    std::vector<std::string> results;
    for (const auto& item : items) {
        if (!item.empty() && seen.insert(item).second) {
            results.push_back(item);
        }
    }
    return results;
}

int main()
{
    for (const auto& value : snake_name({"first", "second", "", "first"})) {
        std::cout << value << '\\n';
    }
}`],
  ['go', `package main

import (
	"fmt"
	"strings"
)

// camelName returns the cleaned items in order, without blanks and doubles.
func camelName(items []string) []string {
	seen := make(map[string]bool)
	var results []string
	for _, item := range items {
		value := strings.TrimSpace(item)
		if value == "" || seen[value] {
			continue
		}
		seen[value] = true
		results = append(results, value)
	}
	return results
}

func main() {
	fmt.Println(camelName([]string{" first ", "second", "", "first"}))
}`],
  ['rust', `use std::collections::HashSet;

/// Returns the cleaned items in order, without blanks and doubles.
fn snake_name(items: &[&str]) -> Vec<String> {
    let mut seen = HashSet::new();
    items
        .iter()
        .map(|item| item.trim().to_string())
        .filter(|value| !value.is_empty() && seen.insert(value.clone()))
        .collect()
}

fn main() {
    println!("{:?}", snake_name(&[" first ", "second", "", "first"]));
}`],
  ['ruby', `# Returns the cleaned items in order, without blanks and doubles.
def snake_name(items)
  items.map(&:strip).reject(&:empty?).uniq
end

p snake_name([" first ", "second", "", "first"])`],
  ['php', `<?php

declare(strict_types=1);

/** Returns the cleaned items in order, without blanks and doubles. */
function camelName(array $items): array
{
    $values = array_filter(array_map('trim', $items), fn (string $value): bool => $value !== '');

    return array_values(array_unique($values));
}

print_r(camelName([' first ', 'second', '', 'first']));`],
  ['bash', `#!/usr/bin/env bash
set -euo pipefail

# Prints the lines of a file in order, without blanks and doubles.
snake_name() {
  local file=$1
  if [[ ! -r $file ]]; then
    echo "cannot read: $file" >&2
    return 1
  fi
  awk 'NF && !seen[$0]++' "$file"
}

snake_name "\${1:?usage: $0 FILE}"`],
  ['sql', `-- plain name: the latest rows first, with a count for each group
SELECT category,
       COUNT(*) AS entries,
       MAX(created_at) AS latest
FROM snake_name
WHERE created_at >= '2024-01-01'
GROUP BY category
HAVING COUNT(*) > 1
ORDER BY latest DESC
LIMIT 20;`],
  ['html', `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>plain name</title>
  </head>
  <body>
    <main id="kebab-name">
      <h1>plain name</h1>
      <p>Replace this paragraph with your own text.</p>
      <form action="/submit" method="post">
        <label for="email">E-mail</label>
        <input id="email" name="email" type="email" required>
        <button type="submit">Send</button>
      </form>
    </main>
  </body>
</html>`],
  ['css', `.kebab-name {
  display: grid;
  place-items: center;
  gap: 1rem;
  min-height: 100vh;
  padding: 1.5rem;
  color: #222;
  background: #fafafa;
}

.kebab-name > * {
  max-width: 40rem;
}

@media (prefers-color-scheme: dark) {
  .kebab-name {
    color: #eee;
    background: #111;
  }
}`],
]);
