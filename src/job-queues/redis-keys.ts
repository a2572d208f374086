import type { KeyMemory } from '../core/key-memory.ts';
import type { RedisClient } from '../redis/cluster.ts';
import { createScript, runScript } from '../redis/run-script.ts';
import { orUnavailable } from '../redis/unavailable.ts';

/** What the memory of keys is made with. */
export interface RedisKeysOptions {
  readonly commands: RedisClient;
  /** What the names of all keys begin with. */
  readonly prefix: string;
  /** How long a key is kept, in milliseconds. */
  readonly keptFor: number;
}

// KEYS[1] is the key, ARGV the use and ms. Gives the use that is kept.
const claimScript = createScript(`
local known = redis.call('GET', KEYS[1])
if known then return known end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]`);

// KEYS[1] is the key, ARGV[1] the use that is let go.
const releaseScript = createScript(`
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`);

/** Keys in Redis, which any number of servers share. */
export function createRedisKeys({ commands, prefix, keptFor }: RedisKeysOptions): KeyMemory {
  const nameKey = (key: string): string => `${prefix}key:${key}`;
  return {
    async claim(key, use) {
      const claimed = runScript(commands, claimScript, [nameKey(key)], [JSON.stringify(use), keptFor]);
      return JSON.parse(String(await orUnavailable(claimed)));
    },
    async release(key, use) {
      await runScript(commands, releaseScript, [nameKey(key)], [JSON.stringify(use)]);
    },
  };
}
