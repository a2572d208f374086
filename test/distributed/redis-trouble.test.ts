import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenServer } from '../../src/app.ts';
import { startServer } from '../../src/index.ts';
import { type WorkerProcess, chat, openApi, startWorker } from '../support/distributed.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';

let redis: RedisServer;
let api: OpenServer;
let worker: WorkerProcess;

const question = 'How do tides work?';
const flags = ['--ttft', '0', '--tokens-per-second', '50', '--serves', 'text'];

beforeEach(async () => {
  redis = await startRedis(['appendonly yes', 'appendfsync always', 'maxmemory-policy noeviction']);
  api = await openApi(redis.url, { ttft: 0, tokensPerSecond: 50 });
  worker = await startWorker(redis.url, ...flags);
}, 60_000);
afterEach(async () => {
  worker.kill('SIGKILL');
  await worker.ended();
  await api.close();
  await redis.close();
}, 60_000);

async function expected() {
  await using alone = await startServer();
  const { text, done } = await chat(alone.url, question);
  return { text, done };
}

/** Takes out of each log what a replica may lack: its last entry, or its claim. Gives how many logs there are. */
async function forget(what: 'entries' | 'claim'): Promise<number> {
  const admin = new Redis(redis.url);
  try {
    const logs = await admin.keys('*:log');
    for (const facts of logs) {
      const entries = facts.replace(/:log$/, ':events');
      await (what === 'claim'
        ? admin.hset(facts, { epoch: 0, claim: 0 })
        : admin.eval(withoutLast, 2, facts, entries));
    }
    return logs.length;
  } finally {
    admin.disconnect();
  }
}

// A stream does not take an id twice, so that it is written anew; each entry is named after the index that follows it.
const withoutLast = `
local all = redis.call('XRANGE', KEYS[2], '-', '+')
redis.call('DEL', KEYS[2])
for index = 1, #all - 1 do redis.call('XADD', KEYS[2], all[index][1], unpack(all[index][2])) end
local last = #all > 1 and string.match(all[#all - 1][1], '%d+') or '0'
redis.call('HSET', KEYS[1], 'next', last)`;

describe('streams under way', () => {
  it('go on where Redis was killed and started again with its file', async () => {
    const asked = Array.from({ length: 10 }, () => chat(api.listeners[0].url, question));
    await sleep(700);
    await redis.restart();
    const heard = await Promise.all(asked);
    const whole = await expected();
    expect(heard.map(({ text, done }) => ({ text, done }))).toEqual(heard.map(() => whole));
  }, 60_000);

  it('go on where Redis stood still for five seconds, while the server stays healthy', async () => {
    const { url } = api.listeners[0];
    const asked = Array.from({ length: 10 }, () => chat(url, question));
    await sleep(700);
    redis.stop();
    await sleep(2500);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    await sleep(2500);
    redis.cont();
    const heard = await Promise.all(asked);
    const whole = await expected();
    expect(heard.map(({ text, done }) => ({ text, done }))).toEqual(heard.map(() => whole));
  }, 60_000);

  it('go on where a replica that took over lacks the last that was written', async () => {
    const asked = Array.from({ length: 10 }, () => chat(api.listeners[0].url, question));
    await sleep(700);
    expect(await forget('entries')).toBe(10);
    const heard = await Promise.all(asked);
    const whole = await expected();
    expect(heard.map(({ text, done }) => ({ text, done }))).toEqual(heard.map(() => whole));
  }, 60_000);

  it('go on where a replica that took over knows nothing of whoever writes', async () => {
    const asked = Array.from({ length: 10 }, () => chat(api.listeners[0].url, question));
    await sleep(700);
    expect(await forget('claim')).toBe(10);
    const heard = await Promise.all(asked);
    const whole = await expected();
    expect(heard.map(({ text, done }) => ({ text, done }))).toEqual(heard.map(() => whole));
  }, 60_000);

  it("end with the dialect's error within a bound where Redis does not come back", async () => {
    const { url } = api.listeners[0];
    const asked = chat(url, question);
    await sleep(700);
    await redis.kill();
    await expect(asked).rejects.toThrow('in the stream: Redis does not answer');
    const refused = await fetch(`${url}/v1/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Hi' }] }),
    });
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ error: { code: 'queue_unavailable' } });
    expect((await fetch(`${url}/health`)).status).toBe(200);
  }, 60_000);
});
