/** What an engine has done since it started, and what it does now: plain numbers. */
export interface Counters {
  /** Tokens said. */
  readonly tokens: number;
  /** Tokens of prompts taken in. */
  readonly promptTokens: number;
  /** Steps of the model, and the sequences of all of them together. */
  readonly steps: number;
  readonly stepSequences: number;
  /** Sequences of the last step. */
  readonly batch: number;
  /** Sequences that hold a slot, and those that wait for one. */
  readonly running: number;
  readonly queued: number;
  /** Time spent in steps, shared out by their tokens. */
  readonly prefillSeconds: number;
  readonly decodeSeconds: number;
  /** Steps that failed. */
  readonly failures: number;
}

/** Counters of nothing. */
export const noCounters: Counters = {
  tokens: 0,
  promptTokens: 0,
  steps: 0,
  stepSequences: 0,
  batch: 0,
  running: 0,
  queued: 0,
  prefillSeconds: 0,
  decodeSeconds: 0,
  failures: 0,
};
