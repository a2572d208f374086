import { hostname } from 'node:os';
import { createClock } from './core/clock.ts';
import { createIds } from './core/ids.ts';
import { type Distribution, openDistribution } from './distribution.ts';
import { createPerformer } from './generation/perform.ts';
import { type Makers, createMakers, textModel } from './makers.ts';
import { openStore } from './open-store.ts';
import type { WorkerFacts } from './core/worker-facts.ts';
import { createWorkTally, readWork } from './core/work-tally.ts';
import { startHeartbeat } from './redis/workers.ts';
import { type Settings, SettingsError } from './settings.ts';
import { readVersion } from './version.ts';

/** A worker that takes jobs. */
export interface OpenWorker {
  readonly id: string;
  /** The models whose answers it makes. */
  readonly models: readonly string[];
  /** Where its Redis is, without the password. */
  readonly place: string;
  readonly warnings: readonly string[];
  /** Hands over what is under way, between two tokens, and ends. */
  close(): Promise<void>;
}

/** Starts to take jobs from the Redis that the settings name; rejects with a SettingsError where there is none. */
export async function openWorker(
  settings: Settings,
  crashed?: (cause: unknown, id: string) => void,
): Promise<OpenWorker> {
  const clock = createClock();
  const distribution = await openDistribution(settings, clock);
  const { redis, queue, log } = distribution;
  if (redis === undefined)
    throw new SettingsError('redis', 'A worker needs the Redis from which it takes its jobs.');
  const ids = createIds();
  const store = await openStore(settings, clock, distribution);
  const makers = await createMakers(settings, clock, ids, store);
  const models = chooseModels(settings, makers);
  const id = `${hostname()}-${process.pid}-${ids(6)}`;
  const told = crashed === undefined ? {} : { crashed };
  const tally = createWorkTally();
  const performer = createPerformer({ log, clock, tally, owner: id, route: makers.route, ...told });
  const { concurrency } = settings;
  const { perform, abandoned } = performer;
  if (models.includes(textModel)) await warm(makers);
  const working = queue.work(perform, { models, concurrency, abandoned });
  const facts = tellFacts({ id, models, concurrency, gpu: settings.gpu });
  const heartbeat = startHeartbeat(
    { ...redis, clock },
    {
      facts: () => facts({ running: working.running, told: clock.wall(), ...makers.local.facts() }),
      work: () => readWork(tally),
    },
  );
  return {
    id,
    models,
    place: redis.place,
    warnings: [...makers.sources.warnings, ...distribution.warnings],
    close: () => close({ distribution, makers, store, working, heartbeat }),
  };
}

function chooseModels({ serves }: Settings, { served }: Makers): readonly string[] {
  const unknown = serves.find((model) => !served.some((known) => known === model));
  if (unknown === undefined) return serves.length === 0 ? served : serves;
  const known = served.map((model) => `'${model}'`).join(' and ');
  throw new SettingsError('serves', `This worker has ${known}, not '${unknown}'.`);
}

// The encoding of most models, so that the first answer does not wait for it.
async function warm({ encodings }: Makers): Promise<void> {
  await encodings('o200k_base').catch(() => undefined);
}

function tellFacts(fixed: Pick<WorkerFacts, 'id' | 'models' | 'concurrency' | 'gpu'>) {
  const version = readVersion();
  let usage = process.cpuUsage();
  let since: number | undefined;
  return (present: Pick<WorkerFacts, 'running' | 'told' | 'device'>): WorkerFacts => {
    const { told } = present;
    const { user, system } = process.cpuUsage(usage);
    const cpu = since === undefined || told <= since ? 0 : (user + system) / 1000 / (told - since);
    usage = process.cpuUsage();
    since = told;
    const { rss: memory } = process.memoryUsage();
    return { ...fixed, ...present, host: hostname(), pid: process.pid, version, cpu, memory };
  };
}

interface Closing {
  readonly distribution: Distribution;
  readonly makers: Makers;
  readonly store: Awaited<ReturnType<typeof openStore>>;
  readonly working: { close(): Promise<void> };
  readonly heartbeat: { stop(): Promise<void> };
}

async function close({ distribution, makers, store, working, heartbeat }: Closing): Promise<void> {
  await working.close();
  // Afterwards: what was handed over is to be counted.
  await heartbeat.stop().catch(() => undefined);
  await makers.openTurns.closed();
  await Promise.all([store.close(), makers.local.engine.close?.()]);
  await distribution.close();
}
