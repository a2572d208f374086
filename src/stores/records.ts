import type { RecordStore, StoredRecord } from '../core/record-store.ts';
import type { Ask, RecordRow } from './operations.ts';

/** The records of a storage that does what it is asked. */
export function createRecords(ask: Ask): RecordStore {
  return {
    create: async (record) => ask('createRecord', writeRecord(record)),
    put: async (record) => ask('putRecord', writeRecord(record)),
    get: async (kind, name) => {
      const row = await ask('readRecord', { kind, name });
      return row === undefined ? undefined : readRecord(row);
    },
    list: async (kind) => (await ask('listRecords', kind)).map((row) => readRecord(row)),
    delete: (kind, name) => ask('deleteRecord', { kind, name }),
    clear: (kind) => ask('clearRecords', kind),
  };
}

// Copied, since a part of a larger buffer would take all of it along to another thread.
function writeRecord({ kind, name, value, bytes }: StoredRecord): RecordRow {
  return {
    kind,
    name,
    value: JSON.stringify(value),
    ...(bytes === undefined ? {} : { bytes: new Uint8Array(bytes) }),
  };
}

function readRecord({ kind, name, value, bytes }: RecordRow): StoredRecord {
  return { kind, name, value: JSON.parse(value), ...(bytes === undefined ? {} : { bytes }) };
}
