import http from 'node:http';
import https from 'node:https';
import type { Clock } from '../../core/clock.ts';
import type { Arrival, CheckCall, Ending, Exchange } from './exchange-record.ts';

/** Steers an exchange while it runs. */
export interface Steering {
  /** Ends it: what was wanted has come. */
  leave(): void;
  /** Ends it unless it has ended by itself within so many milliseconds. */
  hurry(span: number): void;
}

/** What has been asked of an endpoint. */
export interface Tally {
  requests: number;
  /** Requests that found somebody to connect to. */
  connected: number;
}

/** What exchanges are made with. */
export interface ExchangeParts {
  readonly tally: Tally;
  readonly clock: Clock;
  readonly agent: http.Agent;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/** Hears each piece of a body. */
export type Listen = (arrival: Arrival, steering: Steering) => void;

const mostBytes = 4 * 1024 * 1024;

/** Makes a request and reads its answer, whatever comes: it ends by its deadline, and keeps a bounded number of bytes. */
export async function exchange(call: CheckCall, parts: ExchangeParts, listen?: Listen): Promise<Exchange> {
  const first = await attempt(call, parts, listen);
  // A connection that was kept may be closed at the moment at which it is used again: that says nothing of the answer.
  const isStale = first.ending === 'broken' && first.reused && first.status === undefined;
  return isStale ? attempt(call, parts, listen) : first;
}

function attempt(call: CheckCall, parts: ExchangeParts, listen?: Listen): Promise<Exchange> {
  const { clock, agent, signal } = parts;
  const start = clock.now();
  const record: Exchange = {
    headers: {},
    version: '',
    arrivals: [],
    end: 0,
    ending: 'broken',
    reused: false,
  };
  return new Promise((resolve) => {
    const { request } = call.url.protocol === 'https:' ? https : http;
    const outgoing = request(call.url, { method: call.method, headers: writeHeaders(call, parts), agent });
    const overdue = clock.alarm(() => finish('late'));
    const abort = (): void => finish('left');
    let deadline = start + parts.timeout;
    let isOver = false;

    function finish(ending: Ending): void {
      if (isOver) return;
      isOver = true;
      overdue.clear();
      signal.removeEventListener('abort', abort);
      Object.assign(record, { ending, end: clock.now() - start });
      if (ending !== 'whole') outgoing.destroy();
      resolve(record);
    }

    const steering: Steering = {
      leave: abort,
      hurry(span) {
        deadline = Math.min(deadline, clock.now() + span);
        overdue.set(deadline);
      },
    };

    function fail(error: NodeJS.ErrnoException): void {
      if (!isOver)
        Object.assign(record, { code: error.code ?? error.message, reused: outgoing.reusedSocket });
      finish('broken');
    }

    parts.tally.requests += 1;
    outgoing.on('socket', (socket) => {
      if (!socket.connecting) parts.tally.connected += 1;
      else socket.once('connect', () => (parts.tally.connected += 1));
    });
    overdue.set(deadline);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    outgoing.on('error', fail);
    outgoing.on('response', (response) => {
      record.status = response.statusCode ?? 0;
      Object.assign(record, { headers: response.headers, version: response.httpVersion });
      Object.assign(record, { head: clock.now() - start, reused: outgoing.reusedSocket });
      readBody(response, { record, since: () => clock.now() - start, listen, steering, finish, fail });
    });
    outgoing.end(call.body);
  });
}

interface BodyReading {
  readonly record: Exchange;
  readonly listen: Listen | undefined;
  readonly steering: Steering;
  since(): number;
  finish(ending: Ending): void;
  fail(error: NodeJS.ErrnoException): void;
}

function readBody(response: http.IncomingMessage, reading: BodyReading): void {
  const { record, since, listen, steering, finish, fail } = reading;
  // A character whose bytes do not fit together is read as U+FFFD, which the checks look for.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let bytes = 0;

  function add(text: string): void {
    if (text === '') return;
    const arrival = { at: since(), text };
    record.arrivals.push(arrival);
    listen?.(arrival, steering);
  }

  response.on('data', (data: Buffer) => {
    bytes += data.length;
    if (bytes > mostBytes) return finish('large');
    add(decoder.decode(data, { stream: true }));
  });
  response.on('end', () => {
    add(decoder.decode());
    finish('whole');
  });
  response.on('error', fail);
  response.on('close', () => finish('broken'));
}

function writeHeaders({ body }: CheckCall, { headers }: ExchangeParts): Record<string, string> {
  return {
    accept: 'text/event-stream, application/json',
    'accept-encoding': 'identity',
    ...(body !== undefined && {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
    }),
    ...headers,
  };
}
