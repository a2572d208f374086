import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/core/chance.ts';
import { chunkDelayOptions, createChunkDelay } from '../../src/pacers/chunk-delay.ts';
import { describePacer } from '../contracts/pacer.ts';

describePacer('chunk-delay', () => createChunkDelay({ delay: 50, ttft: 5 }), {
  first: 5,
  gap: 50,
  tolerance: 1e-12,
});

describe('chunk-delay', () => {
  it('leaves the same time between pieces, whatever they hold', () => {
    const schedule = createChunkDelay({ delay: 500, ttft: 0 }).schedule(createRandom(0));
    expect([9, 1, 30, 2].map(schedule)).toEqual([0, 500, 1000, 1500]);
  });

  it('begins at once and waits a second where nothing is asked', () => {
    expect(chunkDelayOptions.parse({})).toEqual({ delay: 1000, ttft: 0 });
  });

  it.each([{ delay: -1 }, { delay: 600_001 }, { ttft: -1 }, { ttft: 600_001 }])('refuses %o', (given) => {
    expect(chunkDelayOptions.safeParse(given).success).toBe(false);
  });
});
