import { setTimeout as sleep } from 'node:timers/promises';
import { createClock } from '../../src/core/clock.ts';
import { type Distribution, openDistribution } from '../../src/distribution.ts';
import { startServer } from '../../src/index.ts';
import { readSettings } from '../../src/settings.ts';
import { chat, hear, openApi, startWorker } from '../../test/support/distributed.ts';
import { goOn, lasting, streamIdOf } from '../../test/support/stream-client.ts';
import { type Row, ms, quantile } from './figures.ts';
import { question, tokensPerSecond, worked } from './streams.ts';

/** What whoever comes late hears of a stream, and how soon a worker stops whose stream is ended. */
export async function measureLasting(url: string, isQuick: boolean): Promise<readonly Row[]> {
  const times = isQuick ? 4 : 10;
  await using alone = await startServer({ ttft: 0 });
  const whole = (await chat(alone.url, question)).pieces.length;
  const api = await openApi(url, { ttft: 0, tokensPerSecond });
  const worker = await startWorker(url, ...worked);
  const distribution = await openDistribution(readSettings({ redis: url }), createClock());
  const base = api.listeners[0].url;
  const late = await Promise.all(Array.from({ length: times }, () => comeLate(base, distribution)));
  const stops: number[] = [];
  for (let time = 0; time < times; time += 1) stops.push(await cancel(base, distribution));
  await distribution.close();
  worker.kill('SIGTERM');
  await worker.ended();
  await api.close();
  const inTokens = (quantile(stops, 1) * tokensPerSecond) / 1000;
  return [
    {
      what: 'tokens that a reader hears who comes after the end',
      here: `${whole} of ${whole}`,
      there: `${Math.min(...late)} of ${whole}`,
      cost: `${((100 * Math.min(...late)) / whole).toFixed(0)} %`,
      aim: '100 %',
    },
    {
      what: 'from a cancel to the worker being free (p50 / longest)',
      here: '',
      there: `${ms(quantile(stops, 0.5))} / ${ms(quantile(stops, 1))} ms`,
      cost: `${inTokens.toFixed(2)} tokens' time`,
      aim: '1 token',
    },
  ];
}

async function begin(base: string): Promise<Response> {
  return fetch(`${base}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...lasting },
    body: JSON.stringify({
      model: 'gpt-4o-mini',
      stream: true,
      messages: [{ role: 'user', content: question }],
    }),
  });
}

async function comeLate(base: string, { log }: Distribution): Promise<number> {
  const reply = await begin(base);
  const id = streamIdOf(reply);
  await reply.body?.cancel();
  while ((await log.find(id))?.over !== true) await sleep(50);
  return (await hear(await goOn(base, id))).pieces.length;
}

// Until no job is under way, looked at as often as Redis answers.
async function cancel(base: string, { queue }: Distribution): Promise<number> {
  const reply = await begin(base);
  const id = streamIdOf(reply);
  await new Promise<void>((resolve) => void hear(reply, resolve).catch(() => resolve()));
  await sleep(300);
  const asked = performance.now();
  await fetch(`${base}/v1/streams/${id}`, { method: 'DELETE' });
  while ((await queue.count()).some(({ running }) => running > 0));
  return performance.now() - asked;
}
