import type { Percentiles } from './plan.ts';

/** A histogram of milliseconds, exact to 0.02 ms up to ten seconds. */
export interface Histogram {
  record(span: number): void;
  percentiles(): Percentiles;
  readonly count: number;
  readonly smallest: number;
}

const grain = 0.02;
const bucketCount = 500_000;

/** An empty histogram, its buckets allocated beforehand. */
export function createHistogram(): Histogram {
  const buckets = new Uint32Array(bucketCount);
  let count = 0;
  let smallest = Infinity;
  let largest = 0;

  function percentile(part: number): number {
    let total = 0;
    for (let bucket = 0; bucket < bucketCount; bucket += 1) {
      total += buckets[bucket] ?? 0;
      if (total > 0 && total >= part * count) return Math.min(largest, (bucket + 1) * grain);
    }
    return 0;
  }

  return {
    record(span) {
      const bucket = Math.min(bucketCount - 1, Math.max(0, Math.floor(span / grain)));
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
      count += 1;
      if (span < smallest) smallest = span;
      if (span > largest) largest = span;
    },
    percentiles: () => ({
      p50: percentile(0.5),
      p90: percentile(0.9),
      p99: percentile(0.99),
      max: largest,
    }),
    get count() {
      return count;
    },
    get smallest() {
      return smallest;
    },
  };
}
