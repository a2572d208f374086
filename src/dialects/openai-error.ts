import type { ApiError } from '../core/api-error.ts';
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
    headers: { 'content-type': 'application/json', 'x-request-id': call.id, ...headersOf(error) },
    body: JSON.stringify(openaiErrorBody(error, call)),
  };
}

/** The error as a body, for an answer or for a stream that breaks off. */
export function openaiErrorBody(error: ApiError, call?: { readonly id: string }): OpenaiErrorBody {
  const { status, details } = error;
  const { message, code } = inOpenaisWords(error, call?.id);
  const type = details.type ?? typeOf(status, error.code);
  return { error: { message, type, param: details.param ?? null, code } };
}

type Words = Pick<ApiError, 'message' | 'code'>;

// The errors of core/refusals.ts, which every dialect words as its API does.
function inOpenaisWords({ message, code }: ApiError, id: string | undefined): Words {
  switch (code) {
    case 'invalid_json':
      return { message: notJson, code: null };
    case 'missing_api_key':
      return { message: noKey, code: null };
    case 'invalid_api_key':
      return {
        message: `${message} You can find your API key at https://platform.openai.com/account/api-keys.`,
        code,
      };
    case 'internal_error':
      return { message: id === undefined ? message : `${message} ${retryWith(id)}`, code: null };
    case 'unsupported_media_type':
    case 'unknown_url':
    case 'request_too_large':
      return { message, code: null };
    case null:
    default:
      return { message, code };
  }
}

const notJson =
  "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP library correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON. If you have trouble figuring out how to fix this, please contact us through our help center at help.openai.com.)";

const noKey =
  "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY), or as the password field (with blank username) if you're accessing the API from your browser and are prompted for a username and password. You can obtain an API key from https://platform.openai.com/account/api-keys.";

function retryWith(id: string): string {
  return `You can retry your request, or contact us through our help center at help.openai.com if the error persists. (Please include the request ID ${id} in your message.)`;
}

function headersOf({ code, details }: ApiError): Readonly<Record<string, string>> {
  if (code !== 'missing_api_key') return details.headers ?? {};
  return { ...details.headers, 'www-authenticate': 'Bearer realm="OpenAI API"' };
}

function typeOf(status: number, code: string | null): string {
  if (code === 'insufficient_quota' || code === 'request_forbidden') return code;
  if (status === 429) return 'requests';
  if (status === 503) return 'service_unavailable_error';
  return status >= 500 ? 'server_error' : 'invalid_request_error';
}
