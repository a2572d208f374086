import { z } from 'zod';
import type { Pacer } from '../core/pacer.ts';

/** What the steady pacer can be told. */
export const steadyOptions = z.object({
  ttft: z.number().min(0).max(600_000).default(200).describe('time to the first token, in milliseconds'),
  tokensPerSecond: z
    .number()
    .min(0.01)
    .max(1_000_000)
    .default(50)
    .describe('tokens a second after the first one'),
});

/** A pacer whose tokens are due evenly: the first at the time to first token, the others at one rate. */
export function createSteady(options: z.output<typeof steadyOptions>): Pacer {
  const { ttft } = options;
  const gap = 1000 / options.tokensPerSecond;
  return {
    name: 'steady',
    instant: false,
    schedule() {
      let count = 0;
      return (tokens) => {
        count += tokens;
        // Multiplied, not summed: no rounding error grows with the stream.
        return ttft + Math.max(0, count - 1) * gap;
      };
    },
  };
}
