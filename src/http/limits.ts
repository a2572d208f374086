import { z } from 'zod';

/** The bounds of the server, each with its default; times in milliseconds, sizes in bytes. */
export const limitsSchema = z.object({
  bodyLimit: z.coerce
    .number()
    .int()
    .min(1024)
    .max(1 << 30)
    .default(16 * 1024 * 1024)
    .describe('largest request body, in bytes'),
  headersTimeout: z.coerce
    .number()
    .int()
    .min(100)
    .default(20_000)
    .describe('time a client has to send its headers, in ms'),
  requestTimeout: z.coerce
    .number()
    .int()
    .min(100)
    .default(60_000)
    .describe('time a client has to send a whole request, in ms'),
  keepAliveTimeout: z.coerce
    .number()
    .int()
    .min(100)
    .default(72_000)
    .describe('time an idle connection stays open, in ms'),
  maxStreams: z.coerce.number().int().min(1).default(10_000).describe('answers being given at one time'),
  writeDeadline: z.coerce
    .number()
    .int()
    .min(10)
    .default(30_000)
    .describe('time a client may take nothing before it is cut, in ms'),
  keepAliveAfter: z.coerce
    .number()
    .int()
    .min(10)
    .default(15_000)
    .describe('silence after which a stream sends a comment, in ms'),
  maxDuration: z.coerce
    .number()
    .int()
    .min(10)
    .default(600_000)
    .describe('longest time an answer may take, in ms'),
});

/** The bounds of one server. */
export type Limits = z.infer<typeof limitsSchema>;
