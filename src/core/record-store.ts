/** Something that is kept under a name. */
export interface StoredRecord {
  /** What sort of thing it is: names are told apart within one kind. */
  readonly kind: string;
  readonly name: string;
  /** Any JSON value. */
  readonly value: unknown;
  /** What belongs to it and is no JSON. */
  readonly bytes?: Uint8Array;
}

/**
 * Where named things are kept. What has resolved is kept, whole or not at all.
 * Rejects with an ApiError of core/refusals.ts: storageLimit at a bound, storageFailed where the storage itself fails.
 */
export interface RecordStore {
  /** False where the name is taken: nothing has changed then. */
  create(record: StoredRecord): Promise<boolean>;
  /** Replaces what has this name, which keeps its place in the list, or adds it. */
  put(record: StoredRecord): Promise<void>;
  get(kind: string, name: string): Promise<StoredRecord | undefined>;
  /** All of a kind without their bytes, in the order in which they were made. */
  list(kind: string): Promise<readonly StoredRecord[]>;
  /** Whether there was one to delete. */
  delete(kind: string, name: string): Promise<boolean>;
  /** Deletes all of a kind. */
  clear(kind: string): Promise<void>;
}
