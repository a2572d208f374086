import { afterAll } from 'vitest';
import type { OpenableStore } from '../../src/stores/options.ts';
import { connectRedis } from '../../src/redis/connect.ts';
import { sharedStores } from '../../src/stores/index.ts';
import { describeRecordStore } from '../contracts/record-store.ts';
import { type StoreAsked, describeThreadStore } from '../contracts/thread-store.ts';
import { startCluster } from '../support/redis-cluster.ts';
import { startRedis } from '../support/redis-server.ts';

const createRedisStore = await sharedStores.redis();
const alone = await startRedis();
const cluster = await startCluster();
const connections = await Promise.all([alone, cluster].map(connectRedis));

afterAll(async () => {
  await Promise.all(connections.map(({ close }) => close()));
  await alone.close();
  await cluster.close();
});

let stores = 0;

// Each store has names of its own, so that it is empty.
function createAt(which: 0 | 1, { clock, bounds }: StoreAsked): OpenableStore {
  const redis = connections[which]?.commands;
  if (redis === undefined) throw new Error('No Redis.');
  return createRedisStore({ redis, prefix: `${(stores += 1)}:`, clock, bounds });
}

describeThreadStore('redis', (asked) => createAt(0, asked));
describeRecordStore('redis', (asked) => createAt(0, asked));
describeThreadStore('redis in a cluster', (asked) => createAt(1, asked));
describeRecordStore('redis in a cluster', (asked) => createAt(1, asked));
