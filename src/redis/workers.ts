import type { ChainableCommander } from 'ioredis';
import type { Clock } from '../core/clock.ts';
import type { WorkerFacts } from '../core/worker-facts.ts';
import type { RedisClient } from './cluster.ts';

/** Where workers are kept. */
export interface WorkersOptions {
  readonly commands: RedisClient;
  readonly prefix: string;
  readonly clock: Clock;
}

// Told each so many milliseconds, and forgotten after three that are missing.
const period = 3000;
const lifetime = 10_000;

/** What is told of a worker, and what it has counted. */
export interface Telling {
  facts(): WorkerFacts;
  work(): Readonly<Record<string, number>>;
}

/** Tells of a worker again and again until it is stopped. */
export function startHeartbeat(
  { commands, prefix, clock }: WorkersOptions,
  { facts: tell, work }: Telling,
): { stop(): Promise<void> } {
  const set = `${prefix}{workers}`;
  let told: Readonly<Record<string, number>> = {};

  // What is new since it was told last goes to the sums of all workers, which outlive each of them.
  async function addWork(transaction: ChainableCommander): Promise<void> {
    const now = work();
    for (const [name, value] of Object.entries(now)) {
      const more = value - (told[name] ?? 0);
      if (more > 0) transaction.hincrbyfloat(`${set}:work`, name, more);
    }
    // Before it is known to have arrived: what is told twice would be worse than what gets lost with a connection.
    told = now;
    await transaction.exec();
  }

  const beat = async (): Promise<void> => {
    alarm.set(clock.now() + period);
    const facts = tell();
    const transaction = commands
      .multi()
      .zadd(set, facts.told, facts.id)
      .set(`${set}:${facts.id}`, JSON.stringify(facts), 'PX', lifetime);
    await addWork(transaction);
  };
  // A beat that is lost is made up for by the next one.
  const alarm = clock.alarm(() => void beat().catch(() => undefined));
  alarm.set(clock.now());
  return {
    async stop() {
      alarm.clear();
      const { id } = tell();
      await addWork(commands.multi().zrem(set, id).del(`${set}:${id}`));
    },
  };
}

/** Whether a worker has told of itself lately. */
export async function isWorkerAlive(
  { commands, prefix }: Pick<WorkersOptions, 'commands' | 'prefix'>,
  id: string,
): Promise<boolean> {
  return (await commands.exists(`${prefix}{workers}:${id}`)) === 1;
}

/** What all workers have counted together since the Redis began. */
export async function readSharedWork({
  commands,
  prefix,
}: Pick<WorkersOptions, 'commands' | 'prefix'>): Promise<Readonly<Record<string, number>>> {
  const sums = await commands.hgetall(`${prefix}{workers}:work`);
  return Object.fromEntries(Object.entries(sums).map(([name, value]) => [name, Number(value)]));
}

/** The workers that live, by id. */
export async function listWorkers({
  commands,
  prefix,
  clock,
}: WorkersOptions): Promise<readonly WorkerFacts[]> {
  const set = `${prefix}{workers}`;
  await commands.zremrangebyscore(set, '0', String(clock.wall() - 10 * lifetime));
  const ids = await commands.zrange(set, '0', '-1');
  if (ids.length === 0) return [];
  const rows = await commands.mget(ids.map((id) => `${set}:${id}`));
  const facts: WorkerFacts[] = rows.flatMap((row) => (row === null ? [] : [JSON.parse(row)]));
  return facts.sort((one, other) => (one.id < other.id ? -1 : 1));
}
