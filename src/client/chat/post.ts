import http from 'node:http';
import https from 'node:https';
import { ChatError } from './chat-error.ts';

/** What is posted. */
export interface Post {
  readonly url: URL;
  readonly apiKey: string | undefined;
  readonly body: string;
  readonly signal: AbortSignal;
}

/** Posts JSON over a connection of its own and resolves with the head of the answer, however long that takes. */
export function post({ url, apiKey, body, signal }: Post): Promise<http.IncomingMessage> {
  const { request: ask } = url.protocol === 'https:' ? https : http;
  const headers = {
    accept: 'text/event-stream, application/json',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'understudy',
    // A connection that was kept may be closed by the server just as it is used again.
    connection: 'close',
    ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
  };
  return new Promise((resolve, reject) => {
    const outgoing = ask(url, { method: 'POST', headers, signal });
    outgoing.on('response', resolve);
    outgoing.on('error', (error) => reject(new ChatError({ kind: 'unreachable', code: nameError(error) })));
    outgoing.end(body);
  });
}

function nameError(error: NodeJS.ErrnoException): string {
  // A name with several addresses fails with all of their errors.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : undefined;
  if (first instanceof Error && 'code' in first && typeof first.code === 'string') return first.code;
  return error.code ?? error.message;
}
