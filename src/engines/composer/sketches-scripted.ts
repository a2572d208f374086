/** Sketches of programs in scripting languages, and of the languages of the web and of databases; the names in them stand for those of the task. */
export const scriptedSketches: ReadonlyMap<string, string> = new Map([
  [
    'python',
    `from collections.abc import Iterable


def snake_name(items: Iterable[str]) -> list[str]:
    """Clean the items, drop blanks and doubles; put your own rule here."""
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
    print(snake_name([" first ", "second", "", "first"]))  # ['first', 'second']`,
  ],
  [
    'javascript',
    `/** A first version: cleans the items, drops blanks and doubles; put your own rule here. */
function camelName(items) {
  const results = new Set();
  for (const item of items) {
    const value = String(item).trim();
    if (value !== '') results.add(value);
  }
  return [...results];
}

console.log(camelName([' first ', 'second', '', 'first'])); // [ 'first', 'second' ]`,
  ],
  [
    'typescript',
    `/** A first version: cleans the items, drops blanks and doubles; put your own rule here. */
export function camelName(items: Iterable<string>): string[] {
  const results = new Set<string>();
  for (const item of items) {
    const value = item.trim();
    if (value !== '') results.add(value);
  }
  return [...results];
}

console.log(camelName([' first ', 'second', '', 'first'])); // [ 'first', 'second' ]`,
  ],
  [
    'jsx',
    `import { useState } from 'react';

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
}`,
  ],
  [
    'ruby',
    `# A first version: cleans the items, drops blanks and doubles; put your own rule here.
def snake_name(items)
  items.map(&:strip).reject(&:empty?).uniq
end

p snake_name([" first ", "second", "", "first"])`,
  ],
  [
    'php',
    `<?php

declare(strict_types=1);

/** A first version: cleans the items, drops blanks and doubles; put your own rule here. */
function camelName(array $items): array
{
    $values = array_filter(array_map('trim', $items), fn (string $value): bool => $value !== '');

    return array_values(array_unique($values));
}

print_r(camelName([' first ', 'second', '', 'first']));`,
  ],
  [
    'bash',
    `#!/usr/bin/env bash
set -euo pipefail

# A first version: goes through the lines of a file once; put your own rule here.
snake_name() {
  local file=$1
  if [[ ! -r $file ]]; then
    echo "cannot read: $file" >&2
    return 1
  fi
  awk 'NF && !seen[$0]++' "$file"
}

snake_name "\${1:?usage: $0 FILE}"`,
  ],
  [
    'sql',
    `-- plain name: the latest rows first, with a count for each group
SELECT category,
       COUNT(*) AS entries,
       MAX(created_at) AS latest
FROM snake_name
WHERE created_at >= '2024-01-01'
GROUP BY category
HAVING COUNT(*) > 1
ORDER BY latest DESC
LIMIT 20;`,
  ],
  [
    'html',
    `<!doctype html>
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
</html>`,
  ],
  [
    'css',
    `.kebab-name {
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
}`,
  ],
]);
