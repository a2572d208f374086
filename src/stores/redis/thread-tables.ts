import { threadExists } from '../../core/refusals.ts';
import type { StoreBounds } from '../bounds.ts';
import { fromKey, toKey } from '../keys.ts';
import type { Addition, ThreadRow, ThreadTables } from '../operations.ts';
import type { Deferred, Run } from './connection.ts';
import { maxBytesOf, readReply, readText, readTexts } from './replies.ts';
import * as scripts from './thread-scripts.ts';

/** Threads in Redis; their scripts are sent in the order of the calls. */
export function createThreadTables(run: Run, bounds: StoreBounds): Deferred<ThreadTables> {
  const { maxThreads, maxThreadMessages, maxThreadBytes } = bounds;
  const room = [maxThreadMessages, maxThreadBytes, maxBytesOf(bounds)];

  async function ask(script: string, id: string, rest: readonly (string | number)[] = []) {
    const key = toKey(id);
    const keys = ['totals', 'threads', 'places', 'sizes', `messages:${key}`];
    return run(script, keys, [key, ...rest]);
  }

  async function write(
    addition: Omit<Addition, 'create'>,
    metadata: string,
    rules: readonly [string, string],
  ) {
    const pieces = takeApart(metadata);
    const head = [...room, maxThreads, addition.created, ...rules, pieces.length];
    return ask(scripts.writeThread, addition.id, [...head, ...pieces, ...addition.messages]);
  }

  function readRow(id: string, reply: unknown): ThreadRow {
    const [created, metadata] = readReply(reply, bounds, id);
    return { id, created: Number(readText(created)), metadata: readText(metadata) };
  }

  return {
    createThread: async ({ metadata, ...addition }) => {
      const reply = await write(addition, metadata, ['refuse', 'create']);
      if (readTexts(reply)[0] === 'exists') throw threadExists(addition.id);
      readReply(reply, bounds);
    },
    readThread: async (id) => readRow(id, await ask(scripts.readThread, id)),
    updateThread: async ({ id, metadata }) =>
      readRow(id, await ask(scripts.updateThread, id, [...room, ...takeApart(metadata)])),
    deleteThread: async (id) => {
      readReply(await ask(scripts.deleteThread, id), bounds, id);
    },
    appendMessages: async ({ create, ...addition }) => {
      const reply = await write(addition, '{}', ['extend', create ? 'create' : 'refuse']);
      readReply(reply, bounds, addition.id);
    },
    readMessages: async ({ id, last = -1 }) => {
      const [messages] = readReply(await ask(scripts.readMessages, id, [last]), bounds, id);
      return `[${readTexts(messages).join(',')}]`;
    },
    listThreads: async ({ limit, before }) => {
      const range = [before === undefined ? 'newest' : 'before', limit];
      const [rows] = readReply(await ask(scripts.listThreads, before ?? '', range), bounds, before);
      return putTogether(readTexts(rows));
    },
  };
}

function takeApart(metadata: string): readonly string[] {
  const values: Readonly<Record<string, unknown>> = JSON.parse(metadata);
  return Object.entries(values).flatMap((entry) => entry.map((each) => JSON.stringify(each)));
}

function putTogether(texts: readonly string[]): readonly ThreadRow[] {
  return Array.from({ length: texts.length / 3 }, (_, index) => {
    const [key = '', created, metadata = ''] = texts.slice(index * 3);
    return { id: fromKey(key), created: Number(created), metadata };
  });
}
