import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { text as readBody } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a server does that answers chat completions; each member replaces what a good one does. */
export interface Manner {
  /** Milliseconds before the first piece of a stream, by the number of streams that have begun. */
  firstPause(begun: number): number;
  /** Milliseconds between pieces. */
  readonly pause: number;
  readonly tokensPerChunk: number;
  readonly status: number;
  readonly headers: Record<string, string>;
  /** Whether pieces are kept back until all are there. */
  readonly buffered: boolean;
  readonly role: boolean;
  readonly finishes: number;
  /** What follows the last chunk. */
  readonly ending: string;
  /** What is sent before the first chunk. */
  readonly opening: string;
  /** Whether the body stays open at the end. */
  readonly open: boolean;
  /** Pieces after which nothing more comes, or the connection breaks. */
  readonly silentAfter: number;
  readonly brokenAfter: number;
  /** Members of the chunk with this number. */
  chunk(index: number): object;
  /** Whether usage is told in a stream, by whether it is asked for. */
  tellsUsage(asked: boolean): boolean;
  readonly usage: object;
  /** Members of an answer that is not streamed. */
  readonly whole: object;
  /** The text of an answer to a request for emoji, as it goes over the wire. */
  readonly emoji: readonly (string | Buffer)[];
  /** How the refusals of that name are answered. */
  readonly refusals: Partial<Record<'bad-json' | 'bad-request' | 'unknown-path', Refusal>>;
  readonly queued: boolean;
  readonly diesOnHangUp: boolean;
  /** What /metrics tells, by the number of streams that have begun. */
  metrics?(begun: number): string;
  /** Takes a call from the rest; gives whether it did. */
  take?(request: IncomingMessage, response: ServerResponse): boolean;
}

/** How a request is refused. */
export interface Refusal {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const words = 'Streaming APIs send a text piece by piece , as it is made for you'.split(' ');
const tokens = words.map((word, index) => (index === 0 ? word : ` ${word}`));

const usage = { prompt_tokens: 5, completion_tokens: tokens.length, total_tokens: 5 + tokens.length };

const good: Manner = {
  firstPause: () => 12,
  pause: 12,
  tokensPerChunk: 1,
  status: 200,
  headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache', 'x-accel-buffering': 'no' },
  buffered: false,
  role: true,
  finishes: 1,
  ending: 'data: [DONE]\n\n',
  opening: '',
  open: false,
  silentAfter: Infinity,
  brokenAfter: Infinity,
  chunk: () => ({}),
  tellsUsage: (asked) => asked,
  usage,
  whole: {},
  emoji: ['"🙂"', '" café"', '" 日本語"'],
  refusals: {},
  queued: false,
  diesOnHangUp: false,
};

/** Starts a server that does all as it should but for what is given; it closes at the end of its scope. */
export async function startFaulty(faults: Partial<Manner> = {}) {
  const manner = { ...good, ...faults };
  let queue: Promise<unknown> = Promise.resolve();
  let begun = 0;
  const server = createServer((request, response) => {
    if (manner.take?.(request, response) === true) return;
    void answer(request, response, {
      manner,
      server,
      begin: () => (begun += 1),
      begun: () => begun,
      enqueue: (task) => (queue = manner.queued ? queue.then(task, task) : task()),
    }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    async [Symbol.asyncDispose]() {
      close(server);
      await queue.catch(() => undefined);
    },
  };
}

interface Parts {
  readonly manner: Manner;
  readonly server: Server;
  begin(): number;
  begun(): number;
  enqueue(task: () => Promise<void>): Promise<unknown>;
}

function close(server: Server): void {
  server.close();
  server.closeAllConnections();
}

async function answer(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const { manner } = parts;
  const body = await readBody(request);
  if (request.url === '/metrics' && manner.metrics !== undefined) {
    response.end(manner.metrics(parts.begun()));
    return;
  }
  if (request.url !== '/v1/chat/completions') return refuse(response, 404, manner.refusals['unknown-path']);
  let asked;
  try {
    asked = JSON.parse(body);
  } catch {
    return refuse(response, 400, manner.refusals['bad-json']);
  }
  if (asked.messages === undefined) return refuse(response, 400, manner.refusals['bad-request']);
  if (asked.stream !== true) return tellWhole(response, manner);
  if (manner.diesOnHangUp) response.on('close', () => response.writableEnded || close(parts.server));
  const begun = parts.begin();
  await parts.enqueue(() => stream(response, asked, manner, begun));
}

function refuse(response: ServerResponse, status: number, refusal?: Refusal): void {
  const error = { message: 'No.', type: 'invalid_request_error', param: null, code: null };
  const { type = 'application/json', body = JSON.stringify({ error }) } = refusal ?? {};
  response.writeHead(refusal?.status ?? status, { 'content-type': type }).end(body);
}

function tellWhole(response: ServerResponse, { whole }: Manner): void {
  const message = { role: 'assistant', content: tokens.join('') };
  const choices = [{ index: 0, message, finish_reason: 'stop' }];
  const body = { id: 'c-1', object: 'chat.completion', created: 1, model: 'm-1', choices, usage };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ...body, ...whole }));
}

async function stream(
  response: ServerResponse,
  asked: { messages: { content: string }[]; stream_options?: { include_usage: boolean } },
  manner: Manner,
  begun: number,
): Promise<void> {
  const { role, finishes, silentAfter, brokenAfter, pause } = manner;
  response.writeHead(manner.status, manner.headers);
  const kept: (string | Buffer)[] = [];
  const send = (data: string | Buffer): void => {
    if (manner.buffered) kept.push(data);
    else response.write(data);
  };
  if (manner.opening !== '') send(manner.opening);
  let index = 0;
  const tell = (delta: string | Buffer, reason: string | null = null): void => {
    send(Buffer.concat(makeChunk(delta, reason, manner.chunk(index)).map((part) => Buffer.from(part))));
    index += 1;
  };
  if (role) tell('{"role":"assistant","content":""}');
  for (const [number, piece] of listPieces(asked.messages[0]?.content ?? '', manner).entries()) {
    if (number >= silentAfter) return;
    if (number >= brokenAfter) return void response.destroy();
    await sleep(number === 0 ? manner.firstPause(begun) : pause);
    tell(Buffer.concat(['{"content":', piece, '}'].map((part) => Buffer.from(part))));
  }
  for (let count = 0; count < finishes; count += 1) tell('{}', 'stop');
  if (manner.tellsUsage(asked.stream_options?.include_usage === true)) {
    send(`data: ${JSON.stringify({ ...head, choices: [], usage: manner.usage })}\n\n`);
  }
  send(manner.ending);
  response.write(Buffer.concat(kept.map((data) => Buffer.from(data))));
  if (!manner.open) response.end();
}

function listPieces(prompt: string, { emoji, tokensPerChunk }: Manner): readonly (string | Buffer)[] {
  if (prompt.includes('🙂')) return emoji;
  return tokens.flatMap((_, index) =>
    index % tokensPerChunk === 0 ? JSON.stringify(tokens.slice(index, index + tokensPerChunk).join('')) : [],
  );
}

const head = { id: 'c-1', object: 'chat.completion.chunk', created: 1, model: 'm-1' };

function makeChunk(delta: string | Buffer, reason: string | null, members: object): (string | Buffer)[] {
  const [before = '', after = ''] = JSON.stringify({
    ...head,
    choices: [{ index: 0, delta: 0, finish_reason: reason }],
    ...members,
  }).split('"delta":0');
  return [`data: ${before}"delta":`, delta, `${after}\n\n`];
}
