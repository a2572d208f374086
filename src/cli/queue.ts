import { createClock } from '../core/clock.ts';
import { ApiError } from '../core/api-error.ts';
import type { QueueCount, QueuedJob } from '../core/job-queue.ts';
import { type Distribution, openDistribution } from '../distribution.ts';
import type { WorkerFacts } from '../core/worker-facts.ts';
import { createQueueOperations } from '../queue-operations.ts';
import { SettingsError } from '../settings.ts';
import { readConfiguration } from './configuration.ts';
import { Failure, misuse } from './failure.ts';
import { readRules } from './setting-rules.ts';
import { explainStart } from './start-failure.ts';
import { type Terminal, createPaint } from './terminal.ts';

/** What is asked of the queue. */
export interface QueueAction {
  readonly name: 'status' | 'list' | 'remove' | 'retry' | 'drain';
  readonly id: string;
  readonly redis?: string;
  readonly redisPrefix?: string;
  readonly json?: boolean;
  readonly limit?: string;
}

/** Does what is asked of the queue in Redis; rejects with a Failure where it cannot. */
export async function runQueue(action: QueueAction, terminal: Terminal): Promise<void> {
  const { env, folder } = terminal;
  const { redis, redisPrefix } = action;
  const rules = readRules();
  const flags = { redis, redisPrefix };
  const { settings, origins } = await readConfiguration({ rules, flags, env, folder, dotenv: true });
  const distribution = await openDistribution(settings, createClock()).catch((error: unknown) => {
    throw error instanceof SettingsError ? explainStart(error, settings, origins) : error;
  });
  if (distribution.redis === undefined) throw misuse('Say which Redis: --redis redis://127.0.0.1:6379');
  try {
    await perform(action, distribution, terminal);
  } catch (error) {
    throw error instanceof ApiError ? new Failure(error.message, 1) : error;
  } finally {
    await distribution.close();
  }
}

async function perform(action: QueueAction, distribution: Distribution, terminal: Terminal): Promise<void> {
  const operations = createQueueOperations(distribution, createClock());
  const { output } = terminal;
  const show = (value: unknown, text: string): void =>
    void output.write(action.json === true ? `${JSON.stringify(value, undefined, 2)}\n` : `${text}\n`);
  switch (action.name) {
    case 'status': {
      const status = await operations.status();
      return show(status, formatStatus(status.queues, status.workers, terminal));
    }
    case 'list': {
      const jobs = await operations.list(readLimit(action.limit));
      return show(jobs, jobs.length === 0 ? 'No answers.' : jobs.map(formatJob).join('\n'));
    }
    case 'remove':
    case 'retry': {
      const done = await operations[action.name](action.id);
      if (done) return show({ id: action.id, done }, `${action.id}: done.`);
      const which = action.name === 'remove' ? 'no answer that waits or has failed' : 'no failed answer';
      throw new Failure(`There is ${which} with the id '${action.id}'. See understudy queue list.`, 1);
    }
    case 'drain': {
      const removed = await operations.drain();
      return show({ removed }, `${removed} taken out.`);
    }
  }
}

function readLimit(limit = '50'): number {
  const most = Number(limit);
  if (Number.isInteger(most) && most >= 1 && most <= 10_000) return most;
  throw misuse(`--limit takes a whole number from 1 to 10000, not '${limit}'.`);
}

function formatStatus(
  queues: readonly QueueCount[],
  workers: readonly WorkerFacts[],
  { output }: Terminal,
): string {
  const paint = createPaint(output);
  const head = `${'model'.padEnd(40)}${'waiting'.padStart(10)}${'running'.padStart(10)}${'failed'.padStart(10)}`;
  const rows = queues.map(
    ({ model, waiting, running, failed }) =>
      `${model.slice(-39).padEnd(40)}${[waiting, running, failed].map((count) => String(count).padStart(10)).join('')}`,
  );
  const living = workers.map(formatWorker);
  return [paint('bold', head), ...rows, '', paint('bold', `${workers.length} workers`), ...living].join('\n');
}

function formatWorker({ id, models, running, concurrency, cpu, memory }: WorkerFacts): string {
  const load = `${running}/${concurrency} running, ${cpu.toFixed(2)} cores, ${Math.round(memory / 2 ** 20)} MiB`;
  return `  ${id}\n    ${models.join(', ')}: ${load}`;
}

function formatJob({ id, model, state, began, reason }: QueuedJob): string {
  const since = new Date(began).toISOString().slice(0, 19);
  return `${state.padEnd(8)} ${id}  ${model}  ${since}${reason === undefined ? '' : `\n         ${reason}`}`;
}
