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
