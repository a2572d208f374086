import http from 'node:http';
import https from 'node:https';
import type { Clock } from '../../core/clock.ts';
import { createSseReader } from '../sse-reader.ts';
import type { LoadDialect } from './plan.ts';
import { readEvent } from './read-event.ts';
import type { LoadRequest } from './request.ts';

/** Asks once: tells of each token as it comes, and resolves with the kind of error, or undefined where all went well. */
export type Call = (token: () => void, signal: AbortSignal) => Promise<string | undefined>;

/** What calls are made with. */
export interface CallOptions {
  readonly request: LoadRequest;
  readonly dialect: LoadDialect;
  readonly timeout: number;
  readonly clock: Clock;
}

/** Calls over HTTP whose connections are kept for the next one. */
export function createCall({ request, dialect, timeout, clock }: CallOptions): Call {
  const { url, method, headers, body } = request;
  const { Agent, request: ask } = url.protocol === 'https:' ? https : http;
  const agent = new Agent({ keepAlive: true });

  return (token, signal) =>
    new Promise((resolve) => {
      const outgoing = ask(url, { method, headers, agent, signal });
      const overdue = clock.alarm(() => {
        end('timeout');
        outgoing.destroy();
      });
      overdue.set(clock.now() + timeout);

      function end(error: string | undefined): void {
        overdue.clear();
        resolve(error);
      }

      outgoing.on('error', (error) => end(nameError(error)));
      outgoing.on('response', (response) => {
        if (response.statusCode !== 200) {
          response.resume().on('end', () => end(`status ${response.statusCode}`));
        } else readStream(response, { dialect, token, end });
        response.on('error', () => end('cut off'));
      });
      outgoing.end(body);
    });
}

interface StreamListener {
  readonly dialect: LoadDialect;
  token(): void;
  end(error: string | undefined): void;
}

function readStream(response: http.IncomingMessage, { dialect, token, end }: StreamListener): void {
  const reader = createSseReader();
  let isDone = false;
  let error: string | undefined;
  response.setEncoding('utf8').on('data', (text: string) => {
    for (const event of reader.push(text)) {
      const kind = readEvent(event, dialect);
      if (kind === 'token') token();
      else if (kind === 'done') isDone = true;
      else if (kind === 'error') error = 'error in the stream';
    }
  });
  // A completion has no last event: its end is the end of the answer.
  response.on('end', () => end(error ?? (isDone || dialect === 'completion' ? undefined : 'cut off')));
}

function nameError(error: NodeJS.ErrnoException): string {
  if (error.code === 'ECONNREFUSED') return 'refused';
  if (error.code === 'ECONNRESET') return 'cut off';
  return error.code ?? error.message;
}
