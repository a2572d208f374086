import type { Call } from '../core/dialect.ts';
import type { Observer, RequestRecord } from '../core/observer.ts';
import { redactHeaders } from './secrets.ts';

/** One request as it came in, and how it ended once it has. */
export interface RecordedRequest extends Partial<Omit<RequestRecord, 'id' | 'method' | 'route'>> {
  readonly id: string;
  readonly method: string;
  /** Without the query; the route's pattern for a request that was refused before it was read. */
  readonly path: string;
  /** Names in lower case, secrets covered. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** JSON where the body is JSON, else text. */
  readonly body: unknown;
  /** Whether the body was too long to be kept whole. */
  readonly truncated?: boolean;
}

/** Remembers the latest requests, for tests that ask what was sent. */
export interface Journal {
  readonly observer: Observer;
  /** Oldest first; what is there changes as requests come and end. */
  readonly requests: RecordedRequest[];
}

/** A journal of so many requests: the oldest one makes room for the next. */
export function createJournal(capacity = 1000): Journal {
  const requests: RecordedRequest[] = [];
  // Requests that have been read and not ended, forgotten ones too: whoever is not here was refused unread.
  const open = new Map<string, RecordedRequest>();

  function add(request: RecordedRequest): void {
    requests.push(request);
    if (requests.length > capacity) requests.shift();
  }

  function received(call: Call): void {
    const request = recordCall(call);
    open.set(call.id, request);
    add(request);
  }

  function ended({ route, ...end }: RequestRecord): void {
    const request = open.get(end.id);
    if (request === undefined) add({ ...end, path: route, headers: {}, body: '' });
    else Object.assign(request, end);
    open.delete(end.id);
  }

  return { observer: { received, ended }, requests };
}

function recordCall(call: Call): RecordedRequest {
  const { id, method, path, headers } = call;
  return { id, method, path, headers: redactHeaders(headers), ...readBody(call) };
}

/** Longest body that a journal keeps whole, in UTF-16 units. */
export const longestBody = 1024 * 1024;

function readBody(call: Call): Pick<RecordedRequest, 'body' | 'truncated'> {
  const { body } = call;
  // A copy: a slice would keep the whole body in memory.
  if (body.length > longestBody)
    return { body: Buffer.from(body.slice(0, longestBody)).toString(), truncated: true };
  if (body === '') return { body };
  try {
    return { body: call.json() };
  } catch {
    // The dialect tells the client what is wrong with it; here it is text.
    return { body };
  }
}
