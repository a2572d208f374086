import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './pages.ts';

// The Node of a reader's machine may be too old for TypeScript: that of the project has `npx` before it, or its folder.
const bare = /(?<![\w/.-]|npx )node(?: --[\w-]+(?:=\S+)?)* [\w./-]+\.m?ts\b/g;

function list(...patterns: readonly string[]): readonly string[] {
  const names = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...patterns], {
    cwd: root,
    encoding: 'utf8',
  });
  return names.trim().split('\n');
}

function findBare(path: string): readonly string[] {
  const text = readFileSync(join(root, path), 'utf8');
  return text
    .split('\n')
    .flatMap((line, index) => [...line.matchAll(bare)].map(([found]) => `${path}:${index + 1}: ${found}`));
}

describe('what is run with node', () => {
  it('has the Node of the project in all pages', () => {
    const pages = list('*.md');
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.flatMap(findBare)).toEqual([]);
  });

  it('has it in the comments of whatever people start by hand', () => {
    const sources = list('bench/*.ts', 'docs/*.ts', 'examples/*.ts', 'models/*.ts');
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.flatMap(findBare)).toEqual([]);
  });

  it.each([
    ['node bench/threads.ts --seconds 2', 1],
    ['`node --max-semi-space-size=32 src/cli/main.ts`', 1],
    ['npm ci && node a.mts', 1],
    ['npx node bench/threads.ts', 0],
    ['node_modules/.bin/node --max-semi-space-size=32 src/cli/main.ts', 0],
    ['node examples/openai/javascript.mjs', 0],
  ])('is judged: %s', (text, count) => {
    expect([...text.matchAll(bare)]).toHaveLength(count);
  });
});
