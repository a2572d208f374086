import type { Pacer } from '../core/pacer.ts';

/** A pacer that has every piece due at once. */
export function createInstant(): Pacer {
  return { name: 'instant', instant: true, schedule: () => () => 0 };
}
