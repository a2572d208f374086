import type { Random } from './chance.ts';

/** Tells the due moment of the next piece, which holds so many tokens: ms after the generation began, never falling. */
export type Schedule = (tokens: number) => number;

/** The pace that a pacer keeps in the mean: milliseconds to the first token, the rate of the others, and how far their gaps scatter. */
export interface MeanPace {
  readonly ttft: number;
  readonly tokensPerSecond: number;
  readonly jitter: number;
}

/** When each piece of an answer is due: moments, not gaps, so that a late piece never makes the next one late. */
export interface Pacer {
  readonly name: string;
  /** Whether all pieces are due at once, so that they may travel together. */
  readonly instant: boolean;
  /** Absent where it keeps no rate of tokens. */
  readonly mean?: MeanPace;
  schedule(random: Random): Schedule;
}
