import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';

// What the platform allows: node:http and nothing but the stream. `npx node bench/bare-server.ts SERVICE PORT`

const service: { text: string; rate?: number } = JSON.parse(process.argv[2] ?? '{}');
const pieces = service.text.match(/\s*\S+/g) ?? [];
const gap = service.rate === undefined ? 0 : 1000 / service.rate;

const shared = { id: `chatcmpl-${'x'.repeat(29)}`, created: 1_700_000_000, model: 'gpt-4o-mini-2024-07-18' };
const chunks = [
  frame({ role: 'assistant', content: '', refusal: null }, null),
  ...pieces.map((content) => frame({ content }, null)),
  frame({}, 'stop'),
  chunk('data: [DONE]\n\n'),
];
const message = { role: 'assistant', content: service.text, refusal: null };
const whole = {
  ...shared,
  object: 'chat.completion',
  choices: [{ index: 0, message, finish_reason: 'stop' }],
};
const jsonHeaders = { 'content-type': 'application/json' };

function frame(delta: object, finish: string | null): string {
  const choices = [{ index: 0, delta, logprobs: null, finish_reason: finish }];
  const rest = { service_tier: 'default', system_fingerprint: 'fp_0123456789', obfuscation: 'abcdef' };
  return chunk(
    `data: ${JSON.stringify({ ...shared, object: 'chat.completion.chunk', ...rest, choices })}\n\n`,
  );
}

// Flat, so that no write walks through the parts that it was made of.
function chunk(payload: string): string {
  return Buffer.from(`${payload.length.toString(16)}\r\n${payload}\r\n`).toString('latin1');
}

interface Stream {
  readonly response: ServerResponse;
  readonly socket: Socket;
  readonly began: number;
  position: number;
}

// Streams by the millisecond in which they are due next.
const wheel: Stream[][] = Array.from({ length: 4096 }, () => []);
let turned = Math.floor(performance.now());

function turn(): void {
  setTimeout(turn, 1);
  const now = performance.now();
  for (; turned < Math.floor(now); turned += 1) {
    const due = wheel[turned & 4095] ?? [];
    wheel[turned & 4095] = [];
    for (const stream of due) play(stream, now);
  }
}

function play(stream: Stream, now: number): void {
  const { response, socket, began } = stream;
  if (socket.destroyed) return;
  let out = '';
  // The role goes with the first piece, the end with the last one.
  while (stream.position < pieces.length && began + stream.position * gap <= now) {
    if (stream.position === 0) out += chunks[0] ?? '';
    stream.position += 1;
    out += chunks[stream.position] ?? '';
  }
  if (stream.position < pieces.length) {
    socket.write(out, 'latin1');
    wheel[Math.max(turned + 1, Math.ceil(began + stream.position * gap)) & 4095]?.push(stream);
    return;
  }
  socket.write(out + chunks.slice(-2).join(''), 'latin1');
  response.end();
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const began = performance.now();
  const body = await text(request);
  if (body === '' || JSON.parse(body).stream !== true) {
    const reply = JSON.stringify(whole);
    response.writeHead(200, { ...jsonHeaders, 'content-length': Buffer.byteLength(reply) });
    response.end(reply);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'transfer-encoding': 'chunked' });
  response.flushHeaders();
  play({ response, socket: request.socket, began, position: 0 }, performance.now());
}

createServer((request, response) => void answer(request, response)).listen(
  Number(process.argv[3]),
  '127.0.0.1',
);
process.once('SIGTERM', () => process.exit(0));
turn();
