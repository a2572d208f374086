import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenServer } from '../../src/app.ts';
import { type StartedServer, startServer } from '../../src/index.ts';
import { type WorkerProcess, openApi, startWorker } from '../support/distributed.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';
import { idOf, lasting, splitEvents } from '../support/stream-client.ts';

let redis: RedisServer;
let api: OpenServer;
let url: string;
// Makes its answers itself, and is never broken off.
let alone: StartedServer;
const workers: WorkerProcess[] = [];

const pace = ['--ttft', '0', '--tokens-per-second', '20'];
// In TypeScript, which computes the same whatever it takes in at a time: the whole answer can be known.
const flags = [...pace, '--native', 'off', '--serves', 'story'];

async function addWorker(): Promise<WorkerProcess> {
  const worker = await startWorker(redis.url, ...flags);
  workers.push(worker);
  return worker;
}

beforeAll(async () => {
  redis = await startRedis();
  api = await openApi(redis.url, { ttft: 0, tokensPerSecond: 20, native: 'off' });
  url = api.listeners[0].url;
  alone = await startServer({ native: 'off' });
}, 60_000);
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await Promise.all(workers.map(({ ended }) => ended()));
  await api.close();
  await alone.close();
  await redis.close();
});

interface Chunk {
  readonly choices: readonly { readonly index: number; readonly [field: string]: unknown }[];
  readonly usage?: unknown;
}

/** All events of a stream; `then` is called once so many of them have come, and the reading goes on. */
async function listen(address: string, body: object, most = Infinity, then?: () => Promise<void>) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...lasting },
    body: JSON.stringify({ model: 'story', stream: true, stream_options: { include_usage: true }, ...body }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  let text = '';
  let isHurt = false;
  for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += part;
    if (isHurt || splitEvents(text).length < most) continue;
    isHurt = true;
    await then?.();
  }
  return splitEvents(text);
}

// By choice: which of two comes first at a moment is nobody's promise. Ids and the time of day differ from call to call.
function sortOut(events: readonly string[]) {
  const data = events.map((event) => /^data: (.*)$/m.exec(event)?.[1] ?? '');
  expect(data.at(-1)).toBe('[DONE]');
  const chunks = data.slice(0, -1).map((json): Chunk => JSON.parse(json));
  const choices = chunks.flatMap((chunk) => chunk.choices);
  return {
    choices: choices.toSorted((one, other) => one.index - other.index),
    usage: chunks.flatMap(({ usage }) => usage ?? []),
  };
}

const messages = [{ role: 'user', content: 'Tell me of the sea.' }];

describe('an answer of a model that computes whose worker is killed', () => {
  it.each<[string, string, object]>([
    ['a conversation', '/v1/chat/completions', { messages, max_tokens: 50, seed: 7 }],
    [
      'two choices with log probabilities and penalties',
      '/v1/chat/completions',
      { messages, max_tokens: 40, n: 2, logprobs: true, top_logprobs: 2, frequency_penalty: 0.5 },
    ],
    [
      'a text with a stop',
      '/v1/completions',
      { prompt: 'In the morning', max_tokens: 50, stop: ['zzz', '\n\n\n'] },
    ],
  ])(
    'goes on from another one without a gap, a repeat or another word: %s',
    async (_, path, body) => {
      const whole = await listen(`${alone.url}${path}`, body);
      const first = await addWorker();
      const heard = await listen(`${url}${path}`, body, 8, async () => {
        await addWorker();
        first.kill('SIGKILL');
        await first.ended();
      });
      const second = workers.at(-1);
      second?.kill('SIGTERM');
      await second?.ended();
      expect(heard.map(idOf)).toEqual(whole.map(idOf));
      expect(sortOut(heard)).toEqual(sortOut(whole));
      expect(heard.length).toBeGreaterThan(20);
    },
    120_000,
  );
});
