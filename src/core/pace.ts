import { z } from 'zod';

/** How fast an answer goes out, with the bounds and the help text of each number. */
export const paceSchema = z.object({
  ttft: z.coerce.number().min(0).max(600_000).describe('time to first token, in milliseconds'),
  tokensPerSecond: z.coerce.number().min(0.01).max(1_000_000).describe('tokens a second after the first one'),
  jitter: z.coerce
    .number()
    .min(0)
    .max(5)
    .describe('standard deviation of the gaps between tokens, as a fraction of the gap'),
  jitterShape: z.enum(['normal', 'log-normal']).describe('how the gaps between tokens scatter'),
  instant: z.stringbool().or(z.boolean()).describe('no pacing at all'),
});
