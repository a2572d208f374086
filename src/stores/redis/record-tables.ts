import type { StoreBounds } from '../bounds.ts';
import { fromKey, toKey } from '../keys.ts';
import type { RecordRow, RecordTables } from '../operations.ts';
import type { Deferred, Run } from './connection.ts';
import * as scripts from './record-scripts.ts';
import { maxBytesOf, readReply, readText, readTexts } from './replies.ts';

/** Records in Redis; their scripts are sent in the order of the calls. */
export function createRecordTables(run: Run, bounds: StoreBounds): Deferred<RecordTables> {
  async function ask(script: string, kind: string, rest: readonly (string | number | Buffer)[] = []) {
    const key = toKey(kind);
    const keys = ['totals', `values:${key}`, `bytes:${key}`, `order:${key}`];
    return readReply(await run(script, keys, [key, ...rest]), bounds);
  }

  function write({ kind, name, value, bytes }: RecordRow, present: 'leave' | 'replace') {
    const head = [toKey(name), present, bounds.maxRecords, maxBytesOf(bounds), value];
    return ask(scripts.writeRecord, kind, bytes === undefined ? head : [...head, Buffer.from(bytes)]);
  }

  return {
    createRecord: async (row) => (await write(row, 'leave'))[0] === 1,
    putRecord: async (row) => {
      await write(row, 'replace');
    },
    readRecord: async ({ kind, name }) => {
      const [value, bytes] = await ask(scripts.readRecord, kind, [toKey(name)]);
      if (value === undefined) return undefined;
      const row = { kind, name, value: readText(value) };
      return Buffer.isBuffer(bytes) ? { ...row, bytes: new Uint8Array(bytes) } : row;
    },
    listRecords: async (kind) => {
      const [rows] = await ask(scripts.listRecords, kind);
      return putTogether(kind, readTexts(rows));
    },
    deleteRecord: async ({ kind, name }) => (await ask(scripts.deleteRecord, kind, [toKey(name)]))[0] === 1,
    clearRecords: async (kind) => {
      await ask(scripts.clearRecords, kind);
    },
  };
}

function putTogether(kind: string, texts: readonly string[]): readonly RecordRow[] {
  return Array.from({ length: texts.length / 2 }, (_, index) => {
    const [name = '', value = ''] = texts.slice(index * 2);
    return { kind, name: fromKey(name), value };
  });
}
