import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planArrivals } from '../../../src/client/load/arrivals.ts';
import {
  addSpans,
  createSpanCounts,
  quantile,
  readPercentiles,
  recordSpan,
} from '../../../src/client/load/span-counts.ts';

describe('counts of spans', () => {
  it('tell every percentile within one percent', () => {
    const spans = fc.array(fc.double({ min: 0.01, max: 6e5, noNaN: true }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(spans, fc.constantFrom(0.5, 0.9, 0.99, 0.999), (values, part) => {
        const counts = createSpanCounts();
        for (const value of values) recordSpan(counts, value);
        const exact = values.toSorted((a, b) => a - b)[Math.ceil(part * values.length) - 1] ?? NaN;
        expect(Math.abs(quantile(counts, part) - exact) / exact).toBeLessThan(0.01);
      }),
    );
  });

  it('are zero when empty, and when all came early', () => {
    const counts = createSpanCounts();
    expect(readPercentiles(counts)).toEqual({ count: 0, mean: 0, p50: 0, p90: 0, p99: 0, p999: 0, max: 0 });
    recordSpan(counts, -3);
    expect(readPercentiles(counts)).toMatchObject({ count: 1, mean: 0, p50: 0, max: 0 });
  });

  it('add up', () => {
    const [one, two] = [createSpanCounts(), createSpanCounts()];
    recordSpan(one, 10);
    recordSpan(two, 30);
    addSpans(one, two);
    expect(one).toMatchObject({ count: 2, sum: 40, max: 30 });
    expect(quantile(one, 0.5)).toBeCloseTo(10, 0);
  });
});

describe('arrivals', () => {
  function take(shape: 'even' | 'poisson', index: number, of: number, count: number): readonly number[] {
    const moments = planArrivals({ kind: 'open', rate: 100, shape }, { index, of });
    return Array.from({ length: count }, () => moments.next().value);
  }

  it('are shared out evenly between workers', () => {
    expect([...take('even', 0, 2, 3), ...take('even', 1, 2, 3)]).toEqual([0, 20, 40, 10, 30, 50]);
  });

  it('scatter as a Poisson process of the rate, the same each time', () => {
    const moments = take('poisson', 0, 2, 20_000);
    expect(moments).toEqual(take('poisson', 0, 2, 20_000));
    const gaps = moments.map((moment, index) => moment - (moments[index - 1] ?? 0));
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
    expect(Math.abs(mean - 20)).toBeLessThan(0.6);
    expect(Math.abs(Math.sqrt(variance) / mean - 1)).toBeLessThan(0.03);
  });
});
