import { readError } from './answers.ts';
import { parseJson } from './json.ts';

/** The headers that show a key; none where there is no key. */
export function keyHeaders(key: string): Readonly<Record<string, string>> {
  return key === '' ? {} : { authorization: `Bearer ${key}` };
}

/** What the server answers to a GET; rejects with its words where it refuses. */
export async function getText(path: string, key: string): Promise<string> {
  const response = await fetch(path, { headers: keyHeaders(key), cache: 'no-store' });
  const text = await response.text();
  if (response.ok) return text;
  throw new Error(
    response.status === 401
      ? 'This server asks for a key: put it into the field at the top.'
      : readError(text),
  );
}

/** The JSON that the server answers to a GET. */
export async function getJson(path: string, key: string): Promise<unknown> {
  return parseJson(await getText(path, key));
}

/** Deletes something that may be gone already. */
export function deleteQuietly(path: string, key: string): void {
  // A server that does not answer has ended it, too.
  fetch(path, { method: 'DELETE', headers: keyHeaders(key) }).catch(() => undefined);
}
