import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as readBody } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Manner } from './faulty-server.ts';

/** Answers a call; what it throws becomes a 500. */
export type Answer = (body: string, request: IncomingMessage, response: ServerResponse) => Promise<void>;

const headers = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache',
  'x-accel-buffering': 'no',
};

/** What a server of some dialect does; each member replaces what a good one does. */
export interface Habits {
  readonly pieces: readonly string[];
  readonly headers: Record<string, string>;
  /** What follows the last piece. */
  readonly ending: string;
  /** Bodies, or queries, that are answered though they should be refused. */
  readonly takes: (body: string) => boolean;
  /** What refusals look like, in place of the dialect's. */
  readonly refusal: string;
  /** What is said where no stream is asked for. */
  readonly whole: object;
}

async function stream(response: ServerResponse, events: readonly string[], habits: Habits): Promise<void> {
  response.writeHead(200, habits.headers);
  for (const event of events) {
    await sleep(12);
    response.write(event);
  }
  response.end(habits.ending);
}

function refuse(response: ServerResponse, status: number, body: string): void {
  const type = body.startsWith('<') ? 'text/html' : 'application/json';
  response.writeHead(status, { 'content-type': type }).end(body);
}

function take(answer: Answer): Partial<Manner> {
  return {
    take(request, response) {
      void readBody(request)
        .then((body) => answer(body, request, response))
        .catch(() => response.destroy());
      return true;
    },
  };
}

function read(body: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(body));
  } catch {
    return {};
  }
}

/** A server of the prompt dialect. */
export function speakPrompt(given: Partial<Habits> = {}): Partial<Manner> {
  const habits: Habits = {
    pieces: Array.from({ length: 12 }, () => `streaming ${'words '.repeat(25)}`),
    headers: { ...headers, connection: 'keep-alive' },
    ending: 'data: [DONE]\n\n',
    takes: () => false,
    refusal: 'data: {"error": "No", "code": 400}\n\n',
    whole: {},
    ...given,
  };
  return take(async (body, { url }, response) => {
    const { prompt, stream: streamed } = read(body);
    const isRight = typeof prompt === 'string' && prompt.trim() !== '' && prompt.length <= 5000;
    if (url !== '/v1/chat/completions') return refuse(response, 404, '{"error": "No"}');
    if ((!isRight || streamed !== true) && !habits.takes(body)) return refuse(response, 400, habits.refusal);
    const events = habits.pieces.map(
      (content) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`,
    );
    await stream(response, events, habits);
  });
}

/** A server of the completion dialect. */
export function speakCompletion(given: Partial<Habits> = {}): Partial<Manner> {
  const pieces = 'It is a long way to the sea'.split(' ').map((word) => ` ${word}`);
  const habits: Habits = {
    pieces: [...pieces, ...pieces].map((piece, index) => `id: ${index}\ndata: ${piece}\n\n`),
    headers,
    ending: 'id: done\nevent: done\ndata: [DONE]\n\n',
    takes: () => false,
    refusal: '{"detail": [{"msg": "Input should be a valid integer"}]}',
    whole: {},
    ...given,
  };
  return take(async (_, { url = '' }, response) => {
    if (!url.startsWith('/completion/')) return refuse(response, 404, '{"detail": "Not Found"}');
    if (/max_new_tokens=\D/.test(url) && !habits.takes(url)) return refuse(response, 422, habits.refusal);
    await stream(response, habits.pieces, habits);
  });
}

/** A server of the wordstream dialect; `queued`: one stream at a time. */
export function speakWords(given: Partial<Habits> = {}, queued = false): Partial<Manner> {
  const habits: Habits = {
    pieces: 'This is our own test streaming server '.repeat(3).trim().split(' '),
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache', connection: 'close' },
    ending: '',
    takes: () => false,
    refusal: '{"error": "No"}',
    whole: {},
    ...given,
  };
  let queue: Promise<unknown> = Promise.resolve();
  return take(async (_, { url }, response) => {
    if (url !== '/v1/chat/completions') return refuse(response, 404, habits.refusal);
    const events = habits.pieces.map(
      (word) => `data: ${JSON.stringify({ choices: [{ delta: { content: `${word} ` } }] })}\n\n`,
    );
    const before = queue;
    const own = (queued ? before : Promise.resolve()).then(() => stream(response, events, habits));
    queue = own;
    await own;
  });
}

const usage = { prompt_tokens: 3, completion_tokens: 14, total_tokens: 17 };

/** A server of Langbase's dialect. */
export function speakLangbase(
  given: Partial<Habits> & { readonly usage?: object | null } = {},
): Partial<Manner> {
  const message = { role: 'assistant', content: 'Streaming.' };
  const head = { id: 'c', created: 1, model: 'm' };
  const choices = [{ index: 0, message, finish_reason: 'stop' }];
  const habits: Habits = {
    pieces: 'streaming is a way to send words one by one as they are made'.split(' '),
    headers,
    ending: 'data: [DONE]\n\n',
    takes: () => false,
    refusal: '{"success": false, "error": {"code": "BAD_REQUEST", "status": 400, "message": "No"}}',
    whole: { completion: 'Streaming.', raw: { ...head, object: 'chat.completion', choices, usage } },
    ...given,
  };
  const write = (delta: object, more: object = {}, finish: string | null = null): string => {
    const chunk = { ...head, object: 'chat.completion.chunk', ...more };
    return `data: ${JSON.stringify({ ...chunk, choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
  };
  return take(async (body, { url }, response) => {
    const asked = read(body);
    if (url !== '/v1/pipes/run') return refuse(response, 404, habits.refusal);
    if (asked['messages'] === undefined && !habits.takes(body)) return refuse(response, 400, habits.refusal);
    if (asked['stream'] === false) return refuse(response, 200, JSON.stringify(habits.whole));
    const pieces = habits.pieces.map((content) => write({ content: ` ${content}` }));
    const last = write({}, given.usage === null ? {} : { usage: { ...usage, ...given.usage } }, 'stop');
    await stream(response, [write({ role: 'assistant', content: '' }), ...pieces, last], habits);
  });
}
