import { threadExists, threadNotFound } from '../../core/refusals.ts';
import type { StoreBounds } from '../bounds.ts';
import { mergeMetadata } from '../metadata.ts';
import type { ThreadRow, ThreadTables } from '../operations.ts';
import { checkFill, checkThreads, measure } from '../room.ts';
import type { Ledger } from './ledger.ts';

interface KeptThread {
  row: ThreadRow;
  readonly messages: string[];
  bytes: number;
}

/** Threads in memory. */
export function createThreadTables(bounds: StoreBounds, ledger: Ledger): ThreadTables {
  const threads = new Map<string, KeptThread>();
  // The oldest one first, for lists.
  const order: KeptThread[] = [];

  function find(id: string): KeptThread {
    const thread = threads.get(id);
    if (thread === undefined) throw threadNotFound(id);
    return thread;
  }

  function add(row: ThreadRow, messages: readonly string[]): void {
    checkThreads(threads.size, bounds);
    const bytes = measure([row.metadata, ...messages]);
    checkFill({ messages: messages.length, bytes }, bounds);
    ledger.take(bytes + measure([row.id]));
    const thread = { row, messages: [...messages], bytes };
    threads.set(row.id, thread);
    order.push(thread);
  }

  function extend(thread: KeptThread, messages: readonly string[]): void {
    grow(thread, measure(messages), messages.length);
    for (const message of messages) thread.messages.push(message);
  }

  function update(thread: KeptThread, added: string): ThreadRow {
    const metadata = mergeMetadata(thread.row.metadata, added);
    grow(thread, measure([metadata]) - measure([thread.row.metadata]));
    return (thread.row = { ...thread.row, metadata });
  }

  function grow(thread: KeptThread, bytes: number, messages = 0): void {
    const fill = { messages: thread.messages.length + messages, bytes: thread.bytes + bytes };
    checkFill(fill, bounds);
    ledger.take(bytes);
    thread.bytes = fill.bytes;
  }

  return {
    createThread: ({ messages, ...row }) => {
      if (threads.has(row.id)) throw threadExists(row.id);
      add(row, messages);
    },
    readThread: (id) => find(id).row,
    updateThread: ({ id, metadata }) => update(find(id), metadata),
    deleteThread: (id) => {
      const thread = find(id);
      threads.delete(id);
      order.splice(order.lastIndexOf(thread), 1);
      ledger.take(-thread.bytes - measure([id]));
    },
    appendMessages: ({ id, created, messages, create }) => {
      if (create && !threads.has(id)) add({ id, created, metadata: '{}' }, messages);
      else extend(find(id), messages);
    },
    readMessages: ({ id, last = Infinity }) => {
      const { messages } = find(id);
      return `[${messages.slice(Math.max(0, messages.length - last)).join(',')}]`;
    },
    listThreads: ({ limit, before }) => {
      const end = before === undefined ? order.length : order.lastIndexOf(find(before));
      const found = order.slice(Math.max(0, end - limit), end);
      return found.toReversed().map(({ row }) => row);
    },
  };
}
