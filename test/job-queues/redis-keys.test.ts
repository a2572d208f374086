import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRedisKeys } from '../../src/job-queues/redis-keys.ts';
import { type RedisConnections, connectRedis } from '../../src/redis/connect.ts';
import { describeKeyMemory } from '../contracts/key-memory.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';

let server: RedisServer;
let redis: RedisConnections;
let count = 0;

beforeAll(async () => {
  server = await startRedis();
  redis = await connectRedis(server);
});
afterAll(async () => {
  await redis.close();
  await server.close();
});

const make = (keptFor: number) =>
  createRedisKeys({ commands: redis.commands, prefix: `keys${(count += 1)}:`, keptFor });

describeKeyMemory('Redis', () => make(60_000));

it('has Redis itself forget a key', async () => {
  await make(60_000).claim('a', { print: 'print', id: 'one', began: 0 });
  expect(await redis.commands.pttl(`keys${count}:key:a`)).toBeGreaterThan(0);
});
