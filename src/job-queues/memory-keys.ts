import type { Clock } from '../core/clock.ts';
import type { KeyMemory, KeyUse } from '../core/key-memory.ts';

/** What the memory of keys is made with. */
export interface MemoryKeysOptions {
  readonly clock: Clock;
  /** How long a key is kept, in milliseconds. */
  readonly keptFor: number;
  /** Keys at one time: the oldest makes room. */
  readonly most: number;
}

/** Keys in the memory of this process. */
export function createMemoryKeys({ clock, keptFor, most }: MemoryKeysOptions): KeyMemory {
  // All are kept equally long, so that they stand in the order in which they go.
  const kept = new Map<string, { readonly use: KeyUse; readonly until: number }>();

  function makeRoom(): void {
    for (const [key, { until }] of kept) {
      if (until > clock.now() && kept.size < most) return;
      kept.delete(key);
    }
  }

  return {
    async claim(key, use) {
      const known = kept.get(key);
      if (known !== undefined && known.until > clock.now()) return known.use;
      kept.delete(key);
      makeRoom();
      kept.set(key, { use, until: clock.now() + keptFor });
      return use;
    },
    async release(key, { id }) {
      if (kept.get(key)?.use.id === id) kept.delete(key);
    },
  };
}
