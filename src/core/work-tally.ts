import { type SpanHistogram, createSpanHistogram } from './tally.ts';

/** What a maker of answers counts. */
export interface WorkTally {
  /** Answers whose making ended here: told to the end, or with an error. */
  done: number;
  /** Answers that a leaving worker left to others. */
  handedOver: number;
  /** Makers that broke down. */
  broken: number;
  /** Answers that were gone on with after another maker. */
  takenOver: number;
  /** Appends that were refused since another maker had the log by then. */
  fenced: number;
  /** From the request for an answer to its first maker. */
  readonly wait: SpanHistogram;
}

/** A tally at zero. */
export function createWorkTally(): WorkTally {
  return { done: 0, handedOver: 0, broken: 0, takenOver: 0, fenced: 0, wait: createSpanHistogram() };
}

/** The waits that are told apart, in seconds. */
export const waitBounds = [0.005, 0.025, 0.1, 0.5, 1, 2.5, 10, 30] as const;

/** The tally as numbers by name, which can be added up over makers. */
export function readWork({ wait, ...counts }: WorkTally): Readonly<Record<string, number>> {
  const upTo = waitBounds.map((bound) => [`wait_${bound}`, wait.countUpTo(bound * 1000)] as const);
  return { ...counts, ...Object.fromEntries(upTo), waitCount: wait.count, waitSum: wait.sum / 1000 };
}
