import type { UnreadableReason } from './unreadable.ts';

/** What is read in a process of its own. */
export type ReaderKind = 'pdf' | 'html';

/** The codes with which that process ends where it cannot read what it was given. */
export const exitCodes: ReadonlyMap<number, UnreadableReason> = new Map([
  [10, 'broken'],
  [11, 'locked'],
  [12, 'empty'],
  [13, 'long'],
]);

/** Milliseconds that reading a file may take: ten megabytes of dense PDF take 10 s. */
export const longestReading = 30_000;

/** Bytes that the process may take, all in all: what it starts with is 80 MB. */
export const largestProcess = 1_000_000_000;

/** Why a reader finds no text in what it was given. */
export class NoTextError extends Error {
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason) {
    super(reason);
    this.name = 'NoTextError';
    this.reason = reason;
  }
}
