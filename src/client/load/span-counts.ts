/** Counts of spans in milliseconds, in buckets that grow by 1 %: what is read from them is exact to half a percent. */
export interface SpanCounts {
  count: number;
  sum: number;
  /** The longest span, exact. */
  max: number;
  readonly buckets: Uint32Array;
}

/** The figures that are told of a kind of span, in milliseconds. */
export interface Percentiles {
  readonly count: number;
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
}

const smallest = 0.001;
const growth = Math.log(1.01);
const bucketCount = 2300;

/** No spans; buckets reach from a microsecond to over two hours. */
export function createSpanCounts(): SpanCounts {
  return { count: 0, sum: 0, max: 0, buckets: new Uint32Array(bucketCount) };
}

/** Counts a span; what came before its moment counts as 0. */
export function recordSpan(counts: SpanCounts, span: number): void {
  const bucket =
    span > smallest ? Math.min(bucketCount - 1, Math.ceil(Math.log(span / smallest) / growth)) : 0;
  counts.buckets[bucket] = (counts.buckets[bucket] ?? 0) + 1;
  counts.count += 1;
  counts.sum += Math.max(0, span);
  counts.max = Math.max(counts.max, span);
}

/** Adds the spans of another to the first. */
export function addSpans(into: SpanCounts, from: SpanCounts): void {
  into.count += from.count;
  into.sum += from.sum;
  into.max = Math.max(into.max, from.max);
  from.buckets.forEach((count, bucket) => (into.buckets[bucket] = (into.buckets[bucket] ?? 0) + count));
}

/** The span that so large a part (0 to 1) of all does not exceed; 0 when there are none. */
export function quantile({ count, max, buckets }: SpanCounts, part: number): number {
  if (count === 0) return 0;
  const wanted = Math.max(1, Math.ceil(part * count));
  // The last of all is known exactly.
  if (wanted === count) return max;
  let total = 0;
  const bucket = buckets.findIndex((each) => (total += each) >= wanted);
  return bucket <= 0 ? 0 : Math.min(max, smallest * Math.exp((bucket - 0.5) * growth));
}

/** What is told of the spans. */
export function readPercentiles(counts: SpanCounts): Percentiles {
  const { count, sum, max } = counts;
  return {
    count,
    mean: count === 0 ? 0 : sum / count,
    p50: quantile(counts, 0.5),
    p90: quantile(counts, 0.9),
    p99: quantile(counts, 0.99),
    p999: quantile(counts, 0.999),
    max,
  };
}
