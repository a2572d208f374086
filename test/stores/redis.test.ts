import { Redis } from 'ioredis';
import { afterAll } from 'vitest';
import type { OpenableStore } from '../../src/stores/options.ts';
import { sharedStores } from '../../src/stores/index.ts';
import { describeRecordStore } from '../contracts/record-store.ts';
import { type StoreAsked, describeThreadStore } from '../contracts/thread-store.ts';
import { startRedis } from '../support/redis-server.ts';

const createRedisStore = await sharedStores.redis();
const alone = await startRedis();
const cluster = await startRedis(['cluster-enabled yes']);
const admin = new Redis(cluster.url);
await admin.call('CLUSTER', 'ADDSLOTSRANGE', 0, 16383);
while (!(await admin.cluster('INFO')).includes('cluster_state:ok'));
admin.disconnect();

afterAll(async () => {
  await alone.close();
  await cluster.close();
});

let stores = 0;

// Each store has names of its own, so that it is empty.
function createAt(url: string, { clock, bounds }: StoreAsked): OpenableStore {
  const redis = new Redis(url, { lazyConnect: true, keyPrefix: `${(stores += 1)}:` });
  return createRedisStore({ redis, clock, bounds });
}

describeThreadStore('redis', (asked) => createAt(alone.url, asked));
describeRecordStore('redis', (asked) => createAt(alone.url, asked));
describeThreadStore('redis in a cluster', (asked) => createAt(cluster.url, asked));
describeRecordStore('redis in a cluster', (asked) => createAt(cluster.url, asked));
