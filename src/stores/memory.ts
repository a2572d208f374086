import { storageFailed } from '../core/refusals.ts';
import { createLedger } from './memory/ledger.ts';
import { createRecordTables } from './memory/record-tables.ts';
import { createThreadTables } from './memory/thread-tables.ts';
import type { Ask, Input, OperationName, Output, Tables } from './operations.ts';
import type { OpenableStore, StoreOptions } from './options.ts';
import { createRecords } from './records.ts';
import { createThreads } from './threads.ts';

const defaultMaxBytes = 512 * 1024 * 1024;

/** A store that forgets everything with its process; only the texts and files themselves count into its size. */
export function createMemoryStore({ clock, bounds }: Omit<StoreOptions, 'data'>): OpenableStore {
  const ledger = createLedger(bounds.maxBytes ?? defaultMaxBytes);
  const tables: Tables = {
    open: () => undefined,
    ...createThreadTables(bounds, ledger),
    ...createRecordTables(bounds, ledger),
  };
  let closed = false;
  const ask: Ask = async (name, input) => {
    if (closed) throw storageFailed('The store is closed.');
    return perform(tables, name, input);
  };
  return {
    name: 'memory',
    threads: createThreads(ask, clock),
    records: createRecords(ask),
    open: () => ask('open', null),
    close: async () => {
      closed = true;
    },
  };
}

function perform<Name extends OperationName>(tables: Tables, name: Name, input: Input<Name>): Output<Name> {
  return tables[name](input);
}
