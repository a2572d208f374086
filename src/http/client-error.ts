import type { Socket } from 'node:net';
import { ApiError } from '../core/api-error.ts';
import { base16 } from '../core/ids.ts';
import type { ServerState } from './state.ts';

const meanings: Readonly<Record<string, readonly [number, string, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'The request headers are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'The request took too long to arrive.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [
    413,
    'Payload Too Large',
    'The chunk extensions of the request are too large.',
  ],
};

/** Answers what Node could not read as a request, in the first dialect's shape, and closes the connection. */
export function refuseConnection(
  error: Error & { readonly code?: string },
  socket: Socket,
  { mounts, ids, connections }: ServerState,
): void {
  // In the middle of an answer there is no place for another one.
  if (error.code === 'ECONNRESET' || !socket.writable || connections.isAnswering(socket)) {
    socket.destroy();
    return;
  }
  const [status, reason, message] = meanings[error.code ?? ''] ?? [
    400,
    'Bad Request',
    'The request is not valid HTTP.',
  ];
  const answer = mounts[0].dialect.error(new ApiError(status, null, message), {
    id: `req_${ids(32, base16)}`,
  });
  const head = Object.entries({
    ...answer.headers,
    'content-length': String(Buffer.byteLength(answer.body)),
  });
  const lines = head.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nconnection: close\r\n${lines}\r\n${answer.body}`);
}
