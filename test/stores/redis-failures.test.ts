import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Redis } from 'ioredis';
import { afterEach, describe, expect, it } from 'vitest';
import { createClock } from '../../src/core/clock.ts';
import { storeBounds } from '../../src/stores/bounds.ts';
import type { OpenableStore } from '../../src/stores/options.ts';
import { createRedisStore } from '../../src/stores/redis.ts';
import { anyText } from '../contracts/naughty-texts.ts';
import { draftOf } from '../contracts/thread-store.ts';
import { findFaults, batchName, type Written } from '../support/acknowledged.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';

const servers: RedisServer[] = [];
const stores: OpenableStore[] = [];
afterEach(async () => {
  for (const server of servers) server.cont();
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(config: readonly string[] = []): Promise<RedisServer> {
  const server = await startRedis(config);
  servers.push(server);
  return server;
}

function open({ url }: Pick<RedisServer, 'url'>): OpenableStore {
  const redis = new Redis(url, { lazyConnect: true });
  const store = createRedisStore({ redis, clock: createClock(), bounds: storeBounds.parse({}) });
  stores.push(store);
  return store;
}

describe('a store in Redis', () => {
  it('names ioredis as a type alone, so that other stores do without it', () => {
    const root = join(import.meta.dirname, '../../src/stores');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const lines = files.flatMap((name) => readFileSync(join(root, name), 'utf8').split('\n'));
    const imports = lines.filter((line) => line.includes("'ioredis'"));
    expect(imports.length).toBeGreaterThan(1);
    expect(imports.filter((line) => !line.startsWith('import type '))).toEqual([]);
  });

  it('has after a kill and a restart whatever was acknowledged, once and whole', async () => {
    const server = await start(['appendonly yes', 'appendfsync always']);
    const acknowledged = new Set<string>();
    const parts = 3;
    const { threads } = open(server);
    await threads.append('shared', [], 'create');
    let enough: () => void = () => undefined;
    const isEnough = new Promise<void>((resolve) => (enough = resolve));

    async function write(writer: string): Promise<void> {
      for (let number = 0; ; number += 1) {
        const written = Array.from({ length: parts }, (_, part): Written => ({ writer, number, part }));
        await threads.append(
          'shared',
          written.map((each) => draftOf(writer, JSON.stringify(each))),
        );
        acknowledged.add(batchName({ writer, number }));
        if (acknowledged.size > 300) enough();
      }
    }
    const writers = Array.from({ length: 20 }, (_, index) => write(`w${index}`));
    const ends = Promise.allSettled(writers);
    await isEnough;
    await server.kill();
    for (const end of await ends)
      expect(end).toMatchObject({ reason: { status: 500, code: 'storage_failed' } });
    await server.restart();
    const kept = await open(server).threads.messages('shared');
    const written = kept.map(({ content }): Written => JSON.parse(content ?? ''));
    expect(acknowledged.size).toBeGreaterThan(300);
    expect(findFaults(acknowledged, written, parts)).toEqual([]);
    // The store that lost its connection finds the way back by itself.
    await threads.append('shared', [draftOf('after')]);
    expect(await threads.messages('shared')).toHaveLength(kept.length + 1);
  });

  it('says when Redis is full, keeps nothing half, and makes room by deleting', async () => {
    const server = await start(['maxmemory 4mb', 'maxmemory-policy noeviction']);
    const { threads, records } = open(server);
    const large = 'x'.repeat(100_000);
    const drafts = Array.from({ length: 100 }, (_, index) => {
      return { id: `t${index}`, metadata: {}, messages: [draftOf('1', large), draftOf('2', large)] };
    });
    const settled = await Promise.allSettled(drafts.map((draft) => threads.create(draft)));
    const kept = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value.id] : []));
    const refused = settled.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(kept.length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
    const full = { status: 403, code: 'storage_limit', message: expect.stringMatching(/raise maxmemory/) };
    for (const refusal of refused) expect(refusal).toMatchObject(full);
    const first = kept[0] ?? '';
    // What the large messages asked for in vain may do for small ones.
    const admin = new Redis(server.url);
    await admin.config('SET', 'maxmemory', '3mb');
    admin.disconnect();
    await expect(threads.append(first, [draftOf('3'), draftOf('4')])).rejects.toMatchObject(full);
    await expect(threads.update(first, { a: 'b' })).rejects.toMatchObject(full);
    await expect(records.put({ kind: 'k', name: 'n', value: 1 })).rejects.toMatchObject(full);
    expect((await threads.list({ limit: 100 })).map(({ id }) => id)).toEqual(kept.toReversed());
    expect((await threads.get(first)).metadata).toEqual({});
    for (const id of kept) expect(await threads.messages(id)).toHaveLength(2);
    expect(await records.list('k')).toEqual([]);
    for (const id of kept) await threads.delete(id);
    await threads.append('after', [draftOf('1')], 'create');
  });

  it('ends calls to a Redis that stands still, and goes on with it', async () => {
    const server = await start();
    const { threads } = open(server);
    await threads.create({ id: 'a', metadata: {}, messages: [] });
    server.stop();
    const failure = { code: 'storage_failed', message: expect.stringMatching(/not answered in 5 s/) };
    const fresh = open(server);
    const asked = [threads.append('a', [draftOf('1')]), threads.get('a'), fresh.threads.get('a')];
    const [append, get, first] = await Promise.allSettled(asked);
    expect(append).toMatchObject({ status: 'rejected', reason: failure });
    expect(get).toMatchObject({ status: 'rejected', reason: failure });
    expect(first).toMatchObject({ status: 'rejected', reason: { code: 'storage_failed' } });
    server.cont();
    expect(await threads.get('a')).toMatchObject({ id: 'a' });
  }, 30_000);

  it('says that there is no Redis', async () => {
    const server = await start();
    await server.kill();
    const message = expect.stringMatching(/cannot be reached\. Start Redis/);
    const store = open(server);
    await expect(store.open()).rejects.toMatchObject({ status: 500, code: 'storage_failed', message });
    await expect(store.threads.get('a')).rejects.toMatchObject({ code: 'storage_failed', message });
    await server.restart();
    await store.open();
  });

  it('says that a replica cannot be written', async () => {
    const primary = await start();
    const replica = await start([`replicaof 127.0.0.1 ${primary.port}`]);
    const { threads } = open(replica);
    const message = expect.stringMatching(/is a replica.*primary/);
    const made = threads.create({ id: 'a', metadata: {}, messages: [] });
    await expect(made).rejects.toMatchObject({ code: 'storage_failed', message });
  });

  it('says that a password is needed', async () => {
    const { threads } = open(await start(['requirepass secret']));
    const message = expect.stringMatching(/password/);
    await expect(threads.get('a')).rejects.toMatchObject({ code: 'storage_failed', message });
  });

  it('shares one Redis with another store, in one order', async () => {
    const server = await start();
    const [one, two] = [open(server), open(server)];
    await one.threads.create({ id: 'a', metadata: {}, messages: [] });
    const numbers = Array.from({ length: 250 }, (_, index) => index);
    await Promise.all(
      [one, two].flatMap(({ threads }, store) =>
        numbers.map((index) => threads.append('a', [draftOf(`${store} ${index}`)])),
      ),
    );
    const seen = await one.threads.messages('a');
    expect(await two.threads.messages('a')).toEqual(seen);
    for (const store of ['0', '1']) {
      const order = seen.map(({ id }) => id.split(' ')).filter(([from]) => from === store);
      expect(order.map(([, index]) => Number(index))).toEqual(numbers);
    }
  });

  it('merges what two stores say of a thread at once', async () => {
    const server = await start();
    const [one, two] = [open(server), open(server)];
    await one.threads.create({ id: 'a', metadata: {}, messages: [] });
    const names = Array.from({ length: 50 }, (_, index) => `n${index}`);
    await Promise.all(
      names.map((name, index) => (index % 2 === 0 ? one : two).threads.update('a', { [name]: 'x' })),
    );
    const { metadata } = await two.threads.get('a');
    expect(Object.keys(metadata).toSorted()).toEqual(names.toSorted());
  });

  it('leaves nothing behind of threads and records of any name', async () => {
    const server = await start();
    const store = open(server);
    const names = fc.uniqueArray(anyText, { minLength: 1, maxLength: 8 });
    const property = fc.asyncProperty(names, async (ids) => {
      for (const id of ids) {
        await store.threads.create({ id, metadata: { [id]: id }, messages: [draftOf(id, id)] });
        await store.records.put({ kind: id, name: id, value: id, bytes: Buffer.from(id) });
      }
      expect((await store.threads.list({ limit: 10 })).map(({ id }) => id)).toEqual(ids.toReversed());
      for (const id of ids) {
        expect((await store.threads.messages(id)).map((message) => message.content)).toEqual([id]);
        await store.threads.update(id, { more: id });
        await store.threads.delete(id);
        await (id.length % 2 === 0 ? store.records.clear(id) : store.records.delete(id, id));
        expect(await store.records.list(id)).toEqual([]);
      }
    });
    await fc.assert(property, { seed: 5, numRuns: 100 });
    const redis = new Redis(server.url);
    expect(await redis.keys('*')).toEqual(['{understudy}:totals']);
    expect(await redis.hgetall('{understudy}:totals')).toMatchObject({ bytes: '0', records: '0' });
    expect(await redis.hkeys('{understudy}:totals')).toHaveLength(3);
    redis.disconnect();
  });
});
