import type { StoreBounds } from '../bounds.ts';
import type { RecordRow, RecordTables } from '../operations.ts';
import { checkRecords, measure } from '../room.ts';
import type { Ledger } from './ledger.ts';

/** Records in memory. */
export function createRecordTables(bounds: StoreBounds, ledger: Ledger): RecordTables {
  const kinds = new Map<string, Map<string, RecordRow>>();
  let count = 0;

  function put(row: RecordRow): void {
    const rows = kinds.get(row.kind);
    const kept = rows?.get(row.name);
    if (kept === undefined) checkRecords(count, bounds);
    ledger.take(size(row) - (kept === undefined ? 0 : size(kept)));
    if (kept === undefined) count += 1;
    if (rows === undefined) kinds.set(row.kind, new Map([[row.name, row]]));
    else rows.set(row.name, row);
  }

  function remove(row: RecordRow): void {
    const rows = kinds.get(row.kind);
    rows?.delete(row.name);
    if (rows?.size === 0) kinds.delete(row.kind);
    ledger.take(-size(row));
    count -= 1;
  }

  function find(kind: string, name: string): RecordRow | undefined {
    return kinds.get(kind)?.get(name);
  }

  return {
    createRecord: (row) => {
      const isFree = find(row.kind, row.name) === undefined;
      if (isFree) put(row);
      return isFree;
    },
    putRecord: put,
    readRecord: ({ kind, name }) => {
      const row = find(kind, name);
      return row?.bytes === undefined ? row : { ...row, bytes: row.bytes.slice() };
    },
    listRecords: (kind) =>
      [...(kinds.get(kind)?.values() ?? [])].map(({ name, value }) => ({ kind, name, value })),
    deleteRecord: ({ kind, name }) => {
      const row = find(kind, name);
      if (row !== undefined) remove(row);
      return row !== undefined;
    },
    clearRecords: (kind) => {
      for (const row of kinds.get(kind)?.values() ?? []) remove(row);
    },
  };
}

function size({ kind, name, value, bytes }: RecordRow): number {
  return measure([kind, name, value]) + (bytes?.length ?? 0);
}
