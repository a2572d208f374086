import type { Clock } from '../core/clock.ts';
import type { MessageDraft, Thread, ThreadMessage, ThreadStore } from '../core/thread-store.ts';
import type { Ask, ThreadRow } from './operations.ts';

/** The threads of a storage that does what it is asked. */
export function createThreads(ask: Ask, clock: Clock): ThreadStore {
  return {
    create: async ({ id, metadata, messages }) => {
      const created = clock.timestamp();
      const row = { id, created, metadata: JSON.stringify(metadata) };
      await ask('createThread', { ...row, messages: writeMessages(messages, created) });
      return readThread(row);
    },
    get: async (id) => readThread(await ask('readThread', id)),
    update: async (id, metadata) =>
      readThread(await ask('updateThread', { id, metadata: JSON.stringify(metadata) })),
    delete: (id) => ask('deleteThread', id),
    append: async (id, drafts, absent = 'refuse') => {
      const created = clock.timestamp();
      const messages = writeMessages(drafts, created);
      await ask('appendMessages', { id, created, messages, create: absent === 'create' });
      return messages.map((text): ThreadMessage => JSON.parse(text));
    },
    messages: async (id, { last } = {}) =>
      JSON.parse(await ask('readMessages', { id, ...(last === undefined ? {} : { last: readCount(last) }) })),
    list: async ({ limit, before }) => {
      const range = before === undefined ? {} : { before };
      return (await ask('listThreads', { limit: readCount(limit), ...range })).map((row) => readThread(row));
    },
  };
}

function writeMessages(drafts: readonly MessageDraft[], created: number): readonly string[] {
  return drafts.map((draft) => JSON.stringify({ ...draft, created }));
}

function readThread({ id, created, metadata }: ThreadRow): Thread {
  return { id, created, metadata: JSON.parse(metadata) };
}

// A number that no storage misunderstands: whole, and not negative.
function readCount(count: number): number {
  return Math.max(0, Math.min(Math.trunc(count) || 0, 2 ** 31));
}
