import { readError } from './answers.ts';
import { parseJson } from './json.ts';

/** What is asked of the server, without the key. */
export interface Asked {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** Asks the server, with the key where there is one; rejects where nothing comes back, or where the key cannot be sent. */
export async function askServer(path: string, key: string, asked: Asked = {}): Promise<Response> {
  // The browser would say so in words of its own, which name no field of this page.
  if (!isSendable(key)) throw new Error(unsendable);
  const headers = { ...asked.headers, ...(key === '' ? {} : { authorization: `Bearer ${key}` }) };
  return fetch(path, { ...asked, headers, cache: 'no-store' });
}

// What a header can hold.
function isSendable(key: string): boolean {
  return /^[\t -~\x80-\xff]*$/.test(key);
}

const unsendable =
  'The key in the field at the top holds a character that no header can carry: it cannot be sent.';

/** What to do where the server answers 401. */
export function describeRefusedKey(key: string): string {
  return key === ''
    ? 'This server answers only calls with a key. Put one into the field at the top; any will do where it was started with --strict and no --api-key.'
    : 'This server does not know the key in the field at the top.';
}

/** What the server answers to a GET; rejects with its words where it refuses. */
export async function getText(path: string, key: string): Promise<string> {
  const response = await askServer(path, key);
  const text = await response.text();
  if (response.ok) return text;
  throw new Error(response.status === 401 ? describeRefusedKey(key) : readError(text));
}

/** The JSON that the server answers to a GET. */
export async function getJson(path: string, key: string): Promise<unknown> {
  return parseJson(await getText(path, key));
}

/** Deletes something that may be gone already. */
export function deleteQuietly(path: string, key: string): void {
  // A server that does not answer has ended it, too.
  askServer(path, key, { method: 'DELETE' }).catch(() => undefined);
}
