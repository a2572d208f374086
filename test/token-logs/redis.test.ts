import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClock } from '../../src/core/clock.ts';
import type { GenerationEvent } from '../../src/core/generation.ts';
import { type RedisConnections, connectRedis } from '../../src/redis/connect.ts';
import { type Ears, createEars } from '../../src/redis/ears.ts';
import { logBounds } from '../../src/token-logs/bounds.ts';
import type { TokenLogMaker } from '../../src/token-logs/index.ts';
import { createRedisLog } from '../../src/token-logs/redis.ts';
import { describeTokenLog } from '../contracts/token-log.ts';
import { openProxy } from '../support/fault-proxy.ts';
import { type RedisCluster, startCluster } from '../support/redis-cluster.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';

let server: RedisServer;
let redis: RedisConnections;
let shared: Ears;
let logs = 0;

beforeAll(async () => {
  server = await startRedis();
  redis = await connectRedis(server);
  shared = createEars(redis.subscriber, createClock());
});
afterAll(async () => {
  await redis.close();
  await server.close();
});

const make: TokenLogMaker = ({ bounds }) => open(redis, `log${(logs += 1)}:`, bounds);

function open(connections: RedisConnections, prefix: string, bounds = logBounds) {
  const { commands, subscriber } = connections;
  const ears = connections === redis ? shared : createEars(subscriber, createClock());
  return createRedisLog({ commands, ears, clock: createClock(), bounds, openFor: 60_000, prefix });
}

const never = new AbortController().signal;
const usage = { promptTokens: 1, completionTokens: 1, reasoningTokens: 0 };
const end: GenerationEvent = { type: 'end', due: 0, usage };
const piece = (index: number): GenerationEvent => ({
  type: 'text-delta',
  due: index,
  choice: 0,
  text: `${index} "é🙂\n`,
  tokens: 1,
});

describeTokenLog('Redis', make);

describe('in a cluster', () => {
  let cluster: RedisCluster;
  let connections: RedisConnections;
  let ears: Ears;
  beforeAll(async () => {
    cluster = await startCluster();
    connections = await connectRedis(cluster);
    ears = createEars(connections.subscriber, createClock());
  }, 60_000);
  afterAll(async () => {
    await connections.close();
    await cluster.close();
  });

  describeTokenLog('Redis Cluster', ({ bounds }) => {
    const prefix = `log${(logs += 1)}:`;
    const { commands } = connections;
    return createRedisLog({ commands, ears, clock: createClock(), bounds, openFor: 60_000, prefix });
  });
});

describe('a token log in Redis', () => {
  it('is forgotten by Redis itself so long after its end', async () => {
    const log = open(redis, 'expiry:', { ...logBounds, keptFor: 150 });
    await log.create('a');
    const claim = await log.claim('a', 'writer');
    if (claim === 'over') throw new Error('over');
    await log.append({ id: 'a', epoch: claim.epoch, index: 0 }, [piece(0), end]);
    expect(await log.find('a')).toMatchObject({ length: 2, over: true });
    await expect.poll(() => log.find('a'), { timeout: 5000 }).toBeUndefined();
    expect(await redis.commands.keys('expiry:*')).toEqual([]);
  });

  it('leaves no key without an end to its time', async () => {
    const log = open(redis, 'ttl:');
    await log.create('a');
    const claim = await log.claim('a', 'writer');
    if (claim === 'over') throw new Error('over');
    await log.append({ id: 'a', epoch: claim.epoch, index: 0 }, [piece(0)]);
    const keys = await redis.commands.keys('ttl:*');
    expect(keys).toHaveLength(2);
    for (const key of keys) expect(await redis.commands.pttl(key)).toBeGreaterThan(0);
  });

  it('keeps what an id says within one slot of a cluster, whatever the id holds', async () => {
    const log = open(redis, 'slot:');
    for (const id of ['a}b', '{', '}{', 'x{y}z', '']) {
      expect(await log.create(id)).toBe(true);
      expect(await log.create(id)).toBe(false);
    }
    const keys = await redis.commands.keys('slot:*');
    expect(new Set(keys).size).toBe(5);
  });

  it('goes on for readers and writers after Redis was killed and came back with its file', async () => {
    const kept = await startRedis(['appendonly yes', 'appendfsync always']);
    const connections = await connectRedis(kept);
    try {
      const log = open(connections, '');
      await log.create('a');
      const claim = await log.claim('a', 'writer');
      if (claim === 'over') throw new Error('over');
      const heard: GenerationEvent[] = [];
      const reading = (async () => {
        for await (const batch of log.read('a', 0, never)) heard.push(...batch);
      })();
      const write = (index: number, event: GenerationEvent) =>
        log.append({ id: 'a', epoch: claim.epoch, index }, [event]);
      for (let index = 0; index < 20; index += 1) expect(await write(index, piece(index))).toBe('ok');
      await expect.poll(() => heard.length).toBe(20);
      await kept.restart();
      // A write whose answer got lost is said again: it is a duplicate then, and stands there once.
      for (let index = 20; index < 40; index += 1) {
        const told = await write(index, piece(index)).catch(() => write(index, piece(index)));
        expect(['ok', 'duplicate']).toContain(told);
      }
      await write(40, end);
      await reading;
      expect(heard).toEqual([...Array.from({ length: 40 }, (_, index) => piece(index)), end]);
    } finally {
      await connections.close();
      await kept.close();
    }
  });

  it('creates a log once where the answer of Redis got lost and it is asked again', async () => {
    const way = await openProxy(server.port);
    const connections = await connectRedis({ url: `redis://127.0.0.1:${way.port}` });
    try {
      const log = open(connections, 'lost:');
      await log.create('first');
      way.delay(200);
      const created = log.create('a');
      await expect.poll(() => redis.commands.keys('lost:*'), { interval: 5 }).toHaveLength(2);
      way.cut();
      way.pass();
      expect(await created).toBe(true);
      expect(await log.create('a')).toBe(false);
    } finally {
      await connections.close();
      await way.close();
    }
  });
});
