import type { CallMemory } from './core/call-memory.ts';
import type { Clock } from './core/clock.ts';
import type { KeyMemory } from './core/key-memory.ts';
import type { JobQueue } from './core/job-queue.ts';
import type { TokenLog } from './core/token-log.ts';
import { queueBounds } from './job-queues/bounds.ts';
import { createMemoryKeys } from './job-queues/memory-keys.ts';
import { createMemoryQueue } from './job-queues/memory.ts';
import type { RedisConnections } from './redis/connect.ts';
import type { Settings } from './settings.ts';
import { logBounds } from './token-logs/bounds.ts';
import { tokenLogs } from './token-logs/index.ts';

/** How answers get from whoever makes them to whoever tells them: within a process, or through Redis. */
export interface Distribution {
  readonly log: TokenLog;
  readonly queue: JobQueue;
  /** The keys of calls that may be repeated. */
  readonly keys: KeyMemory;
  /** Where other servers find the calls of streams; empty where there are no others. */
  readonly shared: { readonly calls?: CallMemory };
  /** Absent where all is in this process. */
  readonly redis?: RedisConnections & { readonly prefix: string; readonly place: string };
  /** What whoever starts a server or a worker should know. */
  readonly warnings: readonly string[];
  close(): Promise<void>;
}

/** The drivers that the settings ask for; rejects with a SettingsError where Redis cannot be reached. */
export async function openDistribution(settings: Settings, clock: Clock): Promise<Distribution> {
  const url = readRedisUrl(settings);
  // Loaded here: most servers have no Redis.
  if (url !== undefined) return (await import('./distribution-redis.ts')).openRedis(url, settings, clock);
  const log = tokenLogs.memory({ clock, bounds: logBounds });
  // What breaks down here would break down again: there is nobody else to make it.
  const queue = createMemoryQueue({ bounds: { ...queueBounds, retries: 0 } });
  const keptFor = settings.limits.maxDuration + logBounds.keptFor;
  const keys = createMemoryKeys({ clock, keptFor, most: logBounds.logs });
  return { log, queue, keys, shared: {}, warnings: [], close: queue.close };
}

/** Where Redis is, if the settings name one. */
export function readRedisUrl({ redis, redisHost, redisPort, redisDb }: Settings): string | undefined {
  if (redis !== undefined) return redis;
  if (redisHost === undefined && redisPort === undefined && redisDb === undefined) return undefined;
  const host = redisHost ?? '127.0.0.1';
  return `redis://${host.includes(':') ? `[${host}]` : host}:${redisPort ?? 6379}/${redisDb ?? 0}`;
}
