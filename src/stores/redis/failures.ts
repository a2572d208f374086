import { ApiError } from '../../core/api-error.ts';
import { storageFailed, storageLimit } from '../../core/refusals.ts';
import { explainFailure, quoteRedis } from '../../redis/explain.ts';

/** Any error of Redis or of the way to it as one that a client may hear; a refusal stays what it is. */
export function describeFailure(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (quoteRedis(error).startsWith('OOM'))
    return storageLimit('Redis has no memory left. Delete threads, or raise maxmemory in redis.conf.');
  return storageFailed(`The storage in Redis failed: ${explainFailure(error)}`, error);
}
