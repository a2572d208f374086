import type { DatabaseSync } from 'node:sqlite';
import type { StoreBounds } from '../bounds.ts';
import type { RecordName, RecordRow, RecordTables } from '../operations.ts';
import { checkRecords, measure } from '../room.ts';
import { fromKey, toKey } from '../keys.ts';
import type { Pages } from './pages.ts';
import { type RowReader, readRow } from './rows.ts';

/** Records in a database, within a transaction of the caller's. */
export function createRecordTables(sqlite: DatabaseSync, bounds: StoreBounds, pages: Pages): RecordTables {
  const statements = prepare(sqlite);

  function isKept({ kind, name }: RecordName): boolean {
    return statements.seek.get(toKey(kind), toKey(name)) !== undefined;
  }

  function put({ kind, name, value, bytes }: RecordRow, isNew: boolean): void {
    if (isNew) checkRecords(readRow(statements.total.get()).number('records'), bounds);
    const keys = [toKey(kind), toKey(name)] as const;
    pages.check(1, measure([...keys, ...keys, value]) + (bytes?.length ?? 0));
    statements.put.run(...keys, value, bytes ?? null);
  }

  return {
    createRecord: (row) => {
      const isNew = !isKept(row);
      if (isNew) put(row, isNew);
      return isNew;
    },
    putRecord: (row) => put(row, !isKept(row)),
    readRecord: ({ kind, name }) => {
      const row = statements.find.get(toKey(kind), toKey(name));
      return row === undefined ? undefined : readRecord(readRow(row));
    },
    listRecords: (kind) => statements.list.all(toKey(kind)).map((row) => readRecord(readRow(row))),
    deleteRecord: ({ kind, name }) => Number(statements.delete.run(toKey(kind), toKey(name)).changes) > 0,
    clearRecords: (kind) => {
      statements.clear.run(toKey(kind));
    },
  };
}

function prepare(sqlite: DatabaseSync) {
  return {
    seek: sqlite.prepare('SELECT 1 FROM records WHERE kind = ? AND name = ?'),
    find: sqlite.prepare('SELECT kind, name, value, bytes FROM records WHERE kind = ? AND name = ?'),
    list: sqlite.prepare('SELECT kind, name, value FROM records WHERE kind = ? ORDER BY sequence'),
    total: sqlite.prepare('SELECT records FROM totals'),
    // Updated where it is, so that it keeps its place in the list.
    put: sqlite.prepare(
      `INSERT INTO records (kind, name, value, bytes) VALUES (?, ?, ?, ?)
      ON CONFLICT (kind, name) DO UPDATE SET value = excluded.value, bytes = excluded.bytes`,
    ),
    delete: sqlite.prepare('DELETE FROM records WHERE kind = ? AND name = ?'),
    clear: sqlite.prepare('DELETE FROM records WHERE kind = ?'),
  };
}

function readRecord({ text, bytes }: RowReader): RecordRow {
  const content = bytes('bytes');
  return {
    kind: fromKey(text('kind')),
    name: fromKey(text('name')),
    value: text('value'),
    ...(content === undefined ? {} : { bytes: content }),
  };
}
