import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../src/core/chance.ts';
import { createClock } from '../../src/core/clock.ts';
import type { Generate, GenerationEvent } from '../../src/core/generation.ts';
import type { Job, JobQueue, Outcome, Perform } from '../../src/core/job-queue.ts';
import { createWorkTally } from '../../src/core/work-tally.ts';
import { createPerformer } from '../../src/generation/perform.ts';
import { createBullQueue } from '../../src/job-queues/bullmq.ts';
import { type RedisConnections, connectRedis } from '../../src/redis/connect.ts';
import { createEars } from '../../src/redis/ears.ts';
import { logBounds } from '../../src/token-logs/bounds.ts';
import { createRedisLog } from '../../src/token-logs/redis.ts';
import { requestFor } from '../contracts/generate.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';

let server: RedisServer;
let redis: RedisConnections;

beforeAll(async () => {
  server = await startRedis();
  redis = await connectRedis(server);
});
afterAll(async () => {
  await redis.close();
  await server.close();
});

const ids = Array.from({ length: 40 }, (_, index) => `job-${index}`);

function openQueue(prefix: string): Promise<JobQueue> {
  const { commands, extra } = redis;
  return createBullQueue({ commands, extra, prefix, bounds: { depth: 1000, retries: 1, failed: 100 } });
}

function job(id: string): Job {
  const request = requestFor('Hello!');
  return { id, route: 'main', model: 'text', request, maxDuration: 60_000, began: Date.now(), priority: 0 };
}

/** Does a thing again and again until it is stopped. */
function again(task: () => Promise<unknown>): { stop(): Promise<void> } {
  const state = { isOver: false };
  const run = async (): Promise<void> => {
    for (; !state.isOver; await sleep(1)) await task();
  };
  const over = run();
  return {
    stop: () => {
      state.isOver = true;
      return over;
    },
  };
}

describe('two workers, and those who take out and put back', () => {
  it('run no job at two places at once, and none again that was done', async () => {
    const queue = await openQueue('races:');
    const random = createRandom('races');
    const running = new Set<string>();
    const done = new Set<string>();
    const removed = new Set<string>();
    const wrong: string[] = [];
    const perform: Perform = async ({ id }): Promise<Outcome> => {
      if (running.has(id)) wrong.push(`${id} is run twice at once`);
      if (done.has(id)) wrong.push(`${id} was done`);
      if (removed.has(id)) wrong.push(`${id} was taken out`);
      running.add(id);
      await sleep(random() * 20);
      running.delete(id);
      const drawn = random();
      if (drawn < 0.3) return 'broken';
      if (drawn < 0.4) return 'handed-over';
      done.add(id);
      return 'done';
    };
    const work = { models: ['text'], concurrency: 3, abandoned: () => undefined };
    queue.work(perform, work);
    queue.work(perform, work);
    await Promise.all(ids.map((id) => queue.add(job(id))));
    const name = () => ids[Math.floor(random() * ids.length)] ?? '';
    const racing = [
      again(() => queue.retry(name(), 1)),
      again(() => queue.retry(name(), 1)),
      again(async () => {
        const id = name();
        if (random() < 0.1 && (await queue.remove(id))) removed.add(id);
      }),
    ];
    await expect.poll(() => done.size + removed.size, { timeout: 30_000 }).toBe(ids.length);
    await Promise.all(racing.map((each) => each.stop()));
    expect(wrong).toEqual([]);
    expect(done.size).toBeGreaterThan(ids.length / 3);
    await queue.close();
  }, 60_000);

  it('write each answer once where their locks are lost all the time', async () => {
    const prefix = 'locks:';
    const queue = await openQueue(prefix);
    const { commands, subscriber } = redis;
    const clock = createClock();
    const ears = createEars(subscriber, clock);
    const log = createRedisLog({ commands, ears, clock, bounds: logBounds, openFor: 60_000, prefix });
    let begun = 0;
    const route = (): Generate => {
      begun += 1;
      return answer;
    };
    const abandoned: string[] = [];
    for (const owner of ['one', 'two']) {
      const { perform } = createPerformer({ log, clock, tally: createWorkTally(), owner, route });
      queue.work(perform, {
        models: ['text'],
        // Room for those that are taken again while their first makers go on.
        concurrency: 100,
        abandoned: ({ id }) => abandoned.push(id),
      });
    }
    await Promise.all(ids.map((id) => log.create(id)));
    const losing = again(async () => {
      const locks = await commands.keys(`${prefix}*:lock`);
      await commands.del('none', ...locks);
    });
    await Promise.all(ids.map((id) => queue.add(job(id))));
    const heard = await Promise.all(
      ids.map(async (id) => {
        const events: GenerationEvent[] = [];
        for await (const batch of log.read(id, 0, new AbortController().signal)) events.push(...batch);
        return events;
      }),
    );
    await losing.stop();
    expect(heard).toEqual(ids.map(() => events));
    expect(abandoned).toEqual([]);
    // Otherwise nothing was lost, and nothing shown.
    expect(begun).toBeGreaterThan(ids.length);
    await queue.close();
  }, 60_000);
});

const usage = { promptTokens: 1, completionTokens: 100, reasoningTokens: 0 };
const events: readonly GenerationEvent[] = [
  { type: 'start', due: 0, choices: 1, promptTokens: 1 },
  ...Array.from({ length: 100 }, (_, index): GenerationEvent => ({
    type: 'text-delta',
    due: index * 20,
    choice: 0,
    text: `${index} `,
    tokens: 1,
  })),
  { type: 'end', due: 2000, usage },
];

async function* answer(): AsyncGenerator<readonly GenerationEvent[]> {
  for (const event of events) yield [event];
}
