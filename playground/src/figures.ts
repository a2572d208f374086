import type { Schedule } from './paces.ts';

/** What the arrivals of a stream's tokens come to, in milliseconds. */
export interface Figures {
  readonly count: number;
  readonly ttft?: number;
  readonly tokensPerSecond?: number;
  /** How much later than due tokens came; absent where no schedule is known. */
  readonly lateness?: { readonly p50: number; readonly p95: number; readonly p99: number };
}

/** The milliseconds, counted from the request, at which a token is due; the first one is number 0. */
export function dueAt({ ttft, tokensPerSecond }: Schedule, index: number): number {
  return ttft + (index * 1000) / tokensPerSecond;
}

/** How much later than due each token came; negative where it was early. */
export function listLateness(arrivals: readonly number[], schedule: Schedule): readonly number[] {
  return arrivals.map((arrival, index) => arrival - dueAt(schedule, index));
}

/** The figures of what has arrived so far. */
export function computeFigures(arrivals: readonly number[], schedule: Schedule | undefined): Figures {
  const [first] = arrivals;
  const last = arrivals.at(-1);
  const count = arrivals.length;
  if (first === undefined || last === undefined) return { count };
  const rate = last > first ? { tokensPerSecond: ((count - 1) * 1000) / (last - first) } : {};
  return {
    count,
    ttft: first,
    ...rate,
    ...(schedule === undefined ? {} : { lateness: rank(listLateness(arrivals, schedule)) }),
  };
}

function rank(values: readonly number[]) {
  const sorted = Float64Array.from(values).sort();
  const quantile = (part: number): number => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0;
  return { p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99) };
}
