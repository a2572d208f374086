import type { Redis } from 'ioredis';
import { type RedisServer, startRedis } from './redis-server.ts';

/** A Redis that can be filled to the brim and emptied again. */
export interface SmallRedis extends RedisServer {
  /** Writes until Redis takes no more, in pieces that leave less room than one of them each time. */
  fill(commands: Redis): Promise<void>;
  /** Takes out what `fill` wrote. */
  empty(commands: Redis): Promise<void>;
}

/** Starts a Redis with little memory that forgets nothing of its own accord. */
export async function startSmallRedis(config: readonly string[] = []): Promise<SmallRedis> {
  const redis = await startRedis(['maxmemory 8mb', 'maxmemory-policy noeviction', ...config]);
  const filler: string[] = [];
  return {
    ...redis,
    async fill(commands) {
      for (const size of [100_000, 10_000, 1000, 100]) {
        while (await takes(commands, `filler:${filler.length}`, size)) filler.push(`filler:${filler.length}`);
      }
    },
    async empty(commands) {
      await commands.del(...filler.splice(0));
    },
  };
}

function takes(commands: Redis, key: string, size: number): Promise<boolean> {
  return commands.set(key, 'x'.repeat(size)).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && error.message.startsWith('OOM ')) return false;
      throw error;
    },
  );
}
