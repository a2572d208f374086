import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/core/chance.ts';
import { createSteady, steadyOptions } from '../../src/pacers/steady.ts';
import { describePacer } from '../contracts/pacer.ts';

const options = { ttft: 200, tokensPerSecond: 50 };

describePacer('steady', () => createSteady(options), { first: 200, gap: 20, tolerance: 1e-12 });

describe('steady', () => {
  it('has a piece due when its last token is', () => {
    const schedule = createSteady(options).schedule(createRandom(0));
    expect([1, 1, 3, 1].map(schedule)).toEqual([200, 220, 280, 300]);
  });

  it('has a first piece of several tokens due when its last token is', () => {
    expect(createSteady(options).schedule(createRandom(0))(4)).toBe(260);
  });

  it('does not drift over a million tokens', () => {
    const schedule = createSteady({ ttft: 0, tokensPerSecond: 30 }).schedule(createRandom(0));
    let due = 0;
    for (let index = 0; index < 1_000_000; index += 1) due = schedule(1);
    expect(due).toBeCloseTo((999_999 * 1000) / 30, 5);
  });

  it('is 200 ms and 50 tokens a second where nothing is asked', () => {
    expect(steadyOptions.parse({})).toEqual({ ttft: 200, tokensPerSecond: 50 });
  });

  it.each([
    { ttft: -1 },
    { ttft: 600_001 },
    { tokensPerSecond: 0 },
    { tokensPerSecond: 1_000_001 },
    { ttft: Number.NaN },
    { tokensPerSecond: Infinity },
    { ttft: 'soon' },
  ])('refuses %o', (given) => {
    expect(steadyOptions.safeParse(given).success).toBe(false);
  });
});
