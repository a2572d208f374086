// What Redis between server and workers costs, and how long streams are silent when their worker goes: node bench/distributed.ts
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer } from '../src/index.ts';
import { type Heard, type WorkerProcess, chat, openApi, startWorker } from '../test/support/distributed.ts';
import { startRedis } from '../test/support/redis-server.ts';

const streams = 50;
const tokensPerSecond = 50;
const question = 'How do tides work?';
const flags = ['--ttft', '0', '--tokens-per-second', String(tokensPerSecond), '--concurrency', '100'];
const worked = ['--serves', 'text', ...flags];

console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} x ${cpus()[0]?.model}, node ${process.version}`,
);
const redis = await startRedis();
const api = await openApi(redis.url, { ttft: 0, tokensPerSecond });
const { url } = api.listeners[0];

await compare();
for (const signal of ['SIGKILL', 'SIGSTOP', 'SIGTERM'] as const) await interrupt(signal);
await api.close();
await redis.close();

async function compare(): Promise<void> {
  await using alone = await startServer({ ttft: 0, tokensPerSecond });
  const worker = await startWorker(redis.url, ...worked);
  for (const round of ['warm-up', 'measured']) {
    const here = (await askAll(alone.url)).flatMap(lateness);
    const there = (await askAll(url)).flatMap(lateness);
    if (round === 'warm-up') continue;
    console.log(`${streams} streams x ${tokensPerSecond} tokens/s, late by (p50, p99) ms:`);
    console.log(`  in one process  ${quantile(here, 0.5)}  ${quantile(here, 0.99)}`);
    console.log(`  through Redis   ${quantile(there, 0.5)}  ${quantile(there, 0.99)}`);
  }
  await end(worker);
}

async function interrupt(signal: NodeJS.Signals): Promise<void> {
  const first = await startWorker(redis.url, ...worked);
  const asked = askAll(url);
  await sleep(1000);
  const second = await startWorker(redis.url, ...worked);
  first.kill(signal);
  const silences = (await asked).map(longestSilence);
  console.log(
    `${signal}: silent for ${quantile(silences, 0.5)} ms (median), ${quantile(silences, 1)} ms (longest)`,
  );
  first.kill('SIGKILL');
  await end(second);
}

// Spread over a token's time, as requests of people are.
function askAll(base: string): Promise<readonly Heard[]> {
  return Promise.all(
    Array.from({ length: streams }, async (_, index) => {
      await sleep((index * 1000) / tokensPerSecond / streams);
      return chat(base, question);
    }),
  );
}

async function end(worker: WorkerProcess): Promise<void> {
  worker.kill('SIGTERM');
  await worker.ended();
}

// Against the earliest piece of the stream: what all are late by alike does not show.
function lateness({ pieces }: Heard): readonly number[] {
  const gap = 1000 / tokensPerSecond;
  const offsets = pieces.map(({ at }, index) => at - index * gap);
  const earliest = Math.min(...offsets);
  return offsets.map((offset) => offset - earliest);
}

function longestSilence({ pieces }: Heard): number {
  return Math.max(...pieces.slice(1).map(({ at }, index) => at - (pieces[index]?.at ?? at)));
}

function quantile(values: readonly number[], fraction: number): string {
  const sorted = values.toSorted((one, other) => one - other);
  return (sorted[Math.min(sorted.length - 1, Math.floor(fraction * sorted.length))] ?? 0).toFixed(1);
}
