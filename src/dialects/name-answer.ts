import type { Clock } from '../core/clock.ts';
import type { Call, Naming } from '../core/dialect.ts';
import type { Ids } from '../core/ids.ts';

/** What an answer to the call is named by: what the call says, or else the server's own ids and time. */
export function nameAnswer(
  { naming }: Call,
  { ids, clock }: { readonly ids: Ids; readonly clock: Clock },
): Naming {
  return naming?.() ?? { ids, timestamp: clock.timestamp() };
}
