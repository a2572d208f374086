import { setTimeout as sleep } from 'node:timers/promises';
import { createClock } from '../../src/core/clock.ts';
import type { Job, JobQueue } from '../../src/core/job-queue.ts';
import { openDistribution } from '../../src/distribution.ts';
import { queueBounds } from '../../src/job-queues/bounds.ts';
import { createMemoryQueue } from '../../src/job-queues/memory.ts';
import { readSettings } from '../../src/settings.ts';
import { startHelper } from './child.ts';
import { type Row, compareRates, compareTimes, machineTime } from './figures.ts';

/** Jobs from where they are added to where they are done, and how soon one is begun where workers are idle. */
export async function measureJobs(url: string, isQuick: boolean): Promise<readonly Row[]> {
  const count = isQuick ? 500 : 4000;
  const idle = isQuick ? 100 : 400;
  const here = await measureHere(count, idle);
  const rows: Row[] = [];
  for (const workers of isQuick ? [1, 2] : [1, 2, 4]) {
    const there = await measureThere(url, workers, count, idle);
    const name = `${workers} ${workers === 1 ? 'worker' : 'workers'}`;
    rows.push(compareRates(`jobs, added to done, ${name}`, here.rate, there.rate));
    rows.push(compareTimes(`a job added to begun, ${name}`, here.waits, there.waits));
  }
  return rows;
}

interface Measured {
  readonly rate: number;
  readonly waits: readonly number[];
}

async function measureHere(count: number, idle: number): Promise<Measured> {
  const queue = createMemoryQueue({ bounds: queueBounds });
  const waits: number[] = [];
  queue.work(
    async ({ began }) => {
      waits.push(machineTime() - began);
      return 'done';
    },
    { models: ['bench'], concurrency: 32, abandoned: () => undefined },
  );
  const rate = await run(queue, count);
  waits.length = 0;
  await addSlowly(queue, idle);
  await queue.close();
  return { rate, waits };
}

async function measureThere(url: string, workers: number, count: number, idle: number): Promise<Measured> {
  const { queue, close } = await openDistribution(readSettings({ redis: url }), createClock());
  const helpers = await Promise.all(
    Array.from({ length: workers }, () => startHelper('queue-process.ts', url)),
  );
  const ask = async () =>
    (await Promise.all(helpers.map((helper) => helper.ask('waits')))).flat().map(Number);
  // The first ones pay for what is loaded at its first use.
  await run(queue, 50);
  const rate = await run(queue, count);
  await ask();
  await addSlowly(queue, idle);
  const waits = await ask();
  await Promise.all(helpers.map((helper) => helper.close()));
  await close();
  return { rate, waits };
}

let added = 0;

function createJob(): Job {
  const request = { messages: [], seed: 0 };
  const began = machineTime();
  const id = `bench-${(added += 1)}`;
  // Nobody makes an answer of it.
  return JSON.parse(
    JSON.stringify({ id, route: 'main', model: 'bench', request, maxDuration: 60_000, began, priority: 0 }),
  );
}

/** Jobs in a second, from the first one added to the last one done. */
async function run(queue: JobQueue, count: number): Promise<number> {
  const began = performance.now();
  const add = async (): Promise<void> => {
    for (let index = 0; index < count / 32; index += 1) await queue.add(createJob());
  };
  await Promise.all(Array.from({ length: 32 }, add));
  await drained(queue);
  return (count * 1000) / (performance.now() - began);
}

async function addSlowly(queue: JobQueue, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await sleep(10);
    await queue.add(createJob());
  }
  await drained(queue);
}

async function drained(queue: JobQueue): Promise<void> {
  for (;;) {
    const counts = await queue.count();
    if (counts.every(({ waiting, running }) => waiting + running === 0)) return;
    await sleep(2);
  }
}
