import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { threadExists, threadNotFound } from '../../core/refusals.ts';
import type { StoreBounds } from '../bounds.ts';
import { mergeMetadata } from '../metadata.ts';
import type { ThreadRow, ThreadTables } from '../operations.ts';
import { checkFill, checkThreads, measure } from '../room.ts';
import { fromKey, toKey } from '../keys.ts';
import type { Pages } from './pages.ts';
import { type RowReader, readRow } from './rows.ts';

interface KeptThread extends ThreadRow {
  readonly sequence: number;
  readonly messages: number;
  readonly bytes: number;
}

/** Threads in a database, within a transaction of the caller's. */
export function createThreadTables(sqlite: DatabaseSync, bounds: StoreBounds, pages: Pages): ThreadTables {
  const statements = prepare(sqlite);

  function find(id: string): KeptThread {
    const thread = seek(statements.find, id);
    if (thread === undefined) throw threadNotFound(id);
    return thread;
  }

  function add({ id, created, metadata }: ThreadRow, messages: readonly string[]): void {
    checkThreads(readRow(statements.total.get()).number('threads'), bounds);
    const key = toKey(id);
    const bytes = measure([metadata, ...messages]);
    checkFill({ messages: messages.length, bytes }, bounds);
    pages.check(messages.length + 1, bytes + 2 * measure([key]));
    const { lastInsertRowid } = statements.insert.run(key, created, metadata, messages.length, bytes);
    for (const message of messages) statements.insertMessage.run(lastInsertRowid, message);
  }

  function extend(thread: KeptThread, messages: readonly string[]): void {
    const added = measure(messages);
    const fill = { messages: thread.messages + messages.length, bytes: thread.bytes + added };
    checkFill(fill, bounds);
    pages.check(messages.length, added);
    statements.fill.run(fill.messages, fill.bytes, thread.sequence);
    for (const message of messages) statements.insertMessage.run(thread.sequence, message);
  }

  function update(thread: KeptThread, added: string): ThreadRow {
    const metadata = mergeMetadata(thread.metadata, added);
    const bytes = thread.bytes + measure([metadata]) - measure([thread.metadata]);
    checkFill({ messages: thread.messages, bytes }, bounds);
    pages.check(0, measure([metadata]));
    statements.describe.run(metadata, bytes, thread.sequence);
    return { ...toRow(thread), metadata };
  }

  return {
    createThread: ({ messages, ...row }) => {
      if (seek(statements.find, row.id) !== undefined) throw threadExists(row.id);
      add(row, messages);
    },
    readThread: (id) => toRow(find(id)),
    updateThread: ({ id, metadata }) => update(find(id), metadata),
    deleteThread: (id) => {
      statements.delete.run(find(id).sequence);
    },
    appendMessages: ({ id, created, messages, create }) => {
      const thread = create ? seek(statements.find, id) : find(id);
      if (thread === undefined) add({ id, created, metadata: '{}' }, messages);
      else extend(thread, messages);
    },
    readMessages: ({ id, last = -1 }) => {
      const rows = statements.newest.all(find(id).sequence, last);
      const texts = rows.map((row) => readRow(row).text('text'));
      return `[${texts.toReversed().join(',')}]`;
    },
    listThreads: ({ limit, before }) => {
      const end = before === undefined ? Number.MAX_SAFE_INTEGER : find(before).sequence;
      return statements.list.all(end, limit).map((row) => toRow(readThread(readRow(row))));
    },
  };
}

function seek(statement: StatementSync, id: string): KeptThread | undefined {
  const row = statement.get(toKey(id));
  return row === undefined ? undefined : readThread(readRow(row));
}

function prepare(sqlite: DatabaseSync) {
  return {
    find: sqlite.prepare('SELECT * FROM threads WHERE id = ?'),
    list: sqlite.prepare('SELECT * FROM threads WHERE sequence < ? ORDER BY sequence DESC LIMIT ?'),
    total: sqlite.prepare('SELECT threads FROM totals'),
    insert: sqlite.prepare(
      'INSERT INTO threads (id, created, metadata, messages, bytes) VALUES (?, ?, ?, ?, ?)',
    ),
    fill: sqlite.prepare('UPDATE threads SET messages = ?, bytes = ? WHERE sequence = ?'),
    describe: sqlite.prepare('UPDATE threads SET metadata = ?, bytes = ? WHERE sequence = ?'),
    delete: sqlite.prepare('DELETE FROM threads WHERE sequence = ?'),
    insertMessage: sqlite.prepare('INSERT INTO messages (thread, text) VALUES (?, ?)'),
    newest: sqlite.prepare('SELECT text FROM messages WHERE thread = ? ORDER BY sequence DESC LIMIT ?'),
  };
}

function readThread({ number, text }: RowReader): KeptThread {
  return {
    id: fromKey(text('id')),
    created: number('created'),
    metadata: text('metadata'),
    sequence: number('sequence'),
    messages: number('messages'),
    bytes: number('bytes'),
  };
}

function toRow({ id, created, metadata }: KeptThread): ThreadRow {
  return { id, created, metadata };
}
