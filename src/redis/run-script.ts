import { createHash } from 'node:crypto';
import type { RedisClient } from './cluster.ts';

/** A Lua script with the name by which Redis keeps it. */
export interface Script {
  readonly text: string;
  readonly sha: string;
}

/** A script that Redis is sent once. */
export function createScript(text: string): Script {
  return { text, sha: createHash('sha1').update(text).digest('hex') };
}

/** Runs a script, and sends it where Redis does not have it yet. */
export async function runScript(
  redis: RedisClient,
  { text, sha }: Script,
  keys: readonly string[],
  values: readonly (string | number)[],
): Promise<unknown> {
  try {
    return await redis.evalsha(sha, keys.length, ...keys, ...values);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
    return redis.eval(text, keys.length, ...keys, ...values);
  }
}
