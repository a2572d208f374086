import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenServer } from '../../src/app.ts';
import { startServer } from '../../src/index.ts';
import { startProcess } from '../cli/start-process.ts';
import { type WorkerProcess, chat, openApi, startWorker } from '../support/distributed.ts';
import { type FaultProxy, openProxy } from '../support/fault-proxy.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';

let redis: RedisServer;
/** The server's way to Redis, and the worker's. */
let ways: { readonly server: FaultProxy; readonly worker: FaultProxy };
let api: OpenServer;
let url: string;
let worker: WorkerProcess;
let whole: string;

const streams = 20;
const question = 'How do tides work?';
const pace = { ttft: 0, tokensPerSecond: 100 };
const flags = ['--ttft', '0', '--tokens-per-second', '100', '--serves', 'text', '--concurrency', '100'];

beforeAll(async () => {
  await using alone = await startServer();
  whole = (await chat(alone.url, question)).text;
});
beforeEach(async () => {
  redis = await startRedis();
  ways = { server: await openProxy(redis.port), worker: await openProxy(redis.port) };
  api = await openApi(`redis://127.0.0.1:${ways.server.port}`, pace);
  url = api.listeners[0].url;
  worker = await startWorker(`redis://127.0.0.1:${ways.worker.port}`, ...flags);
}, 90_000);
afterEach(async () => {
  worker.kill('SIGKILL');
  await worker.ended();
  await Promise.all([ways.server.close(), ways.worker.close()]);
  await api.close();
  await redis.close();
}, 90_000);

/** Streams that are hurt on their way, and what the server says of its health all the time. */
async function hurt(harm: () => Promise<void>) {
  const begun = new Set<number>();
  const asked = Array.from({ length: streams }, (_, index) =>
    chat(url, question, () => begun.add(index)).then(
      ({ text, done }) => (text === whole && done ? 'complete' : `not complete, ${done}: ${text}`),
      (error: unknown) => String(error),
    ),
  );
  const health = new Set<number>();
  const watching = { isOver: false };
  const watch = async (): Promise<void> => {
    for (; !watching.isOver; await sleep(50)) {
      health.add((await fetch(`${url}/health`, { signal: AbortSignal.timeout(2000) })).status);
    }
  };
  const watched = watch();
  await expect.poll(() => begun.size, { timeout: 20_000, interval: 20 }).toBe(streams);
  await harm();
  const heard = await Promise.all(asked);
  watching.isOver = true;
  await watched;
  return { heard, health: [...health] };
}

const complete = { heard: Array.from({ length: streams }, () => 'complete'), health: [200] };

type Half = keyof typeof ways;

const all = (names: readonly Half[], change: (way: FaultProxy) => unknown) =>
  Promise.all(names.map((name) => change(ways[name])));

/** What is done to ways to Redis while streams are under way, by what it does to all that goes through. */
const harms: Readonly<Record<string, (names: readonly Half[]) => Promise<void>>> = {
  'each chunk comes 50 ms late': async (names) => void (await all(names, (way) => way.delay(50))),
  'little gets through at a time': async (names) => void (await all(names, (way) => way.throttle(100_000))),
  'all connections are reset again and again': async (names) => {
    for (let times = 0; times < 5; times += 1) {
      await all(names, (way) => way.cut());
      await sleep(300);
    }
  },
  'there is no connection for two seconds': async (names) => {
    await all(names, (way) => way.refuse());
    await all(names, (way) => way.cut());
    await sleep(2000);
    await all(names, (way) => way.admit());
  },
  'nothing gets through for three seconds, and then all of it': async (names) => {
    await all(names, (way) => way.hold());
    await sleep(3000);
    await all(names, (way) => way.pass());
  },
  'all is lost for three seconds, and old connections stay dead': async (names) => {
    await all(names, (way) => way.swallow());
    await sleep(3000);
    await all(names, (way) => way.pass());
  },
};

const halves = Object.entries(harms).filter(([what]) => /reset|lost/.test(what));

describe('twenty streams are complete, and the server healthy', () => {
  it.each(Object.entries(harms))(
    'where on the way to Redis %s',
    async (_, harm) => {
      expect(await hurt(() => harm(['server', 'worker']))).toEqual(complete);
    },
    90_000,
  );

  it.each(halves)(
    'where on the way from the server alone %s',
    async (_, harm) => {
      expect(await hurt(() => harm(['server']))).toEqual(complete);
    },
    90_000,
  );

  it.each(halves)(
    'where on the way from the worker alone %s',
    async (_, harm) => {
      expect(await hurt(() => harm(['worker']))).toEqual(complete);
    },
    90_000,
  );
});

describe('a way to Redis on which all is lost from now on', () => {
  it("ends streams with the dialect's error within a bound, and leaves the server healthy", async () => {
    const { heard, health } = await hurt(async () => void (await all(['server'], (way) => way.swallow())));
    expect(new Set(heard)).toEqual(
      new Set(['Error: in the stream: Redis does not answer. Please try again later.']),
    );
    expect(health).toEqual([200]);
    const asked = performance.now();
    await expect(chat(url, question)).rejects.toThrow(/^503 .*queue_unavailable/s);
    expect(performance.now() - asked).toBeLessThan(10_000);
  }, 90_000);

  it('ends a server and a worker that start there with one line', async () => {
    ways.server.swallow();
    const place = `redis://127.0.0.1:${ways.server.port}`;
    for (const words of [['--port', '0'], ['worker']]) {
      await using started = startProcess([...words, '--data', ':memory:', '--redis', place]);
      expect(await started.ended).not.toBe(0);
      expect(started.told.messages).toMatch(/^error: .*redis/);
      expect(started.told.messages.trim().split('\n')).toHaveLength(1);
    }
  }, 90_000);
});
