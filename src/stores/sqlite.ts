import { createConnection } from './sqlite/connection.ts';
import type { OpenableStore, StoreOptions } from './options.ts';
import { createRecords } from './records.ts';
import { createThreads } from './threads.ts';

/** A store in one SQLite file of its folder, which is made at the first use. */
export function createSqliteStore({ clock, data, bounds }: StoreOptions): OpenableStore {
  const { ask, close } = createConnection({ folder: data, bounds });
  return {
    name: 'sqlite',
    threads: createThreads(ask, clock),
    records: createRecords(ask),
    open: () => ask('open', null),
    close,
  };
}
