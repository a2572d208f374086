import type { CallMemory } from './core/call-memory.ts';
import type { Clock } from './core/clock.ts';
import type { JobQueue, QueueBounds } from './core/job-queue.ts';
import type { TokenLog } from './core/token-log.ts';
import { queueBounds } from './job-queues/bounds.ts';
import { createMemoryQueue } from './job-queues/memory.ts';
import { type RedisConnections, hidePassword } from './redis/connect.ts';
import { type Settings, SettingsError } from './settings.ts';
import { logBounds } from './token-logs/bounds.ts';
import { tokenLogs } from './token-logs/index.ts';

/** How answers get from whoever makes them to whoever tells them: within a process, or through Redis. */
export interface Distribution {
  readonly log: TokenLog;
  readonly queue: JobQueue;
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
  if (url !== undefined) return openRedis(url, settings, clock);
  const log = tokenLogs.memory({ clock, bounds: logBounds });
  // What breaks down here would break down again: there is nobody else to make it.
  const queue = createMemoryQueue({ bounds: { ...queueBounds, retries: 0 } });
  return { log, queue, shared: {}, warnings: [], close: queue.close };
}

/** Where Redis is, if the settings name one. */
export function readRedisUrl({ redis, redisHost, redisPort, redisDb }: Settings): string | undefined {
  if (redis !== undefined) return redis;
  if (redisHost === undefined && redisPort === undefined && redisDb === undefined) return undefined;
  const host = redisHost ?? '127.0.0.1';
  return `redis://${host.includes(':') ? `[${host}]` : host}:${redisPort ?? 6379}/${redisDb ?? 0}`;
}

async function openRedis(url: string, settings: Settings, clock: Clock): Promise<Distribution> {
  // Loaded here: most servers have no Redis.
  const [{ connectRedis }, { createEars }, { createRedisCalls }, { createRedisLog }, { createBullQueue }] =
    await Promise.all([
      import('./redis/connect.ts'),
      import('./redis/ears.ts'),
      import('./redis/calls.ts'),
      import('./token-logs/redis.ts'),
      import('./job-queues/bullmq.ts'),
    ]);
  const { checkDurability } = await import('./stores/redis/durability.ts');
  const place = hidePassword(url);
  const connections = await connectRedis({ url }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingsError(settings.redis === undefined ? 'redisHost' : 'redis', `${place}: ${reason}`);
  });
  const { commands, subscriber, extra } = connections;
  const prefix = settings.redisPrefix;
  const { maxDuration } = settings.limits;
  const log = createRedisLog({
    commands,
    ears: createEars(subscriber),
    clock,
    bounds: logBounds,
    openFor: maxDuration + logBounds.keptFor,
    prefix,
  });
  const queue = await createBullQueue({ commands, extra, prefix, bounds: readBounds(settings) });
  const calls = createRedisCalls({ commands, prefix, keptFor: maxDuration + logBounds.keptFor });
  return {
    log,
    queue,
    shared: { calls },
    warnings: await checkDurability(commands),
    redis: { ...connections, prefix, place },
    async close() {
      await queue.close();
      await connections.close();
    },
  };
}

function readBounds({ queueDepth, modelConcurrency }: Settings): QueueBounds {
  const running = modelConcurrency === undefined ? {} : { running: modelConcurrency };
  return { ...queueBounds, depth: queueDepth, ...running };
}
