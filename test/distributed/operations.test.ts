import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenServer } from '../../src/app.ts';
import { startProcess } from '../cli/start-process.ts';
import { chat, openApi, startWorker } from '../support/distributed.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';

const adminKey = 'correct-horse';
let redis: RedisServer;
let api: OpenServer;

beforeAll(async () => {
  redis = await startRedis();
  api = await openApi(redis.url, { queuePatience: 60, adminKey });
}, 60_000);
afterAll(async () => {
  await api.close();
  await redis.close();
});

async function queue(...words: readonly string[]) {
  await using asked = startProcess(['queue', ...words], { REDIS_URL: redis.url });
  const status = await asked.ended;
  return { status, ...asked.told };
}

it('shows what waits and who works, and takes out what nobody has begun', async () => {
  const { url } = api.listeners[0];
  const waiting = chat(url, 'Hello!').catch((error: unknown) => error);
  const list = async () => JSON.parse((await queue('list', '--json')).output);
  await expect.poll(list, { timeout: 10_000 }).toMatchObject([{ state: 'waiting', model: 'text' }]);
  const [{ id }] = await list();
  expect(await (await fetch(`${url}/metrics`)).text()).toContain(
    'understudy_queue_waiting{model_name="text"} 1',
  );
  const authorization = `Bearer ${adminKey}`;
  const admin = async (path: string) =>
    (await fetch(`${url}/admin/queues${path}`, { headers: { authorization } })).json();
  expect(await admin('/jobs')).toMatchObject([{ id, state: 'waiting' }]);
  expect(await queue('remove', id)).toMatchObject({ status: 0, output: `${id}: done.\n` });
  expect(await waiting).toMatchObject({ message: expect.stringContaining('answer_abandoned') });
  expect(await queue('remove', id)).toMatchObject({ status: 1, output: '' });
  const worker = await startWorker(redis.url, '--serves', 'text');
  const status = await queue('status');
  expect(status.output).toContain(worker.id);
  expect(Math.max(...status.output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  expect((await chat(url, 'Hello!')).done).toBe(true);
  expect(await admin('')).toMatchObject({
    queues: [{ model: 'text', waiting: 0, failed: 0 }],
    workers: [{ id: worker.id, models: ['text'], host: expect.any(String), memory: expect.any(Number) }],
  });
  worker.kill('SIGTERM');
  await worker.ended();
  // What the worker counted outlives it.
  const metrics = await (await fetch(`${url}/metrics`)).text();
  expect(metrics).toContain('understudy_answers_made_total 1\n');
  expect(metrics).toContain('understudy_queue_wait_seconds_count 1\n');
  expect(metrics).toContain('understudy_workers 0\n');
}, 60_000);

it('says what is missing, in one sentence', async () => {
  await using without = startProcess(['queue', 'status']);
  expect(await without.ended).toBe(2);
  expect(without.told.messages).toMatch(/^error: .*--redis/);
  await using worker = startProcess(['worker']);
  expect(await worker.ended).toBe(2);
  expect(worker.told.messages).toMatch(/^error: .*--redis.*\n$/);
  await using nowhere = startProcess(['worker', '--redis', 'redis://:secret@127.0.0.1:1']);
  expect(await nowhere.ended).not.toBe(0);
  expect(nowhere.told.messages).not.toContain('secret');
  expect(nowhere.told.messages.trim().split('\n')).toHaveLength(1);
}, 60_000);
