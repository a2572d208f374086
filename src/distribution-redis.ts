import type { Clock } from './core/clock.ts';
import type { QueueBounds } from './core/job-queue.ts';
import type { Distribution } from './distribution.ts';
import { queueBounds } from './job-queues/bounds.ts';
import { createBullQueue } from './job-queues/bullmq.ts';
import { createRedisKeys } from './job-queues/redis-keys.ts';
import { createRedisCalls } from './redis/calls.ts';
import { connectRedis, hidePassword } from './redis/connect.ts';
import { createEars } from './redis/ears.ts';
import { explainFailure, isAway } from './redis/explain.ts';
import { type Settings, SettingsError } from './settings.ts';
import { checkDurability } from './stores/redis/durability.ts';
import { logBounds } from './token-logs/bounds.ts';
import { createRedisLog } from './token-logs/redis.ts';

/** The drivers over the Redis of an address; rejects with a SettingsError where it cannot be reached. */
export async function openRedis(url: string, settings: Settings, clock: Clock): Promise<Distribution> {
  const place = hidePassword(url);
  const connections = await connectRedis({ url }).catch((error: unknown) => {
    const reason = explainFailure(error);
    const setting = settings.redis === undefined ? 'redisHost' : 'redis';
    throw new SettingsError(setting, `${place}: ${reason}`, isAway(error) ? { cause: error } : {});
  });
  const { commands, subscriber, extra } = connections;
  const prefix = settings.redisPrefix;
  const ears = createEars(subscriber, clock);
  const keptFor = settings.limits.maxDuration + logBounds.keptFor;
  const queue = await createBullQueue({ commands, extra, prefix, bounds: readBounds(settings) });
  return {
    log: createRedisLog({ commands, ears, clock, bounds: logBounds, openFor: keptFor, prefix }),
    queue,
    keys: createRedisKeys({ commands, prefix, keptFor }),
    shared: { calls: createRedisCalls({ commands, prefix, keptFor }) },
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
