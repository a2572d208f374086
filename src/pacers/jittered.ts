import { z } from 'zod';
import { type Random, drawNormal } from '../core/chance.ts';
import type { Pacer } from '../core/pacer.ts';
import { steadyOptions } from './steady.ts';
import { createTruncatedNormal } from './truncated-normal.ts';

/** What the jittered pacer can be told. */
export const jitteredOptions = steadyOptions.extend({
  jitter: z
    .number()
    .min(0)
    .max(5)
    .default(0)
    .describe('standard deviation of the gap between tokens, as a fraction of it'),
  jitterShape: z
    .enum(['normal', 'log-normal'])
    .default('normal')
    .describe(
      'how gaps spread: normal (symmetrical, a deviation of at most 0.57) or log-normal (with a long tail)',
    ),
});

type JitteredOptions = z.output<typeof jitteredOptions>;

/** A pacer whose gaps between tokens vary independently around the mean that the rate asks for. */
export function createJittered(options: JitteredOptions): Pacer {
  const { ttft } = options;
  const gap = 1000 / options.tokensPerSecond;
  const draw = createDraw(options);
  return {
    name: 'jittered',
    instant: false,
    schedule(random) {
      let begun = false;
      let due = ttft;
      return (tokens) => {
        // The time to first token stands before the first token in place of a gap.
        const gaps = begun ? tokens : tokens - 1;
        if (tokens > 0) begun = true;
        for (let index = 0; index < gaps; index += 1) due += gap * draw(random);
        return due;
      };
    },
  };
}

// Factors of the gap: their mean is 1 and none is negative.
function createDraw({ jitter, jitterShape }: JitteredOptions): (random: Random) => number {
  switch (jitterShape) {
    case 'normal':
      return createTruncatedNormal(jitter);
    case 'log-normal':
      return createLogNormal(jitter);
  }
}

function createLogNormal(deviation: number): (random: Random) => number {
  const variance = Math.log(1 + deviation ** 2);
  const sigma = Math.sqrt(variance);
  return (random) => Math.exp(sigma * drawNormal(random) - variance / 2);
}
