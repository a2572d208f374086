import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';

/** Answers one request; `body` is what was sent. */
export type Handle = (response: ServerResponse, body: string) => unknown;

/** A server of a few lines on a free port of this machine, and what it was asked. */
export interface TinyServer extends AsyncDisposable {
  readonly url: string;
  readonly bodies: string[];
  readonly requests: IncomingMessage[];
}

/** Starts a server that answers each request as the handle says. */
export async function startTiny(handle: Handle): Promise<TinyServer> {
  const bodies: string[] = [];
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      bodies.push(body);
      requests.push(request);
      void handle(response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    bodies,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The bytes of an event that holds this JSON. */
export function event(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}

/** The bytes of a chunk that says this. */
export function say(content: string): string {
  return event({ choices: [{ index: 0, delta: { content } }] });
}

/** The bytes of the chunk that tells why the answer ended. */
export const stop = event({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });

/** The bytes of the end of a stream. */
export const done = 'data: [DONE]\n\n';

/** A stream of these bytes. */
export function stream(...parts: readonly string[]): Handle {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const part of parts) response.write(part);
    response.end();
  };
}

/** A status with a body. */
export function refuse(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Handle {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return (response) => void response.writeHead(status, headers).end(text);
}
