import type { Redis } from 'ioredis';
import type { Clock } from '../core/clock.ts';

/** What a worker tells of itself. */
export interface WorkerFacts {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  readonly version: string;
  /** The models whose answers it makes. */
  readonly models: readonly string[];
  readonly concurrency: number;
  readonly running: number;
  /** Cores' worth of work since it was told last. */
  readonly cpu: number;
  /** Resident memory in bytes, of the worker's own process. */
  readonly memory: number;
  /** What its models compute on. */
  readonly gpu: 'auto' | 'off';
  /** When it was told, in milliseconds since 1970. */
  readonly told: number;
}

/** Where workers are kept. */
export interface WorkersOptions {
  readonly commands: Redis;
  readonly prefix: string;
  readonly clock: Clock;
}

// Told each so many milliseconds, and forgotten after three that are missing.
const period = 3000;
const lifetime = 10_000;

/** Tells of a worker again and again until it is stopped. */
export function startHeartbeat(
  { commands, prefix, clock }: WorkersOptions,
  tell: () => WorkerFacts,
): { stop(): Promise<void> } {
  const beat = async (): Promise<void> => {
    alarm.set(clock.now() + period);
    const facts = tell();
    await commands
      .multi()
      .zadd(`${prefix}{workers}`, facts.told, facts.id)
      .set(`${prefix}{workers}:${facts.id}`, JSON.stringify(facts), 'PX', lifetime)
      .exec();
  };
  // A beat that is lost is made up for by the next one.
  const alarm = clock.alarm(() => void beat().catch(() => undefined));
  alarm.set(clock.now());
  return {
    async stop() {
      alarm.clear();
      const { id } = tell();
      await commands.multi().zrem(`${prefix}{workers}`, id).del(`${prefix}{workers}:${id}`).exec();
    },
  };
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
