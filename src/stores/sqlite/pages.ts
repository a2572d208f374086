import type { DatabaseSync } from 'node:sqlite';
import { checkBytes } from '../room.ts';
import { readRow } from './rows.ts';

/** Knows how full the file is. */
export interface Pages {
  /** Throws where so many rows with so many bytes would not fit into the file. */
  check(rows: number, bytes: number): void;
}

// What a row takes beside its texts, in its table and in the indexes; and pages for the tables themselves.
const rowBytes = 64;
const spare = 8;

/** Bounds the file of a database to so many bytes. */
export function createPages(sqlite: DatabaseSync, maxBytes: number): Pages {
  const size = readRow(sqlite.prepare('PRAGMA page_size').get()).number('page_size');
  // SQLite's own bound loses the whole transaction: the check before it refuses a single operation.
  sqlite.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(maxBytes / size))}`);
  const used = sqlite.prepare(
    'SELECT page_count - freelist_count AS pages FROM pragma_page_count, pragma_freelist_count',
  );
  return {
    check: (rows, bytes) => {
      const pages = readRow(used.get()).number('pages') + spare;
      checkBytes(pages * size + rows * rowBytes + bytes, maxBytes);
    },
  };
}
