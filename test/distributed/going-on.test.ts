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

// Slow enough that nothing has come to its end before its worker is killed.
const pace = { 'x-understudy-ttft': '0', 'x-understudy-tokens-per-second': '10' };
// In TypeScript, which computes the same whatever it takes in at a time: the whole answer can be known.
const flags = ['--native', 'off', '--serves', 'story'];

async function addWorker(): Promise<WorkerProcess> {
  const worker = await startWorker(redis.url, ...flags);
  workers.push(worker);
  return worker;
}

beforeAll(async () => {
  redis = await startRedis();
  api = await openApi(redis.url, { native: 'off' });
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

/** How many answers workers have taken over from others. */
async function readTakeovers(): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^understudy_takeovers_total (?<value>\S+)$/m.exec(text)?.groups?.['value']);
}

interface Chunk {
  readonly choices: readonly { readonly index: number; readonly [field: string]: unknown }[];
  readonly usage?: unknown;
}

/** All events of a stream; `hurt` is called once so many of them have come, and the reading goes on. */
async function listen(address: string, body: object, hurting?: { most: number; hurt(): Promise<void> }) {
  const headers = hurting === undefined ? {} : pace;
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...lasting, ...headers },
    body: JSON.stringify({ model: 'story', stream: true, stream_options: { include_usage: true }, ...body }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  let text = '';
  let isHurt = false;
  for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += part;
    if (isHurt || hurting === undefined || splitEvents(text).length < hurting.most) continue;
    isHurt = true;
    await hurting.hurt();
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
    ['a conversation', '/v1/chat/completions', { messages, max_tokens: 50, temperature: 1.5 }],
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
      // Its model is loaded by then: what waits for that is caught up with at once, and ends before anybody is killed.
      await listen(`${url}${path}`, { ...body, max_tokens: 1 });
      const before = await readTakeovers();
      const heard = await listen(`${url}${path}`, body, {
        most: 8,
        async hurt() {
          first.kill('SIGKILL');
          await first.ended();
          await addWorker();
        },
      });
      await expect.poll(readTakeovers, { timeout: 20_000 }).toBeGreaterThan(before);
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
