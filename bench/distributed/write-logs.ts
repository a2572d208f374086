import type { Clock } from '../../src/core/clock.ts';
import type { GenerationEvent } from '../../src/core/generation.ts';
import type { LogClaim, TokenLog } from '../../src/core/token-log.ts';
import { machineTime } from './figures.ts';

/** What is written: so many logs at one time. */
export interface LogLoad {
  readonly logs: number;
  /** Tokens of each. */
  readonly tokens: number;
  /** Tokens that are appended at once. */
  readonly batch: number;
  /** Of each log, in a second; absent: as fast as they are taken. */
  readonly tokensPerSecond?: number;
}

/** The names of the logs. */
export function nameLogs(round: string, { logs }: LogLoad): readonly string[] {
  return Array.from({ length: logs }, (_, index) => `${round}-${index}`);
}

/** Makes the logs, and gives what writes them. */
export async function prepareLogs(log: TokenLog, clock: Clock, round: string, load: LogLoad) {
  const claims = await Promise.all(
    nameLogs(round, load).map(async (id) => {
      await log.create(id);
      const claim = await log.claim(id, 'bench');
      if (claim === 'over') throw new Error('over');
      return { id, claim };
    }),
  );
  return () =>
    Promise.all(claims.map(({ id, claim }, index) => write({ log, clock, id, claim, load, index })));
}

interface Writing {
  readonly log: TokenLog;
  readonly clock: Clock;
  readonly id: string;
  readonly claim: LogClaim;
  readonly load: LogLoad;
  readonly index: number;
}

// Each token says when it was made.
async function write({ log, clock, id, claim, load, index }: Writing): Promise<void> {
  const { tokens, batch, logs, tokensPerSecond } = load;
  const gap = tokensPerSecond === undefined ? 0 : 1000 / tokensPerSecond;
  const began = clock.now() + (index * gap) / logs;
  const place = { id, epoch: claim.epoch };
  for (let next = 0; next < tokens; next += batch) {
    if (gap > 0) await clock.sleepUntil(began + next * gap, never);
    const text = String(machineTime());
    const events = Array.from({ length: batch }, (): GenerationEvent => ({ ...piece, text }));
    await log.append({ ...place, index: next }, events);
  }
  await log.append({ ...place, index: Math.ceil(tokens / batch) * batch }, [end]);
}

const never = new AbortController().signal;
const piece = { type: 'text-delta', due: 0, choice: 0, tokens: 1 } as const;
const usage = { promptTokens: 1, completionTokens: 1, reasoningTokens: 0 };
const end: GenerationEvent = { type: 'end', due: 0, usage };
