import type { Role, ToolCall } from './message.ts';

/** Short texts by name, of whoever calls. */
export type Metadata = Readonly<Record<string, string>>;

/** A kept conversation. */
export interface Thread {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  readonly metadata: Metadata;
}

/** A message that is to be kept. */
export interface MessageDraft {
  readonly id: string;
  readonly role: Role;
  /** The content as plain text; null where it has none. */
  readonly content: string | null;
  /** The content as it came, where it came in parts. */
  readonly parts?: readonly unknown[];
  readonly name?: string;
  readonly toolCallId?: string;
  readonly toolCalls?: readonly ToolCall[];
  readonly attachments?: readonly unknown[];
  readonly metadata?: Metadata;
}

/** A kept message. */
export interface ThreadMessage extends MessageDraft {
  /** Seconds since 1970. */
  readonly created: number;
}

/** A thread that is to be kept, with its first messages. */
export interface ThreadDraft {
  readonly id: string;
  readonly metadata: Metadata;
  readonly messages: readonly MessageDraft[];
}

/** A new turn of a kept conversation: the kept messages go before it, and it is kept together with its answer. */
export interface ThreadTurn {
  readonly thread: string;
  /** Where among the request's messages the kept ones go. */
  readonly position: number;
  /** What is kept of the request, besides the answer. */
  readonly drafts: readonly MessageDraft[];
  /** Whether the turn is kept. */
  readonly keep: boolean;
  /** What happens where the thread is not there: it is made when the turn is kept, or the request is refused. */
  readonly absent: 'create' | 'refuse';
  /** Whether the thread's id has been made for this turn: nothing is kept under it yet. */
  readonly isNew: boolean;
  /** The clock's moment from which the moments of the answer count. */
  readonly began: number;
  /** Whether it is still for this maker to keep the turn: another may have taken its answer over. Absent: it is. */
  isMine?(): Promise<boolean>;
}

/** Which messages of a thread are asked for. */
export interface MessageRange {
  /** At most so many, the newest ones; absent: all. */
  readonly last?: number;
}

/** Which threads are asked for. */
export interface ThreadRange {
  /** At most so many, the newest ones. */
  readonly limit: number;
  /** Only those made before this one. */
  readonly before?: string;
}

/**
 * Where conversations are kept. What has resolved is kept: an `append` is whole or not at all, and messages have the order in which
 * they were appended, whatever the clock says. Rejects with an ApiError of core/refusals.ts: threadNotFound, threadExists,
 * storageLimit at a bound, storageFailed where the storage itself fails.
 */
export interface ThreadStore {
  create(thread: ThreadDraft): Promise<Thread>;
  get(id: string): Promise<Thread>;
  /** Adds to the metadata, and replaces what is there under the same names. */
  update(id: string, metadata: Metadata): Promise<Thread>;
  delete(id: string): Promise<void>;
  /** Adds messages at the end; where the thread is not there, it is made if `absent` says so. */
  append(
    id: string,
    messages: readonly MessageDraft[],
    absent?: ThreadTurn['absent'],
  ): Promise<readonly ThreadMessage[]>;
  /** The oldest one first. */
  messages(id: string, range?: MessageRange): Promise<readonly ThreadMessage[]>;
  /** The newest one first; threadNotFound where `before` names none. */
  list(range: ThreadRange): Promise<readonly Thread[]>;
}
