import { type RefusalName, shortPrompt, widePrompt } from './calls.ts';
import { exchange } from './exchange.ts';
import { type ProbeParts, askStream } from './ask-stream.ts';
import { type HangUp, hangUp } from './hang-up.ts';
import type { Exchange } from './exchange-record.ts';
import type { CheckPlan } from './plan.ts';
import type { StreamRecord } from './read-stream.ts';

/** What is tried on an endpoint, in this order: what may hurt a server comes last. */
export const probeNames = [
  'stream',
  'unknown-path',
  'again',
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

/** What was seen of an endpoint; what was not tried is absent. */
export interface Evidence {
  stream?: StreamRecord;
  /** The same again, left at its first text; only where that came late the first time. */
  again?: StreamRecord;
  usage?: StreamRecord;
  whole?: Exchange;
  wide?: StreamRecord;
  concurrency?: readonly StreamRecord[];
  hangUp?: HangUp;
  readonly refusals: Partial<Record<RefusalName, Exchange>>;
}

// A short answer is enough where only its beginning matters.
const fewPieces = 48;

/** How many streams are asked for at once. */
export const together = 3;

/** Tries one thing on an endpoint and keeps what came of it. */
export async function probe(name: ProbeName, evidence: Evidence, parts: ProbeParts): Promise<void> {
  const { calls, plan } = parts;
  switch (name) {
    case 'stream':
      evidence.stream = await askStream(calls.stream(plan.prompt), parts);
      return;
    case 'again':
      // The first call of all may be the one that loads a model.
      if (!isLate(evidence.stream, plan)) return;
      evidence.again = await askStream(calls.stream(plan.prompt), parts, 1);
      return;
    case 'usage':
      if (calls.usage !== undefined) evidence.usage = await askStream(calls.usage, parts);
      return;
    case 'whole':
      if (calls.whole !== undefined) evidence.whole = await exchange(calls.whole, parts);
      return;
    case 'wide':
      evidence.wide = await askStream(calls.stream(widePrompt), parts, fewPieces);
      return;
    case 'concurrency':
      evidence.concurrency = await Promise.all(
        Array.from({ length: together }, () => askStream(calls.stream(shortPrompt), parts, fewPieces)),
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

function isLate(record: StreamRecord | undefined, { limits }: CheckPlan): boolean {
  return (record?.pieces[0]?.at ?? 0) >= limits.firstToken;
}

async function refuse(name: RefusalName, evidence: Evidence, parts: ProbeParts): Promise<void> {
  const call = parts.calls.refusals[name];
  if (call !== undefined) evidence.refusals[name] = await exchange(call, parts);
}
