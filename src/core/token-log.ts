import type { ApiError } from './api-error.ts';
import type { GenerationEvent } from './generation.ts';

/** What became of what a writer appended; 'duplicate' and 'ok' let it go on, the others tell it to stop. */
export type Appended = 'ok' | 'duplicate' | 'gap' | 'fenced' | 'over';

/** What is appended at once: events in order, or the failure that ends the log; an end event ends it too. */
export type LogEntry = readonly GenerationEvent[] | ApiError;

/** Where an entry belongs. */
export interface LogPlace {
  readonly id: string;
  /** The writer's, as its claim gave it. */
  readonly epoch: number;
  /** That of the entry's first event, counted from 0 over the whole log. */
  readonly index: number;
}

/** The right to write a log, until somebody else claims it. */
export interface LogClaim {
  readonly epoch: number;
  /** What an earlier writer has left, from index 0 on. */
  readonly events: readonly GenerationEvent[];
  /** How many others have claimed the log since something was appended last: one that claims it again is alive, and no strike. */
  readonly strikes: number;
  /** Aborts as soon as the log is cancelled or claimed by another. */
  readonly signal: AbortSignal;
}

/** How a log stands. */
export interface LogState {
  /** How many events it holds. */
  readonly length: number;
  readonly over: boolean;
  /** Whether it ended with a failure. */
  readonly failed: boolean;
  /** Who claimed it last; absent: nobody yet. */
  readonly owner?: string;
  /** The epoch of that claim; 0 where there was none. */
  readonly claim: number;
}

/**
 * Where the events of answers are kept while they are made and for a while after, so that any number of readers can follow.
 * One writer at a time: each claim fences the one before. A reader never holds up the writer.
 */
export interface TokenLog {
  /** False where the id is taken; rejects with an ApiError of core/refusals.ts where there is no room. */
  create(id: string): Promise<boolean>;
  /** 'over' where nothing can be appended any more, or no log has this id. */
  claim(id: string, owner: string): Promise<LogClaim | 'over'>;
  append(place: LogPlace, entry: LogEntry): Promise<Appended>;
  /** Fences the writer and ends the log with this error; false where it is over already, or not there. */
  cancel(id: string, reason: ApiError): Promise<boolean>;
  /** Lets a log that has failed be gone on with, from where it stands; false where it has not failed, or is not there. */
  reopen(id: string): Promise<boolean>;
  /** Undefined where no log has this id, or its time is over. */
  find(id: string): Promise<LogState | undefined>;
  /**
   * The events from an index on, live, until the log ends or the signal aborts.
   * Rejects with the failure that ended the log, once all events have been given, and with stream_not_found where there is none.
   */
  read(id: string, from: number, signal: AbortSignal): AsyncIterable<readonly GenerationEvent[]>;
}
