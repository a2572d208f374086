import { ApiError } from '../core/api-error.ts';
import type { ErrorAnswer } from '../core/dialect.ts';

/** The error's body as OpenAI shapes it, always the same four members. */
export interface OpenaiErrorBody {
  readonly error: {
    readonly message: string;
    readonly type: string;
    readonly param: string | null;
    readonly code: string | null;
  };
}

/** The error as OpenAI sends it, the request's id in a header. */
export function openaiError(error: ApiError, call: { readonly id: string }): ErrorAnswer {
  return {
    status: error.status,
    headers: { 'content-type': 'application/json', 'x-request-id': call.id, ...error.details.headers },
    body: JSON.stringify(openaiErrorBody(error)),
  };
}

/** The error as a body, for an answer or for a stream that breaks off. */
export function openaiErrorBody(error: ApiError): OpenaiErrorBody {
  const { status, code, message, details } = inOpenaisWords(error);
  const type = details.type ?? typeOf(status, code);
  return { error: { message, type, param: details.param ?? null, code } };
}

/** The error of a body that is not JSON. */
export function invalidJson(): ApiError {
  const hint =
    "HINT: This likely means you aren't using your HTTP library correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON. If you have trouble figuring out how to fix this, please contact us through our help center at help.openai.com.";
  return new ApiError(400, null, `We could not parse the JSON body of your request. (${hint})`);
}

/** The error of a body that does not say it is JSON. */
export function unsupportedMediaType(contentType: string): ApiError {
  const hint = "HINT: If you're using curl, you can pass -H 'Content-Type: application/json'";
  const sentence = `Invalid Content-Type header (${contentType.slice(0, 100)}), expected application/json. (${hint})`;
  return new ApiError(415, null, sentence);
}

/** The error of a path that nothing answers to. */
export function unknownUrl(method: string, path: string): ApiError {
  return new ApiError(404, null, `Invalid URL (${method} ${path.slice(0, 256)})`);
}

/** The error of a path that answers to other methods, which are named. */
export function methodNotAllowed(method: string, path: string, allowed: readonly string[]): ApiError {
  const hint = 'HINT: Perhaps you meant to use a different HTTP method?';
  const sentence = `Not allowed to ${method} on ${path.slice(0, 256)}. (${hint})`;
  return new ApiError(405, 'method_not_supported', sentence, { headers: { allow: allowed.join(', ') } });
}

/** The error of a call without a key. */
export function missingKey(): ApiError {
  const sentence =
    "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY), or as the password field (with blank username) if you're accessing the API from your browser and are prompted for a username and password. You can obtain an API key from https://platform.openai.com/account/api-keys.";
  return new ApiError(401, null, sentence, { headers: { 'www-authenticate': 'Bearer realm="OpenAI API"' } });
}

/** The error of a call with a wrong key, which is told back masked. */
export function wrongKey(key: string): ApiError {
  const sentence = `Incorrect API key provided: ${maskKey(key)}. You can find your API key at https://platform.openai.com/account/api-keys.`;
  return new ApiError(401, 'invalid_api_key', sentence);
}

/** The first and last few characters of a key, fewer than half of it; none of a short one. */
export function maskKey(key: string): string {
  const shown = Math.min(3, Math.floor((key.length - 1) / 4));
  if (shown < 2) return '***';
  const head = shown === 3 && key.length > 18 ? 6 : shown;
  return `${key.slice(0, head)}***${key.slice(-shown)}`;
}

/** The error of a request that took too long to arrive. */
export function requestTimeout(): ApiError {
  return new ApiError(408, null, 'The request took too long to arrive. Please try again.');
}

/** The error of a body that is too large. */
export function bodyTooLarge(): ApiError {
  return new ApiError(413, null, 'Request body too large');
}

/** The error of headers that are too large. */
export function headersTooLarge(): ApiError {
  return new ApiError(431, null, 'Request header fields too large');
}

/** The error of a fault that is the server's own. */
export function serverError(id: string): ApiError {
  const sentence = `The server had an error while processing your request. Sorry about that! You can retry your request, or contact us through our help center at help.openai.com if the error persists. (Please include the request ID ${id} in your message.)`;
  return new ApiError(500, null, sentence);
}

/** The error of a server that is full, with the seconds to wait. */
export function overloaded(retryAfter: number): ApiError {
  const sentence = 'Our servers are currently overloaded. Please try again later.';
  return new ApiError(503, 'server_is_overloaded', sentence, {
    type: 'service_unavailable_error',
    headers: { 'retry-after': String(retryAfter) },
  });
}

// The codes of core/dialect.ts say what went wrong with a body in no API's words.
function inOpenaisWords(error: ApiError): ApiError {
  if (error.code === 'invalid_json') return invalidJson();
  if (error.code === 'unsupported_media_type') return new ApiError(error.status, null, error.message);
  return error;
}

function typeOf(status: number, code: string | null): string {
  if (code === 'insufficient_quota') return 'insufficient_quota';
  if (status === 429) return 'requests';
  return status >= 500 ? 'server_error' : 'invalid_request_error';
}
