import type { FinishReason } from './generation.ts';

/** A histogram of spans in milliseconds, in preallocated buckets that grow by a factor of 2^(1/8). */
export interface SpanHistogram {
  readonly count: number;
  readonly sum: number;
  record(span: number): void;
  /** How many spans were at most so long, exact to a bucket of 9 %. */
  countUpTo(span: number): number;
  /** The span that so large a part (0 to 1) of all does not exceed, exact to a bucket of 9 %; 0 when empty. */
  quantile(part: number): number;
}

const smallest = 0.01;
const perOctave = 8;
const bucketCount = 208;

/** An empty histogram: 0.01 ms to over 10 minutes. */
export function createSpanHistogram(): SpanHistogram {
  const buckets = new Float64Array(bucketCount);
  let count = 0;
  let sum = 0;

  function bucketOf(span: number): number {
    if (!(span > smallest)) return 0;
    return Math.min(bucketCount - 1, Math.ceil(Math.log2(span / smallest) * perOctave));
  }

  return {
    get count() {
      return count;
    },
    get sum() {
      return sum;
    },
    record(span) {
      if (!Number.isFinite(span)) return;
      const bucket = bucketOf(span);
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
      count += 1;
      sum += span;
    },
    countUpTo(span) {
      let total = 0;
      const last = bucketOf(span);
      for (let bucket = 0; bucket <= last; bucket += 1) total += buckets[bucket] ?? 0;
      return total;
    },
    quantile(part) {
      let total = 0;
      for (let bucket = 0; bucket < bucketCount; bucket += 1) {
        total += buckets[bucket] ?? 0;
        if (total >= part * count && total > 0) return smallest * 2 ** (bucket / perOctave);
      }
      return 0;
    },
  };
}

/** What the server counts while it works: plain numbers, read when somebody asks. */
export interface Tally {
  /** Streams that are being written now. */
  running: number;
  /** Requests that wait for a whole answer now. */
  waiting: number;
  /** Tokens sent in streams and whole answers. */
  tokens: number;
  promptTokens: number;
  /** Streams and answers whose client hung up. */
  aborted: number;
  /** Streams cut because the client stopped reading. */
  slowReaders: number;
  /** How much later than its moment each paced piece was written. */
  readonly lateness: SpanHistogram;
  /** From the request to the first piece of text. */
  readonly timeToFirstToken: SpanHistogram;
  /** From the request to the end of the answer. */
  readonly duration: SpanHistogram;
  /** Mean time between tokens of each answer. */
  readonly timePerToken: SpanHistogram;
  /** From each piece of a stream to the next. */
  readonly timeBetweenPieces: SpanHistogram;
  /** Answers by the reason they ended. */
  readonly finished: Record<FinishReason, number>;
}

/** A tally at zero. */
export function createTally(): Tally {
  return {
    running: 0,
    waiting: 0,
    tokens: 0,
    promptTokens: 0,
    aborted: 0,
    slowReaders: 0,
    lateness: createSpanHistogram(),
    timeToFirstToken: createSpanHistogram(),
    duration: createSpanHistogram(),
    timePerToken: createSpanHistogram(),
    timeBetweenPieces: createSpanHistogram(),
    finished: { stop: 0, length: 0, 'tool-calls': 0 },
  };
}
