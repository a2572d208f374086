import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OpenServer } from '../../src/app.ts';
import { type RedisConnections, connectRedis } from '../../src/redis/connect.ts';
import { type WorkerProcess, chat, openApi, startWorker } from '../support/distributed.ts';
import { type SmallRedis, startSmallRedis } from '../support/full-redis.ts';
import { goOn, lasting, splitEvents, streamIdOf } from '../support/stream-client.ts';

let redis: SmallRedis;
let connections: RedisConnections;
let api: OpenServer;
let worker: WorkerProcess;
let url: string;

beforeEach(async () => {
  redis = await startSmallRedis();
  connections = await connectRedis(redis);
  api = await openApi(redis.url, { ttft: 0, tokensPerSecond: 100 });
  url = api.listeners[0].url;
  worker = await startWorker(redis.url, '--ttft', '0', '--tokens-per-second', '100', '--serves', 'text');
}, 60_000);
afterEach(async () => {
  worker.kill('SIGKILL');
  await worker.ended();
  await api.close();
  await redis.close();
  await connections.close();
}, 60_000);

async function ask(): Promise<Response> {
  return fetch(`${url}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-understudy-tokens-per-second': '10', ...lasting },
    body: JSON.stringify({
      model: 'gpt-4o',
      stream: true,
      messages: [{ role: 'user', content: 'How do tides work?' }],
    }),
  });
}

it('tells every stream once that Redis is full, then and later, and serves again when there is room', async () => {
  const replies = await Promise.all(Array.from({ length: 20 }, ask));
  await sleep(500);
  await redis.fill(connections.commands);
  const heard = await Promise.all(
    replies.map(async (reply) => ({ id: streamIdOf(reply), text: await reply.text() })),
  );
  for (const { id, text } of heard) {
    const events = splitEvents(text);
    expect(events.length).toBeGreaterThan(2);
    expect(events.filter((event) => event.includes('Redis has no memory left'))).toEqual([events.at(-1)]);
    expect(text).not.toContain('[DONE]');
    expect(splitEvents(await (await goOn(url, id)).text())).toEqual(events);
  }
  const refused = await ask();
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ error: { code: 'queue_unavailable' } });
  expect((await fetch(`${url}/health`)).status).toBe(200);

  await redis.empty(connections.commands);
  for (const { id, text } of heard.slice(0, 3)) {
    expect(await (await goOn(url, id)).text()).toBe(text);
  }
  const again = await Promise.all(Array.from({ length: 5 }, () => chat(url, 'How do tides work?')));
  expect(again.map(({ done }) => done)).toEqual(again.map(() => true));
}, 60_000);
