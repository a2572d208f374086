import { expect } from 'vitest';

/** An answer of Langbase's paths, which is JSON whatever it says, unless it is a stream. */
export interface LangbaseAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
}

/** Calls a path of Langbase's with a body of JSON; a text or bytes go out as they are. */
export async function send(
  { url }: { readonly url: string },
  call: `${string} /${string}`,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<LangbaseAnswer> {
  const [method = '', path = ''] = call.split(' ');
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: 'Bearer user-key', ...headers },
    body: readBody(body),
  });
  const text = await response.text();
  const streamed = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: streamed ? undefined : (JSON.parse(text) as unknown),
  };
}

/** The body of a refusal in Langbase's words. */
export function refusal(status: number): unknown {
  return {
    success: false,
    error: {
      code: expect.stringMatching(/^[A-Z_]+$/),
      status,
      message: expect.stringMatching(/\S/),
      docs: expect.stringMatching(/^https:\/\/langbase\.com\/docs\/api-reference\/errors\/[a-z_]+$/),
    },
  };
}

/** What is wrong with an answer to a call that may be refused but never break anything; undefined where it is fine. */
export function complaintOf({ status, body, text }: LangbaseAnswer): string | undefined {
  if (status < 400) return undefined;
  const error: unknown = Reflect.get(Object(body), 'error');
  const read = (name: string): unknown => Reflect.get(Object(error), name);
  const isRefusal =
    status < 500 &&
    read('status') === status &&
    [read('code'), read('message'), read('docs')].every((each) => typeof each === 'string' && each !== '');
  return isRefusal ? undefined : `${status} ${text.slice(0, 300)}`;
}

function readBody(body: unknown): string | Uint8Array<ArrayBuffer> | null {
  if (body === undefined) return null;
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}
