import type { Clock } from '../core/clock.ts';
import type { Store } from '../core/store.ts';
import type { StoreBounds } from './bounds.ts';

/** What a store is made of. */
export interface StoreOptions {
  readonly clock: Clock;
  /** The folder that holds its files, where it has any. */
  readonly data: string;
  readonly bounds: StoreBounds;
}

/** A store that need not wait for its first use to find its storage. */
export interface OpenableStore extends Store {
  /** Resolves when the storage can be used; rejects with storageFailed, which says why it cannot. */
  open(): Promise<void>;
}
