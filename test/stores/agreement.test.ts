import fc from 'fast-check';
import { Redis } from 'ioredis';
import { afterAll, describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/core/manual-clock.ts';
import type { Store } from '../../src/core/store.ts';
import { storeBounds } from '../../src/stores/bounds.ts';
import { stores } from '../../src/stores/index.ts';
import { createRedisStore } from '../../src/stores/redis.ts';
import { draftOf } from '../contracts/thread-store.ts';
import { startRedis } from '../support/redis-server.ts';
import { makeFolder } from './folders.ts';

const asked = {
  clock: createManualClock(),
  data: makeFolder(),
  bounds: storeBounds.parse({ maxThreads: 3, maxThreadMessages: 6, maxThreadBytes: 1024, maxRecords: 3 }),
};
const sqlite = stores.sqlite(asked);
const memory = stores.memory(asked);
const server = await startRedis();
const redis = createRedisStore({ ...asked, redis: new Redis(server.url, { lazyConnect: true }) });

afterAll(async () => {
  await sqlite.close();
  await memory.close();
  await redis.close();
  await server.close();
});

type Step = (store: Store) => Promise<unknown>;

const id = fc.constantFrom('a', 'b', 'c', 'd');
const drafts = fc.array(
  fc.integer({ min: 0, max: 400 }).map((length) => draftOf('m', 'x'.repeat(length))),
  { maxLength: 3 },
);
const metadata = fc.dictionary(id, fc.constantFrom('1', '2', 'x'.repeat(300)), { maxKeys: 2 });
const count = fc.integer({ min: 0, max: 4 });

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ id, metadata, messages: drafts }).map(
    (thread): Step =>
      ({ threads }) =>
        threads.create(thread),
  ),
  id.map(
    (thread): Step =>
      ({ threads }) =>
        threads.get(thread),
  ),
  fc.tuple(id, metadata).map(
    ([thread, added]): Step =>
      ({ threads }) =>
        threads.update(thread, added),
  ),
  id.map(
    (thread): Step =>
      ({ threads }) =>
        threads.delete(thread),
  ),
  fc.tuple(id, drafts, fc.constantFrom('create', 'refuse')).map(
    ([thread, messages, absent]): Step =>
      ({ threads }) =>
        threads.append(thread, messages, absent),
  ),
  fc.tuple(id, count).map(
    ([thread, last]): Step =>
      ({ threads }) =>
        threads.messages(thread, { last }),
  ),
  count.map(
    (limit): Step =>
      ({ threads }) =>
        threads.list({ limit }),
  ),
  fc.tuple(count, id).map(
    ([limit, before]): Step =>
      ({ threads }) =>
        threads.list({ limit, before }),
  ),
  fc.record({ kind: id, name: id, value: count }).map(
    (record): Step =>
      ({ records }) =>
        records.create(record),
  ),
  fc.record({ kind: id, name: id, value: count }).map(
    (record): Step =>
      ({ records }) =>
        records.put(record),
  ),
  fc.tuple(id, id).map(
    ([kind, name]): Step =>
      ({ records }) =>
        records.get(kind, name),
  ),
  id.map(
    (kind): Step =>
      ({ records }) =>
        records.list(kind),
  ),
  fc.tuple(id, id).map(
    ([kind, name]): Step =>
      ({ records }) =>
        records.delete(kind, name),
  ),
  id.map(
    (kind): Step =>
      ({ records }) =>
        records.clear(kind),
  ),
);

async function outcomes(store: Store, steps: readonly Step[]): Promise<readonly unknown[]> {
  const settled = await Promise.allSettled(steps.map((each) => each(store)));
  return settled.map((result) =>
    result.status === 'fulfilled'
      ? result.value
      : { code: result.reason.code, message: result.reason.message },
  );
}

async function empty({ threads, records }: Store): Promise<void> {
  for (const thread of await threads.list({ limit: 10 })) await threads.delete(thread.id);
  for (const kind of ['a', 'b', 'c', 'd']) await records.clear(kind);
}

describe('the stores', () => {
  it('give the same answers to the same requests, asked at once', async () => {
    const seen = new Set<unknown>();
    const property = fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 120 }), async (steps) => {
      const expected = await outcomes(memory, steps);
      expect(await outcomes(sqlite, steps)).toEqual(expected);
      expect(await outcomes(redis, steps)).toEqual(expected);
      for (const outcome of expected) seen.add(JSON.stringify(outcome)?.slice(0, 40));
      await empty(memory);
      await empty(sqlite);
      await empty(redis);
    });
    await fc.assert(property, { seed: 4, numRuns: 100 });
    expect([...seen].join('\n')).toMatch(
      /thread_not_found[^]*storage_limit|storage_limit[^]*thread_not_found/,
    );
  });
});
