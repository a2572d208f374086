import { afterAll, beforeAll } from 'vitest';
import { createBullQueue } from '../../src/job-queues/bullmq.ts';
import { type RedisConnections, connectRedis } from '../../src/redis/connect.ts';
import { describeJobQueue } from '../contracts/job-queue.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';

let server: RedisServer;
let redis: RedisConnections;
let queues = 0;

beforeAll(async () => {
  server = await startRedis();
  redis = await connectRedis(server);
});
afterAll(async () => {
  await redis.close();
  await server.close();
});

describeJobQueue('BullMQ', async (bounds) => {
  const { commands, extra } = redis;
  return createBullQueue({ commands, extra, bounds, prefix: `queue${(queues += 1)}:` });
});
