import { z } from 'zod';
import { paceSchema } from '../core/pace.ts';
import type { Pacer } from '../core/pacer.ts';

/** What the chunk-delay pacer can be told. */
export const chunkDelayOptions = z.object({
  delay: z.coerce
    .number()
    .min(0)
    .max(600_000)
    .default(1000)
    .describe('milliseconds from one piece to the next'),
  ttft: paceSchema.shape.ttft.default(0),
});

/** A pacer that leaves the same time between pieces, however many tokens they hold. */
export function createChunkDelay(options: z.output<typeof chunkDelayOptions>): Pacer {
  const { delay, ttft } = options;
  return {
    name: 'chunk-delay',
    instant: false,
    schedule() {
      let pieces = -1;
      return () => ttft + (pieces += 1) * delay;
    },
  };
}
