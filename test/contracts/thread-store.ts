import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../src/core/clock.ts';
import { createManualClock } from '../../src/core/manual-clock.ts';
import type { MessageDraft, ThreadMessage } from '../../src/core/thread-store.ts';
import { storeBounds } from '../../src/stores/bounds.ts';
import type { OpenableStore } from '../../src/stores/options.ts';
import { anyMetadata, anyText, naughtyTexts } from './naughty-texts.ts';

/** What a contract asks of a store that it is to be made with. */
export interface StoreAsked {
  readonly clock: Clock;
  readonly bounds: ReturnType<typeof storeBounds.parse>;
}

/** Makes an empty store. */
export type CreateStore = (asked: StoreAsked) => OpenableStore;

/** A message that says something. */
export function draftOf(id: string, content = `says ${id}`): MessageDraft {
  return { id, role: 'user', content };
}

function idsOf(messages: readonly ThreadMessage[]): readonly string[] {
  return messages.map(({ id }) => id);
}

/** The tests that every store of threads passes. */
export function describeThreadStore(title: string, create: CreateStore): void {
  describe(`${title} as a store of threads`, () => {
    const opened: OpenableStore[] = [];
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
    });

    function open(bounds: object = {}, clock: Clock = createManualClock(1234)): OpenableStore {
      const store = create({ clock, bounds: storeBounds.parse(bounds) });
      opened.push(store);
      return store;
    }

    it('opens, more than once, without being told to', async () => {
      const store = open();
      expect(await store.threads.list({ limit: 10 })).toEqual([]);
      await store.open();
      await store.open();
    });

    it('gives back what it has made, with the second of the clock', async () => {
      const { threads } = open();
      const thread = await threads.create({ id: 'a', metadata: { user: 'ann' }, messages: [draftOf('1')] });
      expect(thread).toEqual({ id: 'a', created: 1234, metadata: { user: 'ann' } });
      expect(await threads.get('a')).toEqual(thread);
      expect(await threads.messages('a')).toEqual([{ ...draftOf('1'), created: 1234 }]);
    });

    it('keeps everything that a message may have', async () => {
      const { threads } = open();
      const message: MessageDraft = {
        id: 'm',
        role: 'assistant',
        content: null,
        parts: [{ type: 'text', text: 'x' }, null, 1.5, [true]],
        name: 'ann',
        toolCallId: 'call',
        toolCalls: [{ id: 'call', name: 'add', arguments: '{"a":1' }],
        attachments: [{ file: 'x.pdf' }],
        metadata: { a: 'b' },
      };
      await threads.create({ id: 'a', metadata: {}, messages: [message] });
      expect(await threads.append('a', [message])).toEqual([{ ...message, created: 1234 }]);
      const kept = { ...message, created: 1234 };
      expect(await threads.messages('a')).toEqual([kept, kept]);
    });

    it('refuses to make a thread twice, and leaves the first one alone', async () => {
      const { threads } = open();
      await threads.create({ id: 'a', metadata: { first: 'yes' }, messages: [draftOf('1')] });
      await expect(threads.create({ id: 'a', metadata: {}, messages: [draftOf('2')] })).rejects.toMatchObject(
        {
          status: 409,
          code: 'thread_exists',
        },
      );
      expect((await threads.get('a')).metadata).toEqual({ first: 'yes' });
      expect(idsOf(await threads.messages('a'))).toEqual(['1']);
    });

    it('knows no thread that nobody has made', async () => {
      const { threads } = open();
      const asked = [
        threads.get('no'),
        threads.update('no', {}),
        threads.delete('no'),
        threads.append('no', [draftOf('1')]),
        threads.append('no', [draftOf('1')], 'refuse'),
        threads.messages('no'),
        threads.list({ limit: 1, before: 'no' }),
      ];
      for (const answer of asked)
        await expect(answer).rejects.toMatchObject({ status: 404, code: 'thread_not_found' });
      expect(await threads.list({ limit: 10 })).toEqual([]);
    });

    it('merges metadata', async () => {
      const { threads } = open();
      await threads.create({ id: 'a', metadata: { a: '1', b: '2' }, messages: [] });
      const updated = await threads.update('a', { b: '3', c: '4' });
      expect(updated).toEqual({ id: 'a', created: 1234, metadata: { a: '1', b: '3', c: '4' } });
      expect(await threads.get('a')).toEqual(updated);
      expect(await threads.update('a', {})).toEqual(updated);
    });

    it('takes __proto__ for a name like any other', async () => {
      const { threads } = open();
      const added = Object.fromEntries([['__proto__', 'x']]);
      await threads.create({ id: '__proto__', metadata: { a: '1' }, messages: [] });
      await threads.update('__proto__', added);
      const { metadata } = await threads.get('__proto__');
      expect(Object.entries(metadata)).toEqual([
        ['a', '1'],
        ['__proto__', 'x'],
      ]);
      expect(Object.getPrototypeOf(metadata)).toBe(Object.prototype);
    });

    it('deletes a thread with its messages', async () => {
      const { threads } = open();
      await threads.create({ id: 'a', metadata: { a: '1' }, messages: [draftOf('1')] });
      await threads.create({ id: 'b', metadata: {}, messages: [draftOf('2')] });
      await threads.delete('a');
      await expect(threads.get('a')).rejects.toMatchObject({ code: 'thread_not_found' });
      await expect(threads.delete('a')).rejects.toMatchObject({ code: 'thread_not_found' });
      await threads.create({ id: 'a', metadata: {}, messages: [] });
      expect(await threads.messages('a')).toEqual([]);
      expect((await threads.list({ limit: 10 })).map(({ id }) => id)).toEqual(['a', 'b']);
      expect(idsOf(await threads.messages('b'))).toEqual(['2']);
    });

    it('makes a thread for messages where it is told to', async () => {
      const { threads } = open();
      await threads.append('a', [draftOf('1'), draftOf('2')], 'create');
      await threads.append('a', [draftOf('3')], 'create');
      await threads.append('b', [], 'create');
      expect(await threads.get('a')).toEqual({ id: 'a', created: 1234, metadata: {} });
      expect(idsOf(await threads.messages('a'))).toEqual(['1', '2', '3']);
      expect(await threads.messages('b')).toEqual([]);
    });

    it('takes no messages as well as some', async () => {
      const { threads } = open();
      await threads.create({ id: 'a', metadata: {}, messages: [] });
      expect(await threads.append('a', [])).toEqual([]);
      expect(await threads.messages('a')).toEqual([]);
    });

    it('keeps the order of appending, whatever the clock says', async () => {
      let second = 1000;
      const { threads } = open({}, { ...createManualClock(), timestamp: () => (second -= 10) });
      await threads.create({ id: 'a', metadata: {}, messages: [draftOf('9')] });
      for (const id of ['8', '1', '5']) await threads.append('a', [draftOf(id), draftOf(`${id}b`)]);
      const messages = await threads.messages('a');
      expect(idsOf(messages)).toEqual(['9', '8', '8b', '1', '1b', '5', '5b']);
      expect(messages.map(({ created }) => created)).toEqual([990, 980, 980, 970, 970, 960, 960]);
      await threads.create({ id: 'b', metadata: {}, messages: [] });
      expect((await threads.list({ limit: 2 })).map(({ id }) => id)).toEqual(['b', 'a']);
    });

    it.each([
      [0, []],
      [1, ['4']],
      [3, ['2', '3', '4']],
      [4, ['1', '2', '3', '4']],
      [5, ['1', '2', '3', '4']],
      [Infinity, ['1', '2', '3', '4']],
    ])('gives the last %d messages, the oldest one first', async (last, expected) => {
      const { threads } = open();
      await threads.create({ id: 'other', metadata: {}, messages: [draftOf('x')] });
      await threads.create({ id: 'a', metadata: {}, messages: ['1', '2', '3'].map((id) => draftOf(id)) });
      await threads.append('other', [draftOf('y')]);
      await threads.append('a', [draftOf('4')]);
      expect(idsOf(await threads.messages('a', { last }))).toEqual(expected);
      expect(idsOf(await threads.messages('a', {}))).toEqual(['1', '2', '3', '4']);
    });

    it('lists threads in pages, the newest one first', async () => {
      const { threads } = open();
      for (const id of ['c', 'a', 'e', 'b', 'd']) await threads.create({ id, metadata: {}, messages: [] });
      await threads.delete('e');
      await threads.update('c', { later: 'yes' });
      await threads.append('c', [draftOf('1')]);
      async function list(limit: number, before?: string): Promise<readonly string[]> {
        const range = before === undefined ? { limit } : { limit, before };
        return (await threads.list(range)).map(({ id }) => id);
      }
      expect(await list(10)).toEqual(['d', 'b', 'a', 'c']);
      expect(await list(3)).toEqual(['d', 'b', 'a']);
      expect(await list(3, 'a')).toEqual(['c']);
      expect(await list(1, 'd')).toEqual(['b']);
      expect(await list(0)).toEqual([]);
      expect(await list(3, 'c')).toEqual([]);
    });

    it('loses none of 500 appends at once, and keeps each of them together', async () => {
      const { threads } = open();
      await threads.create({ id: 'a', metadata: {}, messages: [] });
      const writers = Array.from({ length: 500 }, (_, writer) => writer);
      await Promise.all(
        writers.map((writer) =>
          threads.append(
            'a',
            [0, 1, 2].map((part) => draftOf(`${writer}.${part}`)),
          ),
        ),
      );
      const found = idsOf(await threads.messages('a'));
      const order = found.filter((_, index) => index % 3 === 0).map((id) => Number.parseInt(id, 10));
      expect(order.toSorted((a, b) => a - b)).toEqual(writers);
      expect(found).toEqual(order.flatMap((writer) => [0, 1, 2].map((part) => `${writer}.${part}`)));
    });

    it('makes a thread once when it is asked 50 times at once', async () => {
      const { threads } = open();
      const asked = Array.from({ length: 50 }, (_, index) =>
        threads.create({ id: 'a', metadata: { index: String(index) }, messages: [draftOf(String(index))] }),
      );
      const settled = await Promise.allSettled(asked);
      const made = settled.filter((result) => result.status === 'fulfilled');
      const refused = settled.filter((result) => result.status === 'rejected');
      expect(made).toHaveLength(1);
      expect(refused).toHaveLength(49);
      for (const { reason } of refused) expect(reason).toMatchObject({ code: 'thread_exists' });
      expect(await threads.get('a')).toEqual(made[0]?.value);
      expect(idsOf(await threads.messages('a'))).toEqual([made[0]?.value.metadata['index']]);
    });

    it('makes a thread once for two appends at once', async () => {
      const { threads } = open();
      await Promise.all(['1', '2'].map((id) => threads.append('a', [draftOf(id)], 'create')));
      expect(idsOf(await threads.messages('a')).toSorted()).toEqual(['1', '2']);
      expect(await threads.list({ limit: 10 })).toHaveLength(1);
    });

    it('sees in each request what the ones before it did', async () => {
      const { threads } = open();
      const [, , seen] = await Promise.all([
        threads.create({ id: 'a', metadata: {}, messages: [] }),
        threads.append('a', [draftOf('1')]),
        threads.messages('a'),
        threads.append('a', [draftOf('2')]),
      ]);
      expect(idsOf(seen)).toEqual(['1']);
    });

    it('undoes a refused request alone', async () => {
      const { threads } = open({ maxThreadMessages: 3 });
      await threads.create({ id: 'a', metadata: {}, messages: [draftOf('1')] });
      const asked = [
        threads.append('a', [draftOf('2')]),
        threads.append('a', [draftOf('x'), draftOf('y')]),
        threads.append('no', [draftOf('z')]),
        threads.append('a', [draftOf('3')]),
      ];
      const settled = await Promise.allSettled(asked);
      expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
      expect(idsOf(await threads.messages('a'))).toEqual(['1', '2', '3']);
    });

    it('tells naughty ids apart, and gives them back as they came', async () => {
      const { threads } = open();
      for (const id of naughtyTexts)
        await threads.create({ id, metadata: { id }, messages: [draftOf(id, id)] });
      for (const id of naughtyTexts) {
        expect(await threads.get(id)).toEqual({ id, created: 1234, metadata: { id } });
        expect(await threads.messages(id)).toEqual([{ ...draftOf(id, id), created: 1234 }]);
      }
      const listed = await threads.list({ limit: 1000 });
      expect(listed.map(({ id }) => id)).toEqual(naughtyTexts.toReversed());
    });

    it('gives any text back as it came', async () => {
      const { threads } = open();
      let count = 0;
      const property = fc.asyncProperty(anyText, anyText, anyMetadata, async (text, name, metadata) => {
        const id = `${(count += 1)}${text}`;
        const draft = { ...draftOf(text, name), name, metadata, parts: [text, { [name]: text }] };
        await threads.create({ id, metadata, messages: [draft] });
        const thread = await threads.get(id);
        const messages = await threads.messages(id);
        // As texts: matchers do not look at a property that is called __proto__.
        expect(JSON.stringify(thread)).toBe(JSON.stringify({ id, created: 1234, metadata }));
        expect(JSON.stringify(messages)).toBe(JSON.stringify([{ ...draft, created: 1234 }]));
      });
      await fc.assert(property, { seed: 1, numRuns: 200 });
    });

    it('merges any metadata name by name', async () => {
      const { threads } = open();
      let count = 0;
      const property = fc.asyncProperty(anyMetadata, anyMetadata, async (first, second) => {
        const id = String((count += 1));
        await threads.create({ id, metadata: first, messages: [] });
        const { metadata } = await threads.update(id, second);
        const expected = new Map([...Object.entries(first), ...Object.entries(second)]);
        expect(new Map(Object.entries(metadata))).toEqual(expected);
        expect(JSON.stringify((await threads.get(id)).metadata)).toBe(JSON.stringify(metadata));
      });
      await fc.assert(property, { seed: 2, numRuns: 100 });
    });

    it('keeps no more threads than it may, and makes room when one goes', async () => {
      const { threads } = open({ maxThreads: 2 });
      await threads.create({ id: 'a', metadata: {}, messages: [] });
      await threads.append('b', [draftOf('1')], 'create');
      const message = expect.stringMatching(/\b2 threads\b.*Delete threads.*maxThreads/);
      const refusal = { status: 403, code: 'storage_limit', message };
      await expect(threads.create({ id: 'c', metadata: {}, messages: [] })).rejects.toMatchObject(refusal);
      await expect(threads.append('c', [draftOf('2')], 'create')).rejects.toMatchObject(refusal);
      await threads.append('b', [draftOf('3')], 'create');
      await threads.delete('a');
      await threads.append('c', [draftOf('2')], 'create');
      await expect(threads.create({ id: 'd', metadata: {}, messages: [] })).rejects.toMatchObject(refusal);
      expect((await threads.list({ limit: 10 })).map(({ id }) => id)).toEqual(['c', 'b']);
    });

    it('keeps no more messages of a thread than it may', async () => {
      const { threads } = open({ maxThreadMessages: 2 });
      const three = ['1', '2', '3'].map((id) => draftOf(id));
      const refusal = {
        code: 'storage_limit',
        message: expect.stringMatching(/3 messages.*maxThreadMessages/),
      };
      await expect(threads.create({ id: 'a', metadata: {}, messages: three })).rejects.toMatchObject(refusal);
      await expect(threads.append('a', three, 'create')).rejects.toMatchObject(refusal);
      expect(await threads.list({ limit: 10 })).toEqual([]);
      await threads.create({ id: 'a', metadata: {}, messages: [draftOf('1')] });
      await expect(threads.append('a', [draftOf('2'), draftOf('3')])).rejects.toMatchObject(refusal);
      await threads.append('a', [draftOf('4')]);
      await expect(threads.append('a', [draftOf('5')])).rejects.toMatchObject(refusal);
      expect(idsOf(await threads.messages('a'))).toEqual(['1', '4']);
    });

    it('keeps no more of a thread in bytes than it may, metadata included', async () => {
      const { threads } = open({ maxThreadBytes: 2048 });
      const large = '€'.repeat(700);
      const refusal = { code: 'storage_limit', message: expect.stringMatching(/bytes.*maxThreadBytes/) };
      await expect(threads.create({ id: 'a', metadata: { large }, messages: [] })).rejects.toMatchObject(
        refusal,
      );
      await threads.create({ id: 'a', metadata: {}, messages: [draftOf('1', large.slice(0, 500))] });
      await expect(threads.append('a', [draftOf('2', large)])).rejects.toMatchObject(refusal);
      await expect(threads.update('a', { large })).rejects.toMatchObject(refusal);
      await threads.append('a', [draftOf('3', 'small')]);
      expect(idsOf(await threads.messages('a'))).toEqual(['1', '3']);
      expect((await threads.get('a')).metadata).toEqual({});
    });

    it('keeps no more in all than it may, and makes room when a thread goes', async () => {
      const { threads } = open({ maxBytes: 512 * 1024 });
      const kept: string[] = [];
      const large = 'x'.repeat(50_000);
      const refusals: unknown[] = [];
      for (let index = 0; index < 20; index += 1) {
        const asked = threads.append(String(index), [draftOf('1', large)], 'create');
        await asked.then(
          () => kept.push(String(index)),
          (error: unknown) => refusals.push(error),
        );
      }
      expect(kept.length).toBeGreaterThan(4);
      expect(refusals.length).toBeGreaterThan(4);
      const message = expect.stringMatching(/Delete threads.*maxBytes/);
      for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'storage_limit', message });
      expect((await threads.list({ limit: 100 })).map(({ id }) => id)).toEqual(kept.toReversed());
      for (const id of kept.splice(0)) await threads.delete(id);
      for (const id of ['a', 'b', 'c', 'd']) await threads.append(id, [draftOf('1', large)], 'create');
      expect(await threads.messages('d')).toEqual([{ ...draftOf('1', large), created: 1234 }]);
    });

    it('shares no object with its callers', async () => {
      const { threads } = open();
      const metadata = { a: '1' };
      const parts = [{ text: 'x' }];
      const asked = threads.create({ id: 'a', metadata, messages: [{ ...draftOf('1'), parts, metadata }] });
      metadata.a = 'changed';
      parts.push({ text: 'changed' });
      const given: unknown[] = [
        await asked,
        await threads.get('a'),
        await threads.messages('a'),
        await threads.list({ limit: 1 }),
        await threads.append('a', [{ ...draftOf('2'), metadata: { b: '2' } }]),
      ];
      for (const value of given) deface(value);
      expect(await threads.get('a')).toEqual({ id: 'a', created: 1234, metadata: { a: '1' } });
      expect(await threads.messages('a')).toEqual([
        { ...draftOf('1'), parts: [{ text: 'x' }], metadata: { a: '1' }, created: 1234 },
        { ...draftOf('2'), metadata: { b: '2' }, created: 1234 },
      ]);
    });

    it('does what it was asked before it closes, and nothing after', async () => {
      const store = open();
      await store.threads.create({ id: 'a', metadata: {}, messages: [] });
      const asked = Array.from({ length: 100 }, (_, index) =>
        store.threads.append('a', [draftOf(String(index))]),
      );
      const closed = Promise.all([store.close(), store.close()]);
      await expect(store.threads.get('a')).rejects.toMatchObject({ status: 500, code: 'storage_failed' });
      await expect(store.open()).rejects.toMatchObject({ code: 'storage_failed' });
      await closed;
      expect(await Promise.all(asked)).toHaveLength(100);
      await store.close();
    });
  });
}

function deface(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value)) deface(inner);
  Object.assign(value, { defaced: 'yes', id: 'defaced', a: 'defaced' });
}
