import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { FileProblem } from './failures.ts';

const fileName = 'understudy.db';

// Whatever is shorter than the smallest page counts as empty to SQLite: it would be overwritten.
const smallestPage = 512;

/** Opens the database file of a folder, and makes both where they are not there; nobody else may read them. */
export function openFile(folder: string): DatabaseSync {
  makeFolder(resolve(folder));
  const file = join(folder, fileName);
  const size = existsSync(file) ? statSync(file).size : 0;
  if (size > 0 && size < smallestPage)
    throw new FileProblem(`its file ${fileName} is no database. Move the file away.`);
  // The file is opened by SQLite alone: closing it once more would give up the locks that this process holds on it.
  const sqlite = new DatabaseSync(file);
  if (size === 0) chmodSync(file, 0o600);
  return sqlite;
}

/** Tells the file of a folder from one that comes in its place: undefined where there is none. */
export function identifyFile(folder: string): bigint | undefined {
  return statSync(join(folder, fileName), { bigint: true, throwIfNoEntry: false })?.ino;
}

// Node's own way to make folders within folders never comes back from some places, /proc for one.
function makeFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  const parent = dirname(folder);
  if (!existsSync(parent)) makeFolder(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it just now.
    if (!existsSync(folder) || !statSync(folder).isDirectory()) throw error;
  }
}
