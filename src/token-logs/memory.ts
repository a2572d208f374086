import type { Alarm } from '../core/alarms.ts';
import { ApiError } from '../core/api-error.ts';
import type { Clock } from '../core/clock.ts';
import type { GenerationEvent } from '../core/generation.ts';
import { overloaded, streamNotFound, streamTooLarge } from '../core/refusals.ts';
import type { Appended, LogClaim, LogEntry, LogPlace, LogState, TokenLog } from '../core/token-log.ts';
import type { LogBounds } from './bounds.ts';

/** What the log is made with. */
export interface MemoryLogOptions {
  readonly clock: Clock;
  readonly bounds: LogBounds;
}

interface Log {
  readonly id: string;
  /** As they were appended: readers get these very arrays. */
  readonly batches: (readonly GenerationEvent[])[];
  /** Whoever waits for more. */
  readonly waiting: Set<() => void>;
  length: number;
  epoch: number;
  owner: string | undefined;
  /** Its length at the last claim; undefined: there was none. */
  claimed: number | undefined;
  /** Whoever has claimed it there. */
  readonly tried: Set<string>;
  /** The epoch of the last claim. */
  claim: number;
  /** What the present writer listens to. */
  writer: AbortController;
  over: boolean;
  failure: ApiError | undefined;
  expiry: Alarm | undefined;
}

interface Logs extends MemoryLogOptions {
  readonly byId: Map<string, Log>;
  /** Those that are over, the one that ended first ahead. */
  readonly ended: Set<Log>;
  events: number;
}

/** A token log in the memory of this process. */
export function createMemoryLog(options: MemoryLogOptions): TokenLog {
  const logs: Logs = { ...options, byId: new Map(), ended: new Set(), events: 0 };
  return {
    create: async (id) => create(logs, id),
    claim: async (id, owner) => claim(logs.byId.get(id), owner),
    append: async (place, entry) => append(logs, place, entry),
    cancel: async (id, reason) => cancel(logs, id, reason),
    reopen: async (id) => reopen(logs, id),
    find: async (id) => describe(logs.byId.get(id)),
    read: (id, from, signal) => read(logs.byId.get(id) ?? id, from, signal),
  };
}

function create(logs: Logs, id: string): boolean {
  const { byId, bounds } = logs;
  if (byId.has(id)) return false;
  if (byId.size >= bounds.logs && !forgetOldest(logs)) throw overloaded();
  byId.set(id, {
    id,
    batches: [],
    waiting: new Set(),
    length: 0,
    epoch: 0,
    owner: undefined,
    claimed: undefined,
    tried: new Set(),
    claim: 0,
    writer: new AbortController(),
    over: false,
    failure: undefined,
    expiry: undefined,
  });
  return true;
}

// What has ended makes room for what runs, before its time is over.
function forgetOldest(logs: Logs): boolean {
  const [oldest] = logs.ended;
  if (oldest !== undefined) forget(logs, oldest);
  return oldest !== undefined;
}

function forget(logs: Logs, log: Log): void {
  logs.ended.delete(log);
  log.expiry?.clear();
  logs.byId.delete(log.id);
  logs.events -= log.length;
}

function claim(log: Log | undefined, owner: string): LogClaim | 'over' {
  if (log === undefined || log.over) return 'over';
  fence(log);
  log.owner = owner;
  log.claim = log.epoch;
  if (log.claimed !== log.length) log.tried.clear();
  log.claimed = log.length;
  log.tried.add(owner);
  const { epoch, tried } = log;
  return { epoch, strikes: tried.size - 1, events: log.batches.flat(), signal: log.writer.signal };
}

function fence(log: Log): void {
  log.epoch += 1;
  // With a reason: without one each abort makes an error with a stack of its own.
  log.writer.abort('The log is not yours any more.');
  log.writer = new AbortController();
}

function append(logs: Logs, { id, epoch, index }: LogPlace, entry: LogEntry): Appended {
  const log = logs.byId.get(id);
  if (log === undefined) return 'over';
  if (epoch !== log.epoch) return 'fenced';
  if (log.over) return 'over';
  if (index > log.length) return 'gap';
  if (index < log.length) return 'duplicate';
  if (entry instanceof ApiError) {
    end(logs, log, entry);
    return 'ok';
  }
  if (!makeRoom(logs, log, entry.length)) {
    end(logs, log, streamTooLarge());
    return 'over';
  }
  log.batches.push(entry);
  log.length += entry.length;
  logs.events += entry.length;
  if (entry.at(-1)?.type === 'end') end(logs, log);
  else wake(log);
  return 'ok';
}

function makeRoom(logs: Logs, log: Log, count: number): boolean {
  const { bounds } = logs;
  if (log.length + count > bounds.logEvents) return false;
  while (logs.events + count > bounds.events) if (!forgetOldest(logs)) return false;
  return true;
}

function end(logs: Logs, log: Log, failure?: ApiError): void {
  log.over = true;
  log.failure = failure;
  logs.ended.add(log);
  const { clock, bounds } = logs;
  log.expiry = clock.alarm(() => forget(logs, log));
  log.expiry.set(clock.now() + bounds.keptFor);
  wake(log);
}

function cancel(logs: Logs, id: string, reason: ApiError): boolean {
  const log = logs.byId.get(id);
  if (log === undefined || log.over) return false;
  fence(log);
  end(logs, log, reason);
  return true;
}

function reopen(logs: Logs, id: string): boolean {
  const log = logs.byId.get(id);
  if (log?.failure === undefined) return false;
  log.over = false;
  log.failure = undefined;
  log.claimed = undefined;
  log.expiry?.clear();
  logs.ended.delete(log);
  return true;
}

function describe(log: Log | undefined): LogState | undefined {
  if (log === undefined) return undefined;
  const { length, over, owner, claim: last } = log;
  return {
    length,
    over,
    failed: log.failure !== undefined,
    claim: last,
    ...(owner === undefined ? {} : { owner }),
  };
}

async function* read(
  log: Log | string,
  from: number,
  signal: AbortSignal,
): AsyncGenerator<readonly GenerationEvent[]> {
  if (typeof log === 'string') throw streamNotFound(log);
  let index = 0;
  for (let position = 0; !signal.aborted;) {
    const batch = log.batches[position];
    if (batch !== undefined) {
      position += 1;
      const missing = from - index;
      index += batch.length;
      if (missing <= 0) yield batch;
      else if (missing < batch.length) yield batch.slice(missing);
    } else if (log.failure !== undefined) throw log.failure;
    else if (log.over) return;
    else await change(log, signal);
  }
}

// Both ways out take the other one back, so that a reader that leaves leaves nothing behind.
function change({ waiting }: Log, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    function leave(): void {
      waiting.delete(leave);
      signal.removeEventListener('abort', leave);
      resolve();
    }
    waiting.add(leave);
    signal.addEventListener('abort', leave);
  });
}

function wake({ waiting }: Log): void {
  for (const leave of waiting) leave();
}
