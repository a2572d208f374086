import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../src/core/clock.ts';
import type { GenerationEvent } from '../../src/core/generation.ts';
import { streamCancelled } from '../../src/core/refusals.ts';
import type { TokenLog } from '../../src/core/token-log.ts';
import { type RedisConnections, connectRedis } from '../../src/redis/connect.ts';
import { createEars } from '../../src/redis/ears.ts';
import { logBounds } from '../../src/token-logs/bounds.ts';
import { createRedisLog } from '../../src/token-logs/redis.ts';
import { type SmallRedis, startSmallRedis } from '../support/full-redis.ts';

let redis: SmallRedis;
let connections: RedisConnections;
let log: TokenLog;

beforeEach(async () => {
  redis = await startSmallRedis();
  connections = await connectRedis(redis);
  const { commands, subscriber } = connections;
  const clock = createClock();
  const ears = createEars(subscriber, clock);
  log = createRedisLog({
    commands,
    ears,
    clock,
    bounds: logBounds,
    openFor: 60_000,
    prefix: '',
  });
});
afterEach(async () => {
  await redis.close();
  await connections.close();
});

const full = { status: 503, code: 'queue_unavailable', message: expect.stringContaining('maxmemory') };
const never = new AbortController().signal;
const usage = { promptTokens: 1, completionTokens: 1, reasoningTokens: 0 };
const end: GenerationEvent = { type: 'end', due: 0, usage };
const piece = (index: number): GenerationEvent => ({
  type: 'text-delta',
  due: index,
  choice: 0,
  text: 'x'.repeat(1000),
  tokens: 1,
});

async function begin(id: string) {
  await log.create(id);
  return claim(id);
}

async function claim(id: string) {
  const claimed = await log.claim(id, 'writer');
  if (claimed === 'over') throw new Error('over');
  return (index: number, event: GenerationEvent) => log.append({ id, epoch: claimed.epoch, index }, [event]);
}

/** What a reader hears, and how it ends. */
async function hear(id: string, from = 0) {
  const events: GenerationEvent[] = [];
  try {
    for await (const batch of log.read(id, from, never)) events.push(...batch);
    return { events, ended: 'end' };
  } catch (error) {
    return { events, ended: error };
  }
}

describe('a token log in a Redis without room', () => {
  it('ends with the reason for whoever listens, comes later or comes back, after all that was said', async () => {
    const write = await begin('a');
    const early = hear('a');
    await write(0, piece(0));
    await redis.fill(connections.commands);
    expect(await write(1, piece(1))).toBe('over');
    expect(await write(1, piece(1))).toBe('over');
    expect(await early).toMatchObject({ events: [piece(0)], ended: full });
    expect(await hear('a')).toMatchObject({ events: [piece(0)], ended: full });
    expect(await hear('a', 1)).toMatchObject({ events: [], ended: full });
    expect(await log.find('a')).toMatchObject({ length: 1, over: true });
    expect(await log.claim('a', 'another')).toBe('over');
  });

  it('stays as it ended when there is room again, and gives back what it holds soon', async () => {
    const write = await begin('a');
    await write(0, piece(0));
    await redis.fill(connections.commands);
    await write(1, piece(1));
    await redis.empty(connections.commands);
    expect(await write(1, piece(1))).toBe('over');
    expect(await hear('a')).toMatchObject({ events: [piece(0)], ended: full });
    for (const key of await connections.commands.keys('{a}*')) {
      expect(await connections.commands.pttl(key)).toBeLessThanOrEqual(30_000);
    }
    const again = await begin('b');
    expect(await again(0, end)).toBe('ok');
    expect(await hear('b')).toEqual({ events: [end], ended: 'end' });
  });

  it('can be claimed, failed and cancelled, and refuses only what is new', async () => {
    await log.create('claimed');
    await log.create('cancelled');
    const fail = await begin('failed');
    await fail(0, piece(0));
    await redis.fill(connections.commands);
    const write = await claim('claimed');
    expect(await write(0, piece(0))).toBe('over');
    expect(await hear('claimed')).toMatchObject({ events: [], ended: full });
    expect(await log.append({ id: 'failed', epoch: 1, index: 1 }, streamCancelled())).toBe('ok');
    expect(await hear('failed')).toMatchObject({ events: [piece(0)], ended: { code: 'cancelled' } });
    expect(await log.cancel('cancelled', streamCancelled())).toBe(true);
    expect(await hear('cancelled')).toMatchObject({ ended: { code: 'cancelled' } });
    const ids = Array.from({ length: 50 }, (_, index) => `new-${index}`);
    const refused = await Promise.all(ids.map((id) => log.create(id).catch((error: unknown) => error)));
    expect(refused).toContainEqual(expect.objectContaining(full));
  });
});
