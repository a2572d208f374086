import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpanHistogram, createTally } from '../../src/core/tally.ts';

// A bucket's upper bound over its lower one.
const bucket = 2 ** (1 / 8);
const spans = fc.array(fc.double({ min: 0.01, max: 600_000, noNaN: true }), { minLength: 1, maxLength: 200 });

function fill(values: readonly number[]) {
  const histogram = createSpanHistogram();
  for (const value of values) histogram.record(value);
  return histogram;
}

// The smallest value that so large a part of all does not exceed.
function quantileOf(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

describe('a histogram of spans', () => {
  it('tells quantiles within a bucket of those of the sorted spans', () => {
    fc.assert(
      fc.property(spans, fc.constantFrom(0, 0.01, 0.25, 0.5, 0.9, 0.99, 0.999, 1), (values, part) => {
        const told = fill(values).quantile(part);
        const exact = quantileOf(values, part);
        expect(told).toBeGreaterThanOrEqual(exact * (1 - 1e-9));
        expect(told).toBeLessThanOrEqual(exact * bucket * (1 + 1e-9));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('counts the spans up to a bound within its bucket', () => {
    fc.assert(
      fc.property(spans, fc.double({ min: 0.01, max: 600_000, noNaN: true }), (values, bound) => {
        const counted = fill(values).countUpTo(bound);
        expect(counted).toBeGreaterThanOrEqual(values.filter((value) => value <= bound).length);
        expect(counted).toBeLessThanOrEqual(
          values.filter((value) => value <= bound * bucket * (1 + 1e-9)).length,
        );
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('counts and sums every span, those outside its buckets too', () => {
    const histogram = fill([0, -1, 0.001, 5, 1e9]);
    expect(histogram.count).toBe(5);
    expect(histogram.sum).toBe(5.001 - 1 + 1e9);
    expect(histogram.countUpTo(0.01)).toBe(3);
    expect(histogram.countUpTo(1e12)).toBe(5);
    expect(histogram.quantile(0)).toBe(0.01);
    expect(histogram.quantile(1)).toBeGreaterThan(600_000);
  });

  it('is at zero while it is empty', () => {
    const histogram = createSpanHistogram();
    expect([histogram.count, histogram.sum, histogram.quantile(0.5), histogram.countUpTo(1000)]).toEqual([
      0, 0, 0, 0,
    ]);
  });
});

describe('a tally', () => {
  it('begins at zero and shares nothing with another', () => {
    const one = createTally();
    one.tokens += 5;
    one.finished.stop += 1;
    one.lateness.record(3);
    const other = createTally();
    expect(other).toMatchObject({ running: 0, waiting: 0, tokens: 0, finished: { stop: 0, length: 0 } });
    expect(other.lateness.count).toBe(0);
  });
});
