/** Sketches of programs in compiled languages; the names in them stand for those of the task. */
export const compiledSketches: ReadonlyMap<string, string> = new Map([
  [
    'java',
    `import java.util.ArrayList;
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
}`,
  ],
  [
    'kotlin',
    `fun camelName(items: List<String>): List<String> =
    items.map { it.trim() }
        .filter { it.isNotEmpty() }
        .distinct()

fun main() {
    println(camelName(listOf(" first ", "second", "", "first")))
}`,
  ],
  [
    'swift',
    `import Foundation

func camelName(_ items: [String]) -> [String] {
    var seen = Set<String>()
    return items
        .map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { !$0.isEmpty && seen.insert($0).inserted }
}

print(camelName([" first ", "second", "", "first"]))`,
  ],
  [
    'csharp',
    `using System;
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
}`,
  ],
  [
    'c',
    `#include <stdio.h>
#include <string.h>

/* Keeps the items that are not empty and returns how many there are; put your own rule here. */
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
}`,
  ],
  [
    'cpp',
    `#include <iostream>
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
}`,
  ],
  [
    'go',
    `package main

import (
	"fmt"
	"strings"
)

// camelName cleans the items, drops blanks and doubles; put your own rule here.
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
}`,
  ],
  [
    'rust',
    `use std::collections::HashSet;

/// A first version: cleans the items, drops blanks and doubles; put your own rule here.
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
}`,
  ],
]);
