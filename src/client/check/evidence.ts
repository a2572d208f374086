import type { Clock } from '../../core/clock.ts';
import { type Calls, type RefusalName, shortPrompt, widePrompt } from './calls.ts';
import { type ExchangeParts, exchange } from './exchange.ts';
import { type CheckCall, type Exchange, readText } from './exchange-record.ts';
import type { CheckPlan } from './plan.ts';
import { type StreamRecord, readStream } from './read-stream.ts';

/** What is tried on an endpoint, in this order: what may hurt a server comes last. */
export const probeNames = [
  'stream',
  'unknown-path',
  'usage',
  'whole',
  'wide',
  'bad-json',
  'bad-request',
  'long-prompt',
  'not-streamed',
  'concurrency',
  'hang-up',
] as const;

/** The name of something that is tried on an endpoint. */
export type ProbeName = (typeof probeNames)[number];

/** What an endpoint did after a client had left in the middle of a stream. */
export interface HangUp {
  /** Another stream, asked for at once and left at its first text. */
  readonly next: StreamRecord;
  /** One more request after that. */
  readonly last: Exchange;
  /** Streams that ran before and after, by the metrics of our own server; absent where it tells none. */
  readonly running?: { readonly before: number; readonly after: number };
}

/** What was seen of an endpoint; what was not tried is absent. */
export interface Evidence {
  stream?: StreamRecord;
  usage?: StreamRecord;
  whole?: Exchange;
  wide?: StreamRecord;
  concurrency?: readonly StreamRecord[];
  hangUp?: HangUp;
  readonly refusals: Partial<Record<RefusalName, Exchange>>;
}

/** What probes are made with. */
export interface ProbeParts extends ExchangeParts {
  readonly plan: CheckPlan;
  readonly calls: Calls;
}

/** How many streams are asked for at once. */
export const together = 3;

/** Tries one thing on an endpoint and keeps what came of it. */
export async function probe(name: ProbeName, evidence: Evidence, parts: ProbeParts): Promise<void> {
  const { calls, plan } = parts;
  switch (name) {
    case 'stream':
      evidence.stream = await stream(calls.stream(plan.prompt), parts, mostPieces(plan));
      return;
    case 'usage':
      if (calls.usage !== undefined) evidence.usage = await stream(calls.usage, parts);
      return;
    case 'whole':
      if (calls.whole !== undefined) evidence.whole = await exchange(calls.whole, parts);
      return;
    case 'wide':
      evidence.wide = await stream(calls.stream(widePrompt), parts, fewPieces);
      return;
    case 'concurrency':
      evidence.concurrency = await Promise.all(
        Array.from({ length: together }, () => stream(calls.stream(shortPrompt), parts, fewPieces)),
      );
      return;
    case 'hang-up':
      evidence.hangUp = await hangUp(parts);
      return;
    case 'unknown-path':
    case 'bad-json':
    case 'bad-request':
    case 'long-prompt':
    case 'not-streamed':
      await refuse(name, evidence, parts);
  }
}

// Words may come for an hour; a short answer is enough where only its beginning matters.
const fewPieces = 48;

function mostPieces({ dialect }: CheckPlan): number {
  return dialect === 'wordstream' ? 12 : 10_000;
}

function stream(call: CheckCall, parts: ProbeParts, most = 10_000): Promise<StreamRecord> {
  const { dialect } = parts.plan;
  return readStream(call, { ...parts, dialect, most: dialect === 'wordstream' ? Math.min(12, most) : most });
}

async function refuse(name: RefusalName, evidence: Evidence, parts: ProbeParts): Promise<void> {
  const call = parts.calls.refusals[name];
  if (call !== undefined) evidence.refusals[name] = await exchange(call, parts);
}

async function hangUp(parts: ProbeParts): Promise<HangUp> {
  const { calls, plan } = parts;
  const before = await countRunning(parts);
  await stream(calls.stream(plan.prompt), parts, 1);
  const next = await stream(calls.stream(plan.prompt), parts, 1);
  const last = await exchange(calls.refusals['unknown-path'] ?? calls.metrics, parts);
  if (before === undefined) return { next, last };
  return { next, last, running: { before, after: await settle(before, parts) } };
}

const settlesWithin = 3000;

/** What runs when it has fallen back to `before`, or when the time for that is over. */
async function settle(before: number, parts: ProbeParts): Promise<number> {
  const { clock, signal } = parts;
  const until = clock.now() + settlesWithin;
  for (;;) {
    const after = await countRunning(parts);
    if (after === undefined || after <= before) return after ?? before;
    if (clock.now() >= until || signal.aborted) return after;
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
