import { storageFailed } from '../core/refusals.ts';
import type { RedisClient } from '../redis/cluster.ts';
import type { Ask, Input, OperationName, Output, Tables } from './operations.ts';
import type { OpenableStore, StoreOptions } from './options.ts';
import { createRecords } from './records.ts';
import { createConnection, type Deferred } from './redis/connection.ts';
import { describeFailure } from './redis/failures.ts';
import { createRecordTables } from './redis/record-tables.ts';
import { createThreadTables } from './redis/thread-tables.ts';
import { createThreads } from './threads.ts';

/** What a store in Redis is made of. */
export interface RedisStoreOptions extends Omit<StoreOptions, 'data'> {
  /** Says where Redis is and how to come in; the store has a connection of its own to there, and leaves this one alone. */
  readonly redis: RedisClient;
  /** What the names of all keys begin with. */
  readonly prefix?: string;
}

/** A store in Redis, which several servers may share; a call ends within some seconds, whatever Redis does. */
export function createRedisStore({ redis, prefix = '', clock, bounds }: RedisStoreOptions): OpenableStore {
  const { run, open, close } = createConnection(redis, prefix);
  const tables: Deferred<Tables> = {
    open,
    ...createThreadTables(run, bounds),
    ...createRecordTables(run, bounds),
  };
  const pending = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  const ask: Ask = (name, input) => {
    if (closing !== undefined) return Promise.reject(storageFailed('The store is closed.'));
    const asked = perform(tables, name, input).catch((error: unknown) => {
      throw describeFailure(error);
    });
    const settled = asked.then(forget, forget);
    pending.add(settled);
    function forget(): void {
      pending.delete(settled);
    }
    return asked;
  };

  async function end(): Promise<void> {
    await Promise.all(pending);
    close();
  }

  return {
    name: 'redis',
    threads: createThreads(ask, clock),
    records: createRecords(ask),
    open: () => ask('open', null),
    close: () => (closing ??= end()),
  };
}

function perform<Name extends OperationName>(
  tables: Deferred<Tables>,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  return tables[name](input);
}
