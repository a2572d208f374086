import type { Calls } from './calls.ts';
import type { CheckCall } from './exchange-record.ts';
import type { ExchangeParts } from './exchange.ts';
import type { CheckPlan } from './plan.ts';
import { type StreamRecord, readStream } from './read-stream.ts';

/** What probes are made with. */
export interface ProbeParts extends ExchangeParts {
  readonly plan: CheckPlan;
  readonly calls: Calls;
}

/** Asks for a stream and reads so many pieces of it at most; words may come for an hour, and twelve of them are enough. */
export function askStream(call: CheckCall, parts: ProbeParts, most = 10_000): Promise<StreamRecord> {
  const { dialect } = parts.plan;
  return readStream(call, { ...parts, dialect, most: dialect === 'wordstream' ? Math.min(12, most) : most });
}
