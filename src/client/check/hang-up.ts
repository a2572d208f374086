import type { Clock } from '../../core/clock.ts';
import { type ProbeParts, askStream } from './ask-stream.ts';
import { type Exchange, readText } from './exchange-record.ts';
import { exchange } from './exchange.ts';
import type { StreamRecord } from './read-stream.ts';

/** What an endpoint did after a client had left in the middle of a stream. */
export interface HangUp {
  /** Another stream, asked for at once and left at its first text. */
  readonly next: StreamRecord;
  /** One more request after that. */
  readonly last: Exchange;
  /** Streams that ran before and after, by the metrics of our own server; absent where it tells none. */
  readonly running?: { readonly before: number; readonly after: number };
}

/** Leaves a stream in the middle, and asks for what comes then. */
export async function hangUp(parts: ProbeParts): Promise<HangUp> {
  const { calls, plan } = parts;
  // What earlier probes have left may take a moment to end.
  const before = await settle(0, parts);
  await askStream(calls.stream(plan.prompt), parts, 1);
  const next = await askStream(calls.stream(plan.prompt), parts, 1);
  const last = await exchange(calls.refusals['unknown-path'] ?? calls.metrics, parts);
  if (before === undefined) return { next, last };
  return { next, last, running: { before, after: (await settle(before, parts)) ?? before } };
}

const settlesWithin = 2000;

/** What runs when it has fallen back to `wanted`, or when the time for that is over; undefined where nobody tells. */
async function settle(wanted: number, parts: ProbeParts): Promise<number | undefined> {
  const { clock, signal } = parts;
  const until = clock.now() + settlesWithin;
  for (;;) {
    const count = await countRunning(parts);
    if (count === undefined || count <= wanted || clock.now() >= until || signal.aborted) return count;
    await pause(clock, signal);
  }
}

async function pause(clock: Clock, signal: AbortSignal): Promise<void> {
  try {
    await clock.sleepUntil(clock.now() + 100, signal);
  } catch {
    // Ended early: the caller sees the signal.
  }
}

async function countRunning(parts: ProbeParts): Promise<number | undefined> {
  const answer = await exchange(parts.calls.metrics, parts);
  const found = /^understudy_streams_running (?<count>\d+)$/m.exec(readText(answer))?.groups?.['count'];
  return found === undefined ? undefined : Number(found);
}
