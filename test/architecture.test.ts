import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../src');

// A folder may import itself and what stands here; files beside the folders may import everything.
const arrows: Readonly<Record<string, readonly string[]>> = {
  core: [],
  engines: ['core', 'weights'],
  pacers: ['core'],
  dialects: ['core'],
  models: ['core'],
  generation: ['core'],
  http: ['core'],
  observers: ['core'],
  stores: ['core', 'redis'],
  'token-logs': ['core', 'redis'],
  'job-queues': ['core', 'redis'],
  redis: ['core'],
  client: ['core'],
  weights: ['core'],
  documents: ['core'],
  cli: [
    'client',
    'core',
    'models',
    'observers',
    'weights',
    'app.ts',
    'default-engine.ts',
    'distribution.ts',
    'queue-operations.ts',
    'listeners.ts',
    'local-model.ts',
    'redis',
    'settings.ts',
    'sources.ts',
    'version.ts',
    'worker.ts',
  ],
};

const topLevel = new Set([
  'app.ts',
  'distribution-redis.ts',
  'default-engine.ts',
  'distribution-settings.ts',
  'distribution.ts',
  'index.ts',
  'listeners.ts',
  'local-model.ts',
  'makers.ts',
  'open-store.ts',
  'parts.ts',
  'queue-figures.ts',
  'queue-operations.ts',
  'settings.ts',
  'sources.ts',
  'version.ts',
  'worker.ts',
]);

const onlyCore = [
  'Date.now',
  'performance.now',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'Math.random',
  'new Date()',
];

interface SourceFile {
  /** Relative to src/, with slashes. */
  readonly path: string;
  /** The folder of src/ that it lies in, or its own name where it lies in none. */
  readonly part: string;
  readonly text: string;
  /** The text without comments and without what stands in quotes. */
  readonly bare: string;
}

const sources: readonly SourceFile[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => {
    const path = name.split(sep).join('/');
    const text = readFileSync(join(root, name), 'utf8');
    return { path, part: path.split('/', 1)[0] ?? path, text, bare: strip(text) };
  });

// Example programs that an engine says are no code of ours; what a template computes is.
function strip(text: string): string {
  const noise = /\/\*[^]*?\*\/|\/\/.*|`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g;
  return text.replace(noise, (found) =>
    found.startsWith('`') ? (found.match(/\$\{[^}]*\}/g) ?? []).join(' ') : ' ',
  );
}

function importsOf({ path, text }: SourceFile): readonly string[] {
  const specifiers = [
    ...text.matchAll(/^(?:import|export)\b[^;'"]*?\bfrom\s*['"](?<name>[^'"]+)['"]/gm),
    ...text.matchAll(/\bimport\s*\(?\s*['"](?<name>[^'"]+)['"]/g),
  ].map((match) => match.groups?.['name'] ?? '');
  return specifiers
    .filter((name) => name.startsWith('.'))
    .map((name) =>
      relative(root, resolve(root, dirname(path), name))
        .split(sep)
        .join('/'),
    );
}

function uses(bare: string, name: string): boolean {
  const words = name.replace(/[.()]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\w.])${words}${name.endsWith(')') ? '' : String.raw`\b`}`).test(bare);
}

describe('the sources', () => {
  it('are read by this test', () => {
    expect(sources.length).toBeGreaterThan(40);
    expect(sources.flatMap((file) => importsOf(file)).length).toBeGreaterThan(100);
  });

  it('lie in the folders and files of the table', () => {
    const parts = new Set(sources.map(({ part }) => part));
    expect([...parts].filter((part) => !(part in arrows) && !topLevel.has(part))).toEqual([]);
  });

  it('import along the arrows of the table alone', () => {
    const wrong = sources.flatMap((file) => {
      const allowed = arrows[file.part];
      if (allowed === undefined) return [];
      return importsOf(file)
        .filter(
          (path) => path.startsWith('..') || ![file.part, ...allowed].includes(path.split('/', 1)[0] ?? ''),
        )
        .map((path) => `${file.path} imports ${path}`);
    });
    expect(wrong).toEqual([]);
  });

  it('import files with their extension', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .filter((path) => !/\.(?:ts|json)$/.test(path))
        .map((path) => `${file.path} imports ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(onlyCore)('take %s from the core alone', (name) => {
    const users = sources.filter(({ part, bare }) => part !== 'core' && uses(bare, name));
    expect(users.map(({ path }) => path)).toEqual([]);
  });

  it('read the environment in the command line alone', () => {
    const readers = sources.filter(({ part, bare }) => part !== 'cli' && uses(bare, 'process.env'));
    expect(readers.map(({ path }) => path)).toEqual([]);
  });

  it('write to the console in the command line alone', () => {
    const writers = sources.filter(({ part, bare }) => part !== 'cli' && uses(bare, 'console'));
    expect(writers.map(({ path }) => path)).toEqual([]);
  });

  it('have at most 250 lines a file', () => {
    const long = sources.filter(({ text }) => text.trimEnd().split('\n').length > 250);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('have no barrels: only the list of a family and the package itself are called index', () => {
    const barrels = sources.filter(
      ({ path, text }) => path.endsWith('/index.ts') && /^export .*\bfrom\b/m.test(text),
    );
    expect(barrels.map(({ path }) => path)).toEqual([]);
  });
});
