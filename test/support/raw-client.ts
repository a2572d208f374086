import { once } from 'node:events';
import { type Socket, connect } from 'node:net';

/** An answer as it came over the socket. */
export interface RawAnswer {
  readonly status: number;
  readonly version: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** The lengths of the chunks, where it came in chunks. */
  readonly chunks: readonly number[];
}

/** A client that writes bytes and reads answers, and knows nothing better. */
export interface RawClient extends Disposable {
  readonly socket: Socket;
  send(text: string): void;
  /** What has come so far. */
  readonly received: string;
  /** Resolves once what has come holds the text; rejects when the connection closes before. */
  until(text: string): Promise<string>;
  /** The next whole answer. */
  answer(method?: string): Promise<RawAnswer>;
  /** Resolves when the server has closed the connection. */
  readonly closed: Promise<void>;
}

/** Connects to a port of this machine. */
export async function connectRaw(port: number): Promise<RawClient> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  await once(socket, 'connect');
  let bytes = Buffer.alloc(0);
  let over = false;
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const each of waiting) each();
  };
  socket.on('data', (data: Buffer) => {
    bytes = Buffer.concat([bytes, data]);
    wake();
  });
  const closed = new Promise<void>((resolve) => {
    const close = (): void => {
      over = true;
      wake();
      resolve();
    };
    socket.on('end', close);
    socket.on('close', close);
    socket.on('error', close);
  });

  // Calls back at each arrival until it gives something.
  function wait<T>(look: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const check = (): void => {
        const found = look();
        if (found === undefined && !over) return;
        waiting.delete(check);
        if (found === undefined)
          reject(new Error(`Closed after ${JSON.stringify(bytes.toString().slice(-300))}`));
        else resolve(found);
      };
      waiting.add(check);
      check();
    });
  }

  return {
    socket,
    send: (text) => void socket.write(text),
    get received() {
      return bytes.toString();
    },
    until: (text) => wait(() => (bytes.includes(text) ? bytes.toString() : undefined)),
    answer: (method = 'GET') =>
      wait(() => {
        const read = readAnswer(bytes, method, over);
        if (read === undefined) return undefined;
        bytes = bytes.subarray(read.length);
        return read.answer;
      }),
    closed,
    [Symbol.dispose]: () => void socket.destroy(),
  };
}

function readAnswer(
  bytes: Buffer,
  method: string,
  over: boolean,
): { answer: RawAnswer; length: number } | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const [first = '', ...lines] = bytes.subarray(0, headEnd).toString('latin1').split('\r\n');
  const [, version = '', status = ''] = /^(HTTP\/1\.[01]) (\d{3})/.exec(first) ?? [];
  const headers = new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  const head = { status: Number(status), version, headers };
  const start = headEnd + 4;
  if (method === 'HEAD' || head.status < 200 || head.status === 204) {
    return { answer: { ...head, body: '', chunks: [] }, length: start };
  }
  if (headers.get('transfer-encoding') === 'chunked') {
    const read = readChunks(bytes, start);
    return read && { answer: { ...head, body: read.body, chunks: read.chunks }, length: read.end };
  }
  const given = headers.get('content-length');
  if (given === undefined && !over) return undefined;
  const end = given === undefined ? bytes.length : start + Number(given);
  if (bytes.length < end) return undefined;
  return { answer: { ...head, body: bytes.subarray(start, end).toString(), chunks: [] }, length: end };
}

function readChunks(bytes: Buffer, start: number) {
  const parts: Buffer[] = [];
  const chunks: number[] = [];
  let at = start;
  for (;;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const line = bytes.subarray(at, lineEnd).toString('latin1');
    if (!/^[0-9a-f]+$/i.test(line)) throw new Error(`No chunk length: ${JSON.stringify(line)}`);
    const length = Number.parseInt(line, 16);
    const end = lineEnd + 2 + length;
    if (bytes.length < end + 2) return undefined;
    if (bytes.subarray(end, end + 2).toString() !== '\r\n')
      throw new Error('A chunk of another length than told.');
    if (length === 0) return { body: Buffer.concat(parts).toString(), chunks, end: end + 2 };
    chunks.push(length);
    parts.push(bytes.subarray(lineEnd + 2, end));
    at = end + 2;
  }
}

/** A POST of a chat completion as bytes. */
export function chatRequest(
  body: object,
  headers: Readonly<Record<string, string>> = {},
  version = '1.1',
): string {
  const text = JSON.stringify({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Hi' }], ...body });
  const all = {
    host: 'localhost',
    'content-type': 'application/json',
    ...headers,
    'content-length': Buffer.byteLength(text),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST /v1/chat/completions HTTP/${version}\r\n${lines.join('')}\r\n${text}`;
}

/** The JSON of each event of a stream but the last, which is [DONE]. */
export function readChunksOf(body: string): unknown[] {
  const events = body.split('\n\n');
  if (events.pop() !== '' || events.pop() !== 'data: [DONE]') throw new Error('No [DONE] at the end.');
  return events.map((event) => JSON.parse(event.replace(/^data: /, '')) as unknown);
}

/** The text that a stream says. */
export function streamText(body: string): string {
  const chunks = readChunksOf(body) as { choices: { delta: { content?: string } }[] }[];
  return chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('');
}
