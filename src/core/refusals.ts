import { ApiError } from './api-error.ts';

// What can go wrong with any call, in no API's words: dialects know these errors by their codes.

/** The body is not what it says it is: not UTF-8, not JSON, nested too deep. */
export function invalidJson(message: string): ApiError {
  return new ApiError(400, 'invalid_json', message);
}

/** The body does not say that it is JSON. */
export function unsupportedMediaType(type: string): ApiError {
  const shown = printable(type);
  const hint = "HINT: If you're using curl, you can pass -H 'Content-Type: application/json'";
  const message = `Invalid Content-Type header (${shown}), expected application/json. (${hint})`;
  return new ApiError(415, 'unsupported_media_type', message);
}

/** Nothing answers at the path. */
export function unknownUrl(method: string, path: string): ApiError {
  return new ApiError(404, 'unknown_url', `Invalid URL (${method} ${printable(path)})`);
}

/** The path answers to other methods. */
export function methodNotAllowed(method: string, path: string, allowed: readonly string[]): ApiError {
  const hint = 'HINT: Perhaps you meant to use a different HTTP method?';
  const message = `Not allowed to ${method} on ${printable(path)}. (${hint})`;
  return new ApiError(405, 'method_not_supported', message, { headers: { allow: allowed.join(', ') } });
}

/** The call shows no key where one is needed. */
export function missingKey(): ApiError {
  return new ApiError(401, 'missing_api_key', "You didn't provide an API key.");
}

/** The call shows a key that is not known; the message holds a part of it. */
export function wrongKey(key: string): ApiError {
  return new ApiError(401, 'invalid_api_key', `Incorrect API key provided: ${maskKey(key)}.`);
}

/** The first and last few characters of a key, fewer than half of it; none of a short one. */
export function maskKey(key: string): string {
  const shown = Math.min(3, Math.floor((key.length - 1) / 4));
  if (shown < 2) return '***';
  const head = shown === 3 && key.length > 18 ? 6 : shown;
  return printable(`${key.slice(0, head)}***${key.slice(-shown)}`);
}

/** The visitor may not come in: its Host or its Origin is not welcome. */
export function forbidden(message: string): ApiError {
  return new ApiError(403, 'request_forbidden', message);
}

/** The request does not say which host it is for. */
export function noHost(): ApiError {
  return new ApiError(400, null, 'The request has no Host header.');
}

/** The body is larger than the server takes. */
export function requestTooLarge(): ApiError {
  return new ApiError(413, 'request_too_large', 'Request body too large');
}

/** As many answers are being given as the server gives at one time. */
export function overloaded(): ApiError {
  const message = 'Our servers are currently overloaded. Please try again later.';
  return new ApiError(503, 'server_is_overloaded', message, { headers: { 'retry-after': '1' } });
}

/** As many requests wait for a model as may. */
export function queueFull(): ApiError {
  const message = 'Too many requests are waiting for this model. Please try again later.';
  return new ApiError(429, 'queue_full', message, { headers: { 'retry-after': '1' } });
}

/** A model's engine broke down while it answered; the next request gets a new one. */
export function engineFailed(message: string, cause?: unknown): ApiError {
  return new ApiError(500, 'engine_failed', message, cause === undefined ? {} : { cause });
}

/** The server takes no new requests. */
export function shuttingDown(): ApiError {
  const message = 'The server is shutting down. Please try again later.';
  return new ApiError(503, 'shutting_down', message, {
    headers: { 'retry-after': '1', connection: 'close' },
  });
}

/** The answer takes longer than answers may. */
export function tooLong(span: number): ApiError {
  return new ApiError(504, 'answer_too_long', `The answer takes longer than ${span / 1000} s.`);
}

/** The prompt has more tokens than the model takes. */
export function contextLengthExceeded(limit: number, promptTokens: number): ApiError {
  const message = `This model's maximum context length is ${limit} tokens. However, your messages resulted in ${promptTokens} tokens. Please reduce the length of the messages.`;
  return new ApiError(400, 'context_length_exceeded', message, { param: 'messages' });
}

/** A prompt that is to be gone on with and what is to be said after it have more tokens than the model takes. */
export function promptTooLong(limit: number, promptTokens: number, maxTokens: number): ApiError {
  const parts = `${promptTokens} in your prompt; ${maxTokens} for the completion`;
  const message = `This model's maximum context length is ${limit} tokens, however you requested ${promptTokens + maxTokens} tokens (${parts}). Please reduce your prompt; or completion length.`;
  return new ApiError(400, 'context_length_exceeded', message);
}

/** A prompt holds a token that the model's encoding does not have. */
export function unknownToken(token: number): ApiError {
  const message = `Invalid value for 'prompt': the model has no token ${token}.`;
  return new ApiError(400, 'invalid_value', message, { param: 'prompt' });
}

/** No thread has this id. */
export function threadNotFound(id: string): ApiError {
  return new ApiError(404, 'thread_not_found', `No thread has the id '${printable(id)}'.`, {
    param: 'threadId',
  });
}

/** A thread has this id already. */
export function threadExists(id: string): ApiError {
  return new ApiError(409, 'thread_exists', `A thread with the id '${printable(id)}' exists already.`, {
    param: 'threadId',
  });
}

/** As much is kept as may be; the message says of what, and how to make room. */
export function storageLimit(message: string): ApiError {
  return new ApiError(403, 'storage_limit', message);
}

/** The storage failed; the message says why, what mends it, and whether it is known that nothing has been kept. */
export function storageFailed(message: string, cause?: unknown): ApiError {
  return new ApiError(500, 'storage_failed', message, cause === undefined ? {} : { cause });
}

/** No stream that can be gone on with has this id, or its time is over. */
export function streamNotFound(id: string): ApiError {
  return new ApiError(404, 'stream_not_found', `No stream has the id '${printable(id)}'.`, { param: 'id' });
}

/** Somebody who knew the stream's name has ended it. */
export function streamCancelled(): ApiError {
  return new ApiError(499, 'cancelled', 'The stream was cancelled.');
}

/** Whoever asked for the answer has hung up. */
export function clientGone(): ApiError {
  return new ApiError(499, 'cancelled', 'The client has hung up.');
}

/** A stream that goes on without its client has said more than is kept of one. */
export function streamTooLarge(): ApiError {
  return new ApiError(500, 'stream_too_large', 'The stream has more events than are kept of one.');
}

/** Where answers are kept while they are made cannot be used now; the message says why. */
export function logUnavailable(message: string, cause?: unknown): ApiError {
  return new ApiError(503, 'queue_unavailable', message, {
    headers: { 'retry-after': '1' },
    ...(cause === undefined ? {} : { cause }),
  });
}

/** A stream that was being read is not there any more: what kept it has lost it. */
export function streamLost(id: string): ApiError {
  return new ApiError(500, 'stream_lost', `The stream '${printable(id)}' has been lost.`);
}

/** A client's key has been used for another request before. */
export function keyReused(): ApiError {
  const message =
    "This 'Idempotency-Key' was used for another request. A key is good for one method, path, query and body.";
  return new ApiError(422, 'idempotency_key_reused', message, { param: 'idempotency-key' });
}

/** No worker has begun with the answer for as long as answers wait for one. */
export function noWorker(span: number): ApiError {
  const message = `No worker has taken the request within ${span / 1000} s. Please try again later.`;
  return new ApiError(503, 'no_worker', message, { headers: { 'retry-after': '5' } });
}

/** An answer whose workers died or broke down each time that it was begun. */
export function answerAbandoned(reason: string): ApiError {
  return new ApiError(500, 'answer_abandoned', `The answer was given up: ${reason}`);
}

/** Any error as one that a client may hear: what is not an ApiError is a bug of ours, told without its details. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const message = 'The server had an error while processing your request. Sorry about that!';
  return new ApiError(500, 'internal_error', message, { cause: error });
}

function printable(text: string): string {
  return text.slice(0, 128).replace(/[^\x20-\x7e]/g, '?');
}
