// What a storage does, in values that can be sent to another thread. Whatever came from outside is JSON text here, so
// that any string comes back as it was and nobody shares an object with what is kept.

interface Operation<Taken, Given> {
  readonly input: Taken;
  readonly output: Given;
}

/** A thread as it is kept; its metadata is JSON. */
export interface ThreadRow {
  readonly id: string;
  readonly created: number;
  readonly metadata: string;
}

/** Messages to add at the end of a thread, each one JSON. */
export interface Addition {
  readonly id: string;
  readonly created: number;
  readonly messages: readonly string[];
  /** Whether the thread is made where it is not there. */
  readonly create: boolean;
}

/** The name of a record within its kind. */
export interface RecordName {
  readonly kind: string;
  readonly name: string;
}

/** A record as it is kept; its value is JSON. */
export interface RecordRow extends RecordName {
  readonly value: string;
  readonly bytes?: Uint8Array;
}

/** Every operation by name: what it takes and what it gives. */
export interface Operations {
  open: Operation<null, void>;
  createThread: Operation<ThreadRow & { readonly messages: readonly string[] }, void>;
  readThread: Operation<string, ThreadRow>;
  updateThread: Operation<Pick<ThreadRow, 'id' | 'metadata'>, ThreadRow>;
  deleteThread: Operation<string, void>;
  appendMessages: Operation<Addition, void>;
  /** At most `last` of the newest ones, the oldest first, as one JSON array; all where it is absent. */
  readMessages: Operation<{ readonly id: string; readonly last?: number }, string>;
  listThreads: Operation<{ readonly limit: number; readonly before?: string }, readonly ThreadRow[]>;
  createRecord: Operation<RecordRow, boolean>;
  putRecord: Operation<RecordRow, void>;
  readRecord: Operation<RecordName, RecordRow | undefined>;
  listRecords: Operation<string, readonly RecordRow[]>;
  deleteRecord: Operation<RecordName, boolean>;
  clearRecords: Operation<string, void>;
}

/** The name of an operation. */
export type OperationName = keyof Operations;

/** What an operation takes. */
export type Input<Name extends OperationName> = Operations[Name]['input'];

/** What an operation gives. */
export type Output<Name extends OperationName> = Operations[Name]['output'];

/** Does operations at once; throws an ApiError for one that is refused. */
export type Tables<Name extends OperationName = OperationName> = {
  readonly [Key in Name]: (input: Input<Key>) => Output<Key>;
};

/** Has an operation done; the order of the calls is the order of the operations. */
export type Ask = <Name extends OperationName>(name: Name, input: Input<Name>) => Promise<Output<Name>>;

/** The operations on threads and their messages. */
export type ThreadTables = Tables<Extract<OperationName, `${string}${'Thread' | 'Threads' | 'Messages'}`>>;

/** The operations on records. */
export type RecordTables = Tables<Extract<OperationName, `${string}${'Record' | 'Records'}`>>;
