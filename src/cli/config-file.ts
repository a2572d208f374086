import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { misuse, readCode } from './failure.ts';

/** What a configuration file says. */
export interface ConfigFile {
  /** The file as messages name it. */
  readonly name: string;
  readonly content: Readonly<Record<string, unknown>>;
}

const usualNames = ['understudy.config.json', 'understudy.config.yaml', 'understudy.config.yml'];

/** The configuration file that was asked for, else the one of the folder, if any. */
export async function readConfigFile(
  folder: string,
  asked: string | undefined,
): Promise<ConfigFile | undefined> {
  const name = asked ?? findUsual(folder);
  if (name === undefined) return undefined;
  const path = resolve(folder, name);
  const text = readIfPresent(path, name);
  if (text === undefined) throw misuse(`The file ${name} given with --config does not exist.`);
  const content = readContent(name, await parse(name, text));
  return { name, content: resolvePaths(content, dirname(path)) };
}

/** The text of a file, or nothing where there is no such file. */
export function readIfPresent(path: string, name: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const code = readCode(error);
    if (code === 'ENOENT') return undefined;
    if (code === 'EISDIR') throw misuse(`${name} is a folder, not a file.`);
    throw misuse(`${name} cannot be read (${code}).`);
  }
}

function findUsual(folder: string): string | undefined {
  const [first, second] = usualNames.filter((name) => existsSync(join(folder, name)));
  if (second !== undefined) {
    throw misuse(`Both ${first} and ${second} are here: keep one, or name one with --config.`);
  }
  return first;
}

async function parse(name: string, text: string): Promise<unknown> {
  try {
    if (name.endsWith('.json')) return JSON.parse(text);
    // Loaded only where a file needs it: most starts have none.
    const yaml = await import('yaml');
    return yaml.parse(text, { prettyErrors: true });
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw misuse(
      `${name} is not valid ${name.endsWith('.json') ? 'JSON' : 'YAML'}: ${reason.replace(/[:.]$/, '')}.`,
    );
  }
}

function readContent(name: string, content: unknown): Record<string, unknown> {
  // An empty file, or one of comments alone, says nothing.
  if (content === null || content === undefined) return {};
  if (typeof content !== 'object' || Array.isArray(content)) {
    throw misuse(`${name} must hold settings by name, as in 'port: 8080'.`);
  }
  const { $schema: _, ...settings } = { $schema: undefined, ...content };
  return settings;
}

// What a configuration file names lies beside it, wherever the server is started from.
function resolvePaths(content: Record<string, unknown>, folder: string): Record<string, unknown> {
  const entries = Object.entries(content).map(([key, value]) => [
    key,
    key.endsWith('File') && typeof value === 'string' ? resolve(folder, value) : value,
  ]);
  return Object.fromEntries(entries);
}
