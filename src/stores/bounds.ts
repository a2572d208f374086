import { z } from 'zod';

/** How much a store keeps, with the default of each bound; sizes in bytes. */
export const storeBounds = z.object({
  maxThreads: z.coerce.number().int().min(1).default(1_000_000).describe('threads kept at one time'),
  maxThreadMessages: z.coerce.number().int().min(1).default(100_000).describe('messages kept of one thread'),
  maxThreadBytes: z.coerce
    .number()
    .int()
    .min(1024)
    .max(1 << 29)
    .default(64 * 1024 * 1024)
    .describe('size of the messages and metadata of one thread, in bytes'),
  maxBytes: z.coerce
    .number()
    .int()
    .min(256 * 1024)
    .optional()
    .describe('size of all that is kept, in bytes (default 4 GiB in a file, 512 MiB in memory)'),
  maxRecords: z.coerce
    .number()
    .int()
    .min(1)
    .default(100_000)
    .describe('named things kept at one time, of all kinds together'),
});

/** The bounds of one store. */
export type StoreBounds = z.output<typeof storeBounds>;
