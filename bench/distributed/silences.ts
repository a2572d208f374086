import { setTimeout as sleep } from 'node:timers/promises';
import { type Heard, chat, openApi, startWorker } from '../../test/support/distributed.ts';
import { type Row, ms, quantile } from './figures.ts';
import { question, streams, tokensPerSecond, worked } from './streams.ts';

/** How long streams are silent when their worker goes. */
export async function measureSilences(url: string): Promise<readonly Row[]> {
  const api = await openApi(url, { ttft: 0, tokensPerSecond });
  const rows: Row[] = [];
  for (const signal of ['SIGKILL', 'SIGSTOP', 'SIGTERM'] as const) {
    const silences = await interrupt(api.listeners[0].url, url, signal);
    rows.push({
      what: `silence after ${signal} to the worker of ${streams} streams (p50 / longest)`,
      here: '',
      there: `${ms(quantile(silences, 0.5))} / ${ms(quantile(silences, 1))} ms`,
      cost: '',
      aim: signal === 'SIGTERM' ? '< 100 ms' : '< 2 s',
    });
  }
  await api.close();
  return rows;
}

async function interrupt(base: string, url: string, signal: NodeJS.Signals): Promise<readonly number[]> {
  const first = await startWorker(url, ...worked);
  const asked = Promise.all(Array.from({ length: streams }, () => chat(base, question)));
  await sleep(1000);
  const second = await startWorker(url, ...worked);
  first.kill(signal);
  const silences = (await asked).map(longestSilence);
  first.kill('SIGKILL');
  second.kill('SIGTERM');
  await Promise.all([first.ended(), second.ended()]);
  return silences;
}

function longestSilence({ pieces }: Heard): number {
  return Math.max(...pieces.slice(1).map(({ at }, index) => at - (pieces[index]?.at ?? at)));
}
