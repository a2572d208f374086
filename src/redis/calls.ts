import type { CallMemory } from '../core/call-memory.ts';
import type { RedisClient } from './cluster.ts';
import { orUnavailable } from './unavailable.ts';

/** Keeps calls in Redis for so many milliseconds. */
export function createRedisCalls(options: {
  readonly commands: RedisClient;
  readonly prefix: string;
  readonly keptFor: number;
}): CallMemory {
  const { commands, prefix, keptFor } = options;
  const nameKey = (id: string): string => `${prefix}call:${id}`;
  return {
    keep: async (call) =>
      void (await orUnavailable(commands.set(nameKey(call.id), JSON.stringify(call), 'PX', keptFor))),
    async find(id) {
      const kept = await orUnavailable(commands.get(nameKey(id)));
      return kept === null ? undefined : JSON.parse(kept);
    },
  };
}
