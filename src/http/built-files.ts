import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

/** One file of a page, as it is sent. */
export interface BuiltFile {
  readonly type: string;
  readonly etag: string;
  readonly text: string;
}

/** Files by their path within the folder, with slashes. */
export type BuiltFiles = ReadonlyMap<string, BuiltFile>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Reads a folder whole, so that no caller's path is ever looked for on the disk; empty where there is no such folder. */
export function readBuiltFiles(folder: string): BuiltFiles {
  return new Map(listFiles(folder).flatMap((name) => readBuiltFile(folder, name)));
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

// What has no type of these is no file of a page: a folder, or something that lies beside.
function readBuiltFile(folder: string, name: string): [string, BuiltFile][] {
  const type = types[extname(name)];
  if (type === undefined) return [];
  const text = readFileSync(join(folder, name), 'utf8');
  const hash = createHash('sha256').update(text).digest('base64url');
  return [[name.split(sep).join('/'), { type, text, etag: `"${hash.slice(0, 22)}"` }]];
}
