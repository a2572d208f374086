import type { z } from 'zod';
import { type Random, drawNormal } from '../core/chance.ts';
import { paceSchema } from '../core/pace.ts';
import type { Pacer } from '../core/pacer.ts';
import { steadyOptions } from './steady.ts';
import { createTruncatedNormal } from './truncated-normal.ts';

const { jitter, jitterShape } = paceSchema.shape;

/** What the jittered pacer can be told. */
export const jitteredOptions = steadyOptions.extend({
  jitter: jitter.default(0),
  jitterShape: jitterShape.default('normal'),
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
    mean: { ttft, tokensPerSecond: options.tokensPerSecond, jitter: options.jitter },
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
function createDraw(options: JitteredOptions): (random: Random) => number {
  switch (options.jitterShape) {
    case 'normal':
      return createTruncatedNormal(options.jitter);
    case 'log-normal':
      return createLogNormal(options.jitter);
  }
}

function createLogNormal(deviation: number): (random: Random) => number {
  const variance = Math.log(1 + deviation ** 2);
  const sigma = Math.sqrt(variance);
  return (random) => Math.exp(sigma * drawNormal(random) - variance / 2);
}
