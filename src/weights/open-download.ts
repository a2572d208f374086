import type { HubAccess } from './hub-access.ts';
import { Interruption, explainFetch } from './interruption.ts';
import { WeightsError } from './weights-error.ts';

/** What is to be asked for. */
export interface Asked {
  readonly url: URL;
  /** Where of the file to begin, and the validator of what is there already. */
  readonly from?: { readonly offset: number; readonly validator: string | undefined } | undefined;
  /** The sentence for an answer that is no file; `code` is the hub's own word for it. */
  refuse(status: number, code: string): string;
}

/** What the servers on the way told of a file. */
export interface FileFacts {
  /** The commit of the repository that it belongs to. */
  readonly commit: string | undefined;
  /** What changes when the file does. */
  readonly etag: string | undefined;
  readonly size: number | undefined;
  readonly sha256: string | undefined;
}

/** An answer that brings a file, or the rest of one. */
export interface OpenedDownload {
  readonly status: 200 | 206 | 416;
  readonly response: Response;
  readonly facts: FileFacts;
  /** Drops the rest of the answer. */
  cancel(): Promise<void>;
}

const mostHops = 8;

/** Asks for a file and follows redirects, with the token for the endpoint's own origin alone; rejects with an Interruption or a WeightsError. */
export async function openDownload(
  asked: Asked,
  access: Pick<HubAccess, 'endpoint' | 'token' | 'signal'>,
): Promise<OpenedDownload> {
  let { url } = asked;
  const linked = new Headers();
  for (let hop = 0; hop < mostHops; hop += 1) {
    const response = await ask(url, asked, access);
    gather(linked, response.headers);
    const next = findTarget(response, url);
    if (next === undefined) return open(response, linked, asked);
    await response.body?.cancel();
    url = next;
  }
  throw new WeightsError(`${asked.url.host} sends from one address to the next without an end.`);
}

async function ask(
  url: URL,
  { from }: Asked,
  { endpoint, token, signal }: Pick<HubAccess, 'endpoint' | 'token' | 'signal'>,
): Promise<Response> {
  if (url.username !== '' || url.password !== '') {
    throw new WeightsError(`The address of ${url.host} names a user, and no address with one is asked.`);
  }
  // What is not compressed has the length that the server says, and can be taken up in the middle.
  const headers = new Headers({ 'accept-encoding': 'identity', 'user-agent': 'understudy' });
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) {
    throw new WeightsError('The token in HF_TOKEN holds characters that no token has.');
  }
  if (token !== undefined && url.origin === new URL(endpoint).origin) {
    headers.set('authorization', `Bearer ${token}`);
  }
  if (from !== undefined) {
    headers.set('range', `bytes=${from.offset}-`);
    if (from.validator !== undefined) headers.set('if-range', from.validator);
  }
  try {
    return await fetch(url, { headers, signal, redirect: 'manual' });
  } catch (error) {
    throw explainFetch(error, url.host);
  }
}

const linkedNames = ['x-linked-etag', 'x-linked-size', 'x-repo-commit'];

// The hub tells of a large file in the answer that leads to where it lies.
function gather(linked: Headers, headers: Headers): void {
  for (const name of linkedNames) {
    const value = headers.get(name);
    if (value !== null && !linked.has(name)) linked.set(name, value);
  }
}

function findTarget({ status, headers }: Response, url: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  const location = headers.get('location') ?? '';
  if (!URL.canParse(location, url.href)) throw new WeightsError(`${url.host} sends on to no address.`);
  const target = new URL(location, url);
  const isDowngrade = url.protocol === 'https:' && target.protocol !== 'https:';
  if (isDowngrade || !/^https?:$/.test(target.protocol)) {
    throw new WeightsError(
      `${url.host} sends on to ${target.protocol}//${target.host}, which is not followed.`,
    );
  }
  return target;
}

function open(response: Response, linked: Headers, { url, from, refuse }: Asked): OpenedDownload {
  const { status, headers } = response;
  const cancel = async (): Promise<void> => response.body?.cancel();
  if (status === 200 || (from !== undefined && (status === 206 || status === 416))) {
    return { status, response, facts: readFacts(status, headers, linked), cancel };
  }
  void cancel();
  if (status === 408 || status === 429 || status >= 500) {
    throw new Interruption(`${url.host} answered with ${status}`, readRetryAfter(headers));
  }
  throw new WeightsError(refuse(status, headers.get('x-error-code') ?? ''));
}

function readFacts(status: number, headers: Headers, linked: Headers): FileFacts {
  const etag = linked.get('x-linked-etag') ?? headers.get('etag') ?? undefined;
  const commit = linked.get('x-repo-commit') ?? '';
  const bare = etag?.replace(/^W\//, '').replaceAll('"', '') ?? '';
  return {
    commit: /^[0-9a-f]{40}$/.test(commit) ? commit : undefined,
    etag,
    size: readSize(linked.get('x-linked-size')) ?? readOwnSize(status, headers),
    sha256: /^[0-9a-f]{64}$/.test(bare) ? bare : undefined,
  };
}

function readOwnSize(status: number, headers: Headers): number | undefined {
  if (status !== 200) return readSize(headers.get('content-range')?.split('/')[1]);
  return headers.has('content-encoding') ? undefined : readSize(headers.get('content-length'));
}

function readSize(text: string | null | undefined): number | undefined {
  return /^\d{1,15}$/.test(text ?? '') ? Number(text) : undefined;
}

function readRetryAfter(headers: Headers): number {
  return Math.min(readSize(headers.get('retry-after')) ?? 0, 120) * 1000;
}
