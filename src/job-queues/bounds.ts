import type { QueueBounds } from '../core/job-queue.ts';

/** The bounds of a server's queue. */
export const queueBounds: QueueBounds = { depth: 10_000, retries: 2, failed: 1000 };
