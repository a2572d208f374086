import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFigures, dueAt, listLateness } from '../../playground/src/figures.ts';
import { parseMetrics, quantileOf, sumOf } from '../../playground/src/metrics-text.ts';

const schedule = { ttft: 200, tokensPerSecond: 50 };

describe('figures', () => {
  it('hold each arrival against an absolute schedule, so that one late token makes no other late', () => {
    expect([0, 1, 50].map((index) => dueAt(schedule, index))).toEqual([200, 220, 1200]);
    expect(listLateness([200, 320, 240], schedule)).toEqual([0, 100, 0]);
  });

  it('rank lateness by the nearest rank', () => {
    const arrivals = Array.from({ length: 100 }, (_, index) => dueAt(schedule, index) + index + 1);
    expect(computeFigures(arrivals, schedule)).toEqual({
      count: 100,
      ttft: 201,
      tokensPerSecond: expect.closeTo(99_000 / (99 * 21), 6),
      lateness: { p50: expect.closeTo(50), p95: expect.closeTo(95), p99: expect.closeTo(99) },
    });
  });

  it('leave out what cannot be known', () => {
    expect(computeFigures([], schedule)).toEqual({ count: 0 });
    expect(computeFigures([7], undefined)).toEqual({ count: 1, ttft: 7 });
    expect(computeFigures([7, 7], undefined)).toEqual({ count: 2, ttft: 7 });
  });

  it('find no lateness in tokens that came when they were due', () => {
    const paces = fc.record({
      ttft: fc.integer({ min: 0, max: 5000 }),
      tokensPerSecond: fc.integer({ min: 1, max: 5000 }),
    });
    fc.assert(
      fc.property(paces, fc.integer({ min: 2, max: 300 }), (pace, count) => {
        const { lateness, tokensPerSecond } = computeFigures(
          Array.from({ length: count }, (_, index) => dueAt(pace, index)),
          pace,
        );
        expect(lateness).toEqual({ p50: 0, p95: 0, p99: 0 });
        expect(tokensPerSecond).toBeCloseTo(pace.tokensPerSecond, 5);
      }),
      { seed: 1 },
    );
  });
});

describe('metrics', () => {
  const samples = parseMetrics(`# HELP running How many.
running{kind="a",note="x \\" } y"} 2
running{kind="b"} 3
late_bucket{le="0.01"} 50
late_bucket{le="0.1"} 99
late_bucket{le="+Inf"} 100
late_count 100
broken
`);

  it('are read with labels that hold anything', () => {
    expect(samples[0]).toEqual({
      name: 'running',
      labels: { kind: 'a', note: String.raw`x \" } y` },
      value: 2,
    });
    expect(samples).toHaveLength(6);
  });

  it('add up over labels, and tell nothing of what is not there', () => {
    expect(sumOf(samples, 'running')).toBe(5);
    expect(sumOf(samples, 'walking')).toBeUndefined();
  });

  it('give the bucket that a quantile lies in', () => {
    expect([0.5, 0.51, 0.99, 1].map((part) => quantileOf(samples, 'late', part))).toEqual([
      0.01,
      0.1,
      0.1,
      Infinity,
    ]);
    expect(quantileOf(samples, 'early', 0.5)).toBeUndefined();
  });
});
