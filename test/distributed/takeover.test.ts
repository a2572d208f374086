import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenServer } from '../../src/app.ts';
import { startServer } from '../../src/index.ts';
import { type Heard, type WorkerProcess, chat, openApi, startWorker } from '../support/distributed.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';

let redis: RedisServer;
let api: OpenServer;
let url: string;
let whole: string;

const streams = 50;
const question = 'How do tides work?';
const pace = { ttft: 0, tokensPerSecond: 10 };

// Some ten seconds: long enough for a worker to start meanwhile.
const ask = (address: string): Promise<Heard> => chat(address, question, undefined, 120);

beforeAll(async () => {
  redis = await startRedis();
  api = await openApi(redis.url, pace);
  url = api.listeners[0].url;
  // One server that makes the answer itself: what all must hear, whatever becomes of their workers.
  await using alone = await startServer();
  whole = (await ask(alone.url)).text;
}, 120_000);
afterAll(async () => {
  await api.close();
  await redis.close();
});

const flags = ['--ttft', '0', '--tokens-per-second', '10', '--serves', 'text', '--concurrency', '100'];

/** Fifty streams under way on the first of two workers; what becomes of it is the test's business. */
async function interrupt(hurt: (worker: WorkerProcess) => Promise<void>): Promise<readonly Heard[]> {
  const first = await startWorker(redis.url, ...flags);
  const asked = Array.from({ length: streams }, () => ask(url));
  await sleep(1000);
  const second = await startWorker(redis.url, ...flags);
  await hurt(first);
  const heard = await Promise.all(asked);
  for (const worker of [first, second]) {
    worker.kill('SIGCONT');
    worker.kill('SIGTERM');
  }
  await Promise.all([first.ended(), second.ended()]);
  return heard;
}

function toEnding({ text, done }: Heard) {
  return { text, done };
}

function complete() {
  return Array.from({ length: streams }, () => ({ text: whole, done: true }));
}

/** A figure that all workers have counted together. */
async function readFigure(name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^understudy_${name} (?<value>\\S+)$`, 'm').exec(text)?.groups?.['value']);
}

describe('fifty streams whose worker', () => {
  it('is killed go on from another one, without a gap and without a repeat', async () => {
    const heard = await interrupt(async (worker) => worker.kill('SIGKILL'));
    expect(heard.map(toEnding)).toEqual(complete());
    expect(await readFigure('takeovers_total')).toBeGreaterThanOrEqual(streams);
    expect(await readFigure('handovers_total')).toBe(0);
  }, 120_000);

  it('is frozen go on from another one, and the frozen one is fenced when it wakes', async () => {
    const heard = await interrupt(async (worker) => {
      worker.kill('SIGSTOP');
      await sleep(4000);
      worker.kill('SIGCONT');
    });
    expect(heard.map(toEnding)).toEqual(complete());
    expect(await readFigure('fenced_appends_total')).toBeGreaterThan(0);
  }, 120_000);

  it('is told to end are handed over between two tokens', async () => {
    const heard = await interrupt(async (worker) => worker.kill('SIGTERM'));
    expect(heard.map(toEnding)).toEqual(complete());
    expect(await readFigure('handovers_total')).toBeGreaterThanOrEqual(streams);
  }, 120_000);
});
