import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenServer } from '../../src/app.ts';
import { type WorkerProcess, openApi, startWorker } from '../support/distributed.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';

let redis: RedisServer;
let apis: readonly OpenServer[];

beforeAll(async () => {
  redis = await startRedis(['appendonly yes', 'appendfsync always', 'maxmemory-policy noeviction']);
  apis = await Promise.all([openApi(redis.url), openApi(redis.url)]);
}, 60_000);
afterAll(async () => {
  await Promise.all(apis.map((api) => api.close()));
  await redis.close();
});

const flags = ['--ttft', '0', '--tokens-per-second', '20', '--serves', 'text'];

function urlOf(index: number): string {
  return apis[index]?.listeners[0].url ?? '';
}

async function run(url: string, threadId: string, content: string): Promise<string> {
  const body = JSON.stringify({ threadId, stream: true, messages: [{ role: 'user', content }] });
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${url}/v1/pipes/run`, { method: 'POST', headers, body })).text();
}

/** What is done to a worker in the middle of an answer. */
const hurts: Readonly<Record<string, (worker: WorkerProcess) => Promise<void>>> = {
  killed: async (worker) => worker.kill('SIGKILL'),
  'told to end': async (worker) => worker.kill('SIGTERM'),
  async frozen(worker) {
    worker.kill('SIGSTOP');
    await sleep(3500);
    worker.kill('SIGCONT');
  },
};

it.each(Object.entries(hurts))(
  'keeps a turn once and whole whose worker is %s, whichever server is asked',
  async (name, hurt) => {
    const threadId = `shared-${name.replaceAll(' ', '-')}`;
    const first = await startWorker(redis.url, ...flags);
    const created = await fetch(`${urlOf(0)}/v1/threads`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ threadId }),
    });
    expect(created.status).toBe(201);
    const asked = run(urlOf(1), threadId, 'How do tides work?');
    await sleep(500);
    const second = await startWorker(redis.url, ...flags);
    await hurt(first);
    const told = await asked;
    expect(told).toContain('[DONE]');
    await run(urlOf(0), threadId, 'And in lakes?');
    const listed = await fetch(`${urlOf(0)}/v1/threads/${threadId}/messages`);
    const kept: readonly { role: string; content: string }[] = JSON.parse(await listed.text());
    expect(kept.map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant']);
    const said = [...told.matchAll(/^data: (\{.*)$/gm)].map(([, data = '']) => JSON.parse(data));
    const text = said.map((chunk) => String(chunk.choices[0]?.delta?.content ?? '')).join('');
    expect(kept[1]?.content).toBe(text);
    for (const worker of [first, second]) {
      worker.kill('SIGKILL');
      await worker.ended();
    }
  },
  90_000,
);

it('warns of a Redis that may lose what was acknowledged, and of none that does not', async () => {
  expect(apis[0]?.warnings).toEqual([]);
  const careless = await startRedis();
  const api = await openApi(careless.url);
  expect(api.warnings.join(' ')).toMatch(/appendonly|AOF/);
  await api.close();
  await careless.close();
});

it('says in one sentence that no worker is there, once an answer has waited long enough', async () => {
  const api = await openApi(redis.url, { queuePatience: 0.3, redisPrefix: 'lonely:' });
  const reply = await fetch(`${api.listeners[0].url}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Hi' }] }),
  });
  expect(reply.status).toBe(503);
  expect(reply.headers.get('retry-after')).toBe('5');
  expect(await reply.json()).toMatchObject({ error: { code: 'no_worker' } });
  await api.close();
}, 20_000);

it('answers 429 in the shape of the dialect where as many wait as may', async () => {
  const settings = { queuePatience: 5, queueDepth: 1, redisPrefix: 'full:' };
  const api = await openApi(redis.url, settings);
  const ask = (signal?: AbortSignal) =>
    fetch(`${api.listeners[0].url}/v1/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Hi' }] }),
      ...(signal === undefined ? {} : { signal }),
    });
  const leaving = new AbortController();
  const waiting = ask(leaving.signal).catch(() => undefined);
  await expect
    .poll(async () => (await ask(AbortSignal.timeout(300)).catch(() => undefined))?.status)
    .toBe(429);
  leaving.abort();
  await waiting;
  await api.close();
}, 20_000);
