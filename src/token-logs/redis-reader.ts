import { ApiError } from '../core/api-error.ts';
import type { Clock } from '../core/clock.ts';
import type { GenerationEvent } from '../core/generation.ts';
import { streamLost, streamNotFound } from '../core/refusals.ts';
import type { RedisClient } from '../redis/cluster.ts';
import type { Ears } from '../redis/ears.ts';
import { createScript, runScript } from '../redis/run-script.ts';
import { noAnswer, orUnavailable } from '../redis/unavailable.ts';
import { decodeEvents, decodeFailure } from './event-codec.ts';
import { type Entry, readEntries } from './redis-entries.ts';
import type { LogKeys } from './redis.ts';
import { readScript } from './redis-scripts.ts';

/** Where a reader reads. */
export interface ReadOptions {
  readonly commands: RedisClient;
  readonly ears: Ears;
  readonly clock: Clock;
  readonly keys: LogKeys;
}

/** What a reader wants. */
export interface ReadOrder {
  readonly id: string;
  readonly from: number;
  readonly signal: AbortSignal;
}

// How long Redis may be away before a reader gives up, in ms.
const patience = 15_000;
// Nothing published is missed but where a connection broke unnoticed: a look now and then finds that out.
const lookAfter = 5000;
// Messages that wait for a slow reader; what comes beyond them is read from the log again.
const mostWaiting = 1000;

const script = createScript(readScript);

/** What a look at the log or a message tells. */
interface Heard {
  readonly entries: readonly Entry[];
  readonly over: boolean;
  readonly failure?: ApiError;
}

/** The log's events from an index on, live: listened to first, then read, so that nothing falls between. */
export async function* readRedisLog(
  options: ReadOptions,
  order: ReadOrder,
): AsyncGenerator<readonly GenerationEvent[]> {
  const { ears, keys, clock } = options;
  const { signal } = order;
  if (signal.aborted) return;
  const inbox = createInbox();
  const alarm = clock.alarm(() => inbox.push(undefined));
  signal.addEventListener('abort', inbox.wake, { once: true });
  const leave = await orUnavailable(ears.listen(keys.live, inbox.push));
  let next = order.from;
  try {
    let heard: Heard | undefined = await look(options, order, next, true);
    for (;;) {
      for (const { first, events } of heard.entries) {
        const missing = next - first;
        if (missing >= events.length) continue;
        next = first + events.length;
        yield missing > 0 ? events.slice(missing) : events;
      }
      if (heard.failure !== undefined) throw heard.failure;
      if (heard.over || signal.aborted) return;
      alarm.set(clock.now() + lookAfter);
      const message = await inbox.next(signal);
      if (signal.aborted) return;
      heard = readMessage(message, next) ?? (await look(options, order, next, false));
    }
  } finally {
    alarm.clear();
    signal.removeEventListener('abort', inbox.wake);
    leave();
  }
}

// Undefined where the message alone does not tell: something before it is missing, or the log is over.
function readMessage(message: string | undefined, next: number): Heard | undefined {
  if (message === undefined || message === 'over') return undefined;
  const [index = '', ends = ''] = message.split(' ', 2);
  const first = Number(index);
  if (first > next) return undefined;
  const events = decodeEvents(message.slice(index.length + ends.length + 2));
  return { entries: [{ first, events }], over: ends === '1' };
}

// A Redis that is away for a moment is waited for.
async function look(
  { commands, keys, clock }: ReadOptions,
  { id, signal }: ReadOrder,
  next: number,
  isFirst: boolean,
): Promise<Heard> {
  const until = clock.now() + patience;
  for (;;) {
    try {
      const found = await runScript(commands, script, [keys.facts, keys.entries], [`${next + 1}-0`]);
      if (Array.isArray(found)) return readFound(found);
      throw isFirst ? streamNotFound(id) : streamLost(id);
    } catch (error) {
      if (error instanceof ApiError) throw error;
      if (signal.aborted) return { entries: [], over: true };
      if (clock.now() > until) throw noAnswer(error);
      await clock.sleepUntil(clock.now() + 200, signal).catch(() => undefined);
    }
  }
}

function readFound([state, failure, rows]: readonly unknown[]): Heard {
  const entries = readEntries(rows);
  return state === 'failed'
    ? { entries, over: true, failure: decodeFailure(String(failure)) }
    : { entries, over: state === 'ended' };
}

interface Inbox {
  push(message: string | undefined): void;
  readonly wake: () => void;
  next(signal: AbortSignal): Promise<string | undefined>;
}

function createInbox(): Inbox {
  let messages: (string | undefined)[] = [];
  let wake: () => void = () => undefined;
  return {
    push(message) {
      // What a slow reader has not taken is read from the log again, in one go.
      if (messages.length >= mostWaiting) messages = [undefined];
      else messages.push(message);
      wake();
    },
    wake: () => wake(),
    async next(signal) {
      while (messages.length === 0 && !signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
      return messages.shift();
    },
  };
}
