import { ApiError } from '../core/api-error.ts';
import { logUnavailable } from '../core/refusals.ts';

/** What was asked of Redis; where it fails, it rejects with what a client may hear of that. */
export async function orUnavailable<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ApiError) throw error;
    const isFull = error instanceof Error && error.message.includes('OOM ');
    throw isFull ? noRoom(error) : noAnswer(error);
  }
}

/** Redis has no room for what it was to keep. */
export function noRoom(cause?: unknown): ApiError {
  return logUnavailable(
    'Redis has no memory left. Raise its maxmemory, or send it less.',
    withoutCommand(cause),
  );
}

/** Redis is away. */
export function noAnswer(cause: unknown): ApiError {
  return logUnavailable('Redis does not answer. Please try again later.', withoutCommand(cause));
}

// The client's errors carry the command that failed, and with it what somebody asked: that is for no log.
function withoutCommand(cause: unknown): unknown {
  return cause instanceof Error ? new Error(cause.message) : cause;
}
