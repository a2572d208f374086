import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenServer } from '../../src/app.ts';
import { startProcess } from '../cli/start-process.ts';
import { type WorkerProcess, openApi, startWorker } from '../support/distributed.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';
import { goOn, idOf, lasting, splitEvents, streamIdOf, takeStream } from '../support/stream-client.ts';

let redis: RedisServer;
let worker: WorkerProcess;
let api: OpenServer;
let url: string;

const pace = ['--ttft', '0', '--tokens-per-second', '100'];

beforeAll(async () => {
  redis = await startRedis();
  worker = await startWorker(redis.url, ...pace);
  api = await openApi(redis.url, { ttft: 0, tokensPerSecond: 100 });
  url = api.listeners[0].url;
}, 60_000);
afterAll(async () => {
  worker.kill('SIGTERM');
  await worker.ended();
  await api.close();
  await redis.close();
});

const calls = [
  ['/v1/chat/completions', { model: 'gpt-4o', messages: [{ role: 'user', content: 'How do tides work?' }] }],
  ['/v1/chat/completions', { prompt: 'How do tides work?' }],
  ['/v1/completions', { model: 'gpt-3.5-turbo-instruct', prompt: 'How do tides work?', max_tokens: 60 }],
  ['/v1/pipes/run', { messages: [{ role: 'user', content: 'How do tides work?' }] }],
] as const;

async function ask(base: string, path: string, body: object): Promise<Response> {
  return fetch(`${base}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...lasting },
    body: JSON.stringify({ ...body, stream: true }),
  });
}

describe('a stream whose server is killed', () => {
  it.each(calls)(
    'is gone on with on another one, byte for byte: %s',
    async (path, body) => {
      await using first = startProcess(['--redis', redis.url, '--port', '0', '--data', ':memory:', ...pace]);
      const [, base = ''] = await first.message(/(http:\/\/127\.0\.0\.1:\d+)/);
      const response = await ask(base, path, body);
      const id = streamIdOf(response);
      const heard = await takeStream(response, 8);
      first.child.kill('SIGKILL');
      await first.ended;
      const rest = splitEvents(await (await goOn(url, id, idOf(heard.at(-1) ?? ''))).text());
      const all = splitEvents(await (await goOn(url, id)).text());
      expect([...heard, ...rest]).toEqual(all);
      expect(all.length).toBeGreaterThan(20);
      expect(all.at(-1)).toContain('[DONE]');
      expect((await goOn(url, id, idOf(all.at(-1) ?? ''))).status).toBe(
        path.includes('wordstream') ? 200 : 204,
      );
    },
    60_000,
  );

  it('is ended for all by whoever knows its name, on any server', async () => {
    await using first = startProcess(['--redis', redis.url, '--port', '0', '--data', ':memory:', ...pace]);
    const [, base = ''] = await first.message(/(http:\/\/127\.0\.0\.1:\d+)/);
    const [path, body] = calls[0];
    const response = await ask(base, path, body);
    const id = streamIdOf(response);
    const ended = await fetch(`${url}/v1/streams/${id}`, { method: 'DELETE' });
    expect(await ended.json()).toEqual({ id, object: 'stream', cancelled: true });
    expect(await response.text()).toContain('cancelled');
  }, 60_000);
});

describe('a client that drops every few events', () => {
  it('sees each event once, whichever server it comes back to', async () => {
    await using other = startProcess(['--redis', redis.url, '--port', '0', '--data', ':memory:', ...pace]);
    const [, base = ''] = await other.message(/(http:\/\/127\.0\.0\.1:\d+)/);
    const [path, body] = calls[0];
    const response = await ask(url, path, body);
    const id = streamIdOf(response);
    const heard = [...(await takeStream(response, 5))];
    let drops = 0;
    for (;;) {
      const again = await goOn(drops % 2 === 0 ? base : url, id, idOf(heard.at(-1) ?? ''));
      if (again.status === 204) break;
      heard.push(...(await takeStream(again, 9)));
      drops += 1;
    }
    const all = splitEvents(await (await goOn(url, id)).text());
    expect(heard).toEqual(all);
    expect(drops).toBeGreaterThan(5);
  }, 60_000);
});

describe('a client that hangs up', () => {
  it('stops the worker within a token, and leaves no job', async () => {
    const leaving = new AbortController();
    const response = await fetch(`${url}/v1/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...calls[0][1], stream: true }),
      signal: leaving.signal,
    });
    const reader = response.body?.getReader();
    await reader?.read();
    leaving.abort();
    const { distribution } = await import('../../src/distribution.ts').then(async (module) => {
      const { createClock } = await import('../../src/core/clock.ts');
      const { readSettings } = await import('../../src/settings.ts');
      return {
        distribution: await module.openDistribution(readSettings({ redis: redis.url }), createClock()),
      };
    });
    const running = async () => (await distribution.queue.count()).map((count) => count.running);
    await expect.poll(running, { timeout: 2000 }).toEqual([0, 0]);
    expect((await distribution.queue.list(10)).length).toBe(0);
    await distribution.close();
  });
});

describe('calls with one Idempotency-Key', () => {
  it('get one answer from several servers, made once, also when the first of them is killed', async () => {
    await using first = startProcess(['--redis', redis.url, '--port', '0', '--data', ':memory:', ...pace]);
    const [, base = ''] = await first.message(/(http:\/\/127\.0\.0\.1:\d+)/);
    const [path, body] = calls[0];
    const once = (place: string) =>
      fetch(`${place}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'an order of tea' },
        body: JSON.stringify({ ...body, stream: true }),
      });
    const heard = await takeStream(await once(base), 5);
    first.child.kill('SIGKILL');
    await first.ended;
    const again = await once(url);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const all = splitEvents(await again.text());
    expect(all.slice(0, heard.length)).toEqual(heard);
    expect(all.at(-1)).toContain('[DONE]');
    expect(splitEvents(await (await once(url)).text())).toEqual(all);
  }, 60_000);
});

describe('a stream whose worker and server are gone', () => {
  it('ends for whoever comes back to it, where no other worker takes it', async () => {
    const settings = { redisPrefix: 'alone:', queuePatience: 1, ttft: 0, tokensPerSecond: 100 };
    const only = await startWorker(redis.url, ...pace, '--redis-prefix', 'alone:');
    const first = await openApi(redis.url, settings);
    const second = await openApi(redis.url, settings);
    try {
      const [path, body] = calls[0];
      const response = await ask(first.listeners[0].url, path, body);
      const id = streamIdOf(response);
      await takeStream(response, 5);
      only.kill('SIGKILL');
      await only.ended();
      const rest = await (await goOn(second.listeners[0].url, id)).text();
      expect(rest).toContain('no_worker');
    } finally {
      await Promise.all([first.close(), second.close()]);
    }
  }, 60_000);
});
