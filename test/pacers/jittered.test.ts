import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/core/chance.ts';
import { createJittered, jitteredOptions } from '../../src/pacers/jittered.ts';
import { describePacer } from '../contracts/pacer.ts';

const base = { ttft: 100, tokensPerSecond: 100 };

for (const jitterShape of ['normal', 'log-normal'] as const) {
  for (const jitter of [0.1, 0.5, 1]) {
    describePacer(
      `jittered (${jitterShape}, ${jitter})`,
      () => createJittered({ ...base, jitter, jitterShape }),
      // Five times the deviation of the mean of 10,000 gaps.
      { first: 100, gap: 10, tolerance: 0.05 * jitter },
    );
  }
}

// The gaps between tokens of one stream, in gaps of the mean rate.
function drawGaps(jitter: number, jitterShape: 'normal' | 'log-normal', count = 40_000): number[] {
  const schedule = createJittered({ ...base, jitter, jitterShape }).schedule(createRandom('gaps'));
  let last = schedule(1);
  return Array.from({ length: count }, () => {
    const due = schedule(1);
    const gap = (due - last) / 10;
    last = due;
    return gap;
  });
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

describe('jittered', () => {
  it.each([
    ['normal', 0.1],
    ['normal', 0.3],
    ['normal', 0.5],
    ['log-normal', 0.1],
    ['log-normal', 0.5],
    ['log-normal', 1],
  ] as const)('has %s gaps deviate by the jitter of %d', (shape, jitter) => {
    expect(Math.abs(deviation(drawGaps(jitter, shape)) / jitter - 1)).toBeLessThan(0.04);
  });

  it('has normal gaps deviate as far as symmetrical ones can where more is asked', () => {
    const gaps = drawGaps(3, 'normal');
    expect(deviation(gaps)).toBeCloseTo(Math.sqrt(1 / 3), 1);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(2.000001);
  });

  it('keeps normal gaps between nothing and twice the mean', () => {
    const gaps = drawGaps(0.5, 'normal');
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(-1e-6);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(2 + 1e-6);
  });

  it('draws gaps that do not follow each other', () => {
    const gaps = drawGaps(0.5, 'normal');
    const products = gaps.slice(1).map((gap, index) => (gap - 1) * ((gaps[index] ?? 0) - 1));
    const covariance = products.reduce((sum, value) => sum + value, 0) / products.length;
    expect(Math.abs(covariance) / 0.25).toBeLessThan(0.02);
  });

  it('takes as many gaps for a piece as it has tokens', () => {
    const options = { ...base, jitter: 0.5, jitterShape: 'normal' } as const;
    const single = createJittered(options).schedule(createRandom(4));
    const joined = createJittered(options).schedule(createRandom(4));
    const due = Array.from({ length: 12 }, () => single(1));
    expect([joined(2), joined(3), joined(7)]).toEqual([due[1], due[4], due[11]]);
  });

  it('gives other moments for another seed', () => {
    const pacer = createJittered({ ...base, jitter: 0.5, jitterShape: 'normal' });
    const moments = [1, 2].map((seed) => [1, 1].map(pacer.schedule(createRandom(seed))));
    expect(moments[0]).not.toEqual(moments[1]);
  });

  it.each([{ jitter: -0.1 }, { jitter: 5.1 }, { jitterShape: 'flat' }])('refuses %o', (given) => {
    expect(jitteredOptions.safeParse(given).success).toBe(false);
  });
});
