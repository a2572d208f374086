import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../playground/src');
const sources = readdirSync(root, { encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));

it('takes nothing of the server into the page but its reader of events', () => {
  const imported = sources.flatMap(({ text }) =>
    [...text.matchAll(/\bfrom '(?<name>[^']+)'/g)].map(({ groups }) => groups?.['name'] ?? ''),
  );
  const outside = imported.filter((name) => !name.startsWith('./'));
  expect(new Set(outside)).toEqual(
    new Set(['../../src/client/sse-reader.ts', 'marked', 'preact', 'preact/hooks', 'uplot']),
  );
});

it('makes no markup of text, no inline handler and no code of text in the page', () => {
  const risky =
    /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/;
  expect(sources.length).toBeGreaterThan(30);
  expect(sources.filter(({ text }) => risky.test(text)).map(({ name }) => name)).toEqual([]);
});
