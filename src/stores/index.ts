import { createMemoryStore } from './memory.ts';
import type { OpenableStore, StoreOptions } from './options.ts';
import { createSqliteStore } from './sqlite.ts';

/** How a store is made; nothing is opened before it is used. */
export type StoreMaker = (options: StoreOptions) => OpenableStore;

/** All stores by name. */
export const stores = {
  sqlite: createSqliteStore,
  memory: createMemoryStore,
} satisfies Record<string, StoreMaker>;

/** Stores that several machines may share, by name; each is loaded when it is asked for, since few servers have one. */
export const sharedStores = {
  redis: async () => (await import('./redis.ts')).createRedisStore,
};
