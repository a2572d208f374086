import { setTimeout as sleep } from 'node:timers/promises';
import type { RedisClient } from '../../src/redis/cluster.ts';
import { type RedisServer, startRedis } from './redis-server.ts';

/** A Redis that can be filled to the brim and emptied again. */
export interface SmallRedis extends RedisServer {
  /** Writes until Redis takes no more, and again wherever something gives way, until `empty`. */
  fill(commands: RedisClient): Promise<void>;
  /** Stops writing, and takes out what `fill` wrote. */
  empty(commands: RedisClient): Promise<void>;
}

/** Starts a Redis with little memory that forgets nothing of its own accord. */
export async function startSmallRedis(config: readonly string[] = []): Promise<SmallRedis> {
  const redis = await startRedis(['maxmemory 8mb', 'maxmemory-policy noeviction', ...config]);
  const filler: string[] = [];
  let filling: { isOver: boolean; over: Promise<void> } | undefined;

  async function fillOnce(commands: RedisClient): Promise<void> {
    for (const size of [100_000, 10_000, 1000, 10]) {
      while (await takes(commands, `filler:${filler.length}`, size)) filler.push(`filler:${filler.length}`);
    }
  }

  return {
    ...redis,
    async fill(commands) {
      await fillOnce(commands);
      const state = { isOver: false, over: Promise.resolve() };
      const goOn = async (): Promise<void> => {
        for (; !state.isOver; await sleep(2)) await fillOnce(commands);
      };
      state.over = goOn();
      filling = state;
    },
    async empty(commands) {
      if (filling !== undefined) filling.isOver = true;
      await filling?.over;
      await commands.del(...filler.splice(0));
    },
    async close() {
      if (filling !== undefined) filling.isOver = true;
      await filling?.over.catch(() => undefined);
      await redis.close();
    },
  };
}

function takes(commands: RedisClient, key: string, size: number): Promise<boolean> {
  return commands.set(key, 'x'.repeat(size)).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && error.message.startsWith('OOM ')) return false;
      throw error;
    },
  );
}
