import { z } from 'zod';
import { paceSchema } from '../core/pace.ts';
import type { Pacer } from '../core/pacer.ts';

const { ttft, tokensPerSecond } = paceSchema.shape;

/** What the steady pacer can be told. */
export const steadyOptions = z.object({
  ttft: ttft.default(200),
  tokensPerSecond: tokensPerSecond.default(50),
});

/** A pacer whose tokens are due evenly: the first at the time to first token, the others at one rate. */
export function createSteady(options: z.output<typeof steadyOptions>): Pacer {
  const gap = 1000 / options.tokensPerSecond;
  return {
    name: 'steady',
    instant: false,
    mean: { ttft: options.ttft, tokensPerSecond: options.tokensPerSecond, jitter: 0 },
    schedule() {
      let count = 0;
      return (tokens) => {
        count += tokens;
        // Multiplied, not summed: no rounding error grows with the stream.
        return options.ttft + Math.max(0, count - 1) * gap;
      };
    },
  };
}
