import type { RecordStore } from './record-store.ts';
import type { ThreadStore } from './thread-store.ts';

/** Where a server keeps what outlives its answers. */
export interface Store {
  readonly name: string;
  readonly threads: ThreadStore;
  readonly records: RecordStore;
  /** Keeps what has been asked for, and lets go of the storage. */
  close(): Promise<void>;
}
