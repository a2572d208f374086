import { checkBytes } from '../room.ts';

/** Knows how much is kept in memory. */
export interface Ledger {
  /** Takes so many bytes, or gives them back where they are negative; throws where no such room is left. */
  take(bytes: number): void;
}

/** A ledger of at most so many bytes. */
export function createLedger(maxBytes: number): Ledger {
  let taken = 0;
  return {
    take: (bytes) => {
      if (bytes > 0) checkBytes(taken + bytes, maxBytes);
      taken += bytes;
    },
  };
}
