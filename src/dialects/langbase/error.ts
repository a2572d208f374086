import type { ApiError } from '../../core/api-error.ts';
import type { ErrorAnswer } from '../../core/dialect.ts';

/** The error as Langbase sends it: always JSON, its status in the body too, which the SDK reads there. */
export function langbaseError(error: ApiError, call: { readonly id: string }): ErrorAnswer {
  const code = codeOf(error.status, error.code);
  const body = {
    success: false,
    error: {
      code,
      status: error.status,
      message: wordsOf(error),
      docs: `https://langbase.com/docs/api-reference/errors/${code.toLowerCase()}`,
    },
  };
  return {
    status: error.status,
    headers: { ...error.details.headers, 'content-type': 'application/json', 'lb-request-id': call.id },
    body: JSON.stringify(body),
  };
}

/** The error inside a stream, in the one form that both of the SDK's parsers read. */
export function langbaseErrorEvent(error: ApiError): string {
  const { status } = error;
  const message = wordsOf(error);
  const code = codeOf(status, error.code);
  return `event: error\ndata: ${JSON.stringify({ message, error: { message, code, status } })}\n\n`;
}

function codeOf(status: number, code: string | null): string {
  if (code === 'storage_limit') return 'USAGE_EXCEEDED';
  switch (status) {
    case 401:
      return 'UNAUTHORIZED';
    case 403:
      return 'FORBIDDEN';
    case 404:
      return 'NOT_FOUND';
    case 409:
      return 'CONFLICT';
    case 412:
      return 'PRECONDITION_FAILED';
    case 429:
      return 'RATE_LIMITED';
    default:
      return status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
  }
}

function wordsOf({ code, message }: ApiError): string {
  switch (code) {
    case 'internal_error':
      return 'Something unexpected happened.';
    case 'invalid_json':
      return `Invalid request body HINT: ${message}`;
    case 'missing_api_key':
      return 'No API key was given. Send one as a bearer token: Authorization: Bearer <key>.';
    case null:
    default:
      return message;
  }
}
