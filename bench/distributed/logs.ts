import { createClock } from '../../src/core/clock.ts';
import type { TokenLog } from '../../src/core/token-log.ts';
import { openDistribution } from '../../src/distribution.ts';
import { readSettings } from '../../src/settings.ts';
import { logBounds } from '../../src/token-logs/bounds.ts';
import { tokenLogs } from '../../src/token-logs/index.ts';
import { startHelper } from './child.ts';
import { type Row, compareRates, compareTimes, machineTime } from './figures.ts';
import { type LogLoad, nameLogs, prepareLogs } from './write-logs.ts';

const clock = createClock();

/** Each token on its own: from its writer to its reader, in another process; and how many get through. */
export async function measureLogs(url: string, isQuick: boolean): Promise<readonly Row[]> {
  const seconds = isQuick ? 2 : 5;
  const paced: LogLoad = { logs: 50, tokens: 50 * seconds, batch: 1, tokensPerSecond: 50 };
  const most = isQuick ? 1000 : 4000;
  const single: LogLoad = { logs: 16, tokens: most, batch: 1 };
  const batches: LogLoad = { ...single, tokens: 16 * most, batch: 16 };
  const [pacedHere, pacedThere] = await both(url, paced);
  const [singleHere, singleThere] = await both(url, single);
  const [batchesHere, batchesThere] = await both(url, batches);
  return [
    compareTimes(
      'a token from writer to reader, 50 x 50/s',
      pacedHere.delays,
      pacedThere.delays,
      '< 1 / < 5 ms',
    ),
    compareRates('tokens flat out, one an append', singleHere.rate, singleThere.rate),
    compareRates('tokens flat out, 16 an append', batchesHere.rate, batchesThere.rate),
  ];
}

interface Measured {
  readonly delays: readonly number[];
  /** Tokens in a second. */
  readonly rate: number;
}

let rounds = 0;

async function both(url: string, load: LogLoad): Promise<readonly [Measured, Measured]> {
  const memory = tokenLogs.memory({
    clock,
    bounds: { ...logBounds, events: 10_000_000, logEvents: 10_000_000 },
  });
  const here = await readAll(memory, `here${(rounds += 1)}`, load, {
    prepare: (round) => prepareLogs(memory, clock, round, load),
  });
  const distribution = await openDistribution(readSettings({ redis: url }), clock);
  const helper = await startHelper('log-process.ts', url);
  const there = await readAll(distribution.log, `there${(rounds += 1)}`, load, {
    async prepare(round) {
      await helper.ask(JSON.stringify({ round, load }));
      return () => helper.ask('go');
    },
  });
  await helper.close();
  await distribution.close();
  return [here, there];
}

interface Writers {
  prepare(round: string): Promise<() => Promise<unknown>>;
}

async function readAll(log: TokenLog, round: string, load: LogLoad, writers: Writers): Promise<Measured> {
  const write = await writers.prepare(round);
  const delays: number[] = [];
  let tokens = 0;
  const read = async (id: string): Promise<void> => {
    for await (const batch of log.read(id, 0, new AbortController().signal)) {
      const now = machineTime();
      for (const event of batch) if (event.type === 'text-delta') delays.push(now - Number(event.text));
      tokens += batch.length;
    }
  };
  const reading = nameLogs(round, load).map(read);
  const began = performance.now();
  await write();
  await Promise.all(reading);
  return { delays, rate: (tokens * 1000) / (performance.now() - began) };
}
