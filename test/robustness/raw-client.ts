import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import type { StartedServer } from '../../src/index.ts';

/** A connection to the server that reads nothing until it is told to; what breaks it is no error here. */
export async function openSocket({ url }: Pick<StartedServer, 'url'>): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** All that the server says on a new connection after these bytes, until it closes it. */
export async function exchange(
  server: Pick<StartedServer, 'url'>,
  ...bytes: readonly (string | Buffer)[]
): Promise<string> {
  const socket = await openSocket(server);
  let heard = '';
  socket.setEncoding('utf8').on('data', (text: string) => (heard += text));
  for (const part of bytes) socket.write(part);
  if (!socket.destroyed) await once(socket, 'close');
  return heard;
}

/** A POST of a JSON body to the chat completions, as bytes. */
export function post(body: string, headers: Readonly<Record<string, string>> = {}): string {
  const all = {
    host: 'localhost',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST /v1/chat/completions HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}

/** The value of a metric that has no labels. */
export async function readMetric({ url }: Pick<StartedServer, 'url'>, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
}
