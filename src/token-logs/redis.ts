import { randomUUID } from 'node:crypto';
import { ApiError } from '../core/api-error.ts';
import type { Clock } from '../core/clock.ts';
import { streamTooLarge } from '../core/refusals.ts';
import type { Appended, LogClaim, LogEntry, LogPlace, LogState, TokenLog } from '../core/token-log.ts';
import type { RedisClient } from '../redis/cluster.ts';
import type { Ears } from '../redis/ears.ts';
import { createScript, runScript } from '../redis/run-script.ts';
import { noRoom, orUnavailable } from '../redis/unavailable.ts';
import type { LogBounds } from './bounds.ts';
import { encodeEvents, encodeFailure } from './event-codec.ts';
import { readEntries } from './redis-entries.ts';
import { readRedisLog } from './redis-reader.ts';
import {
  appendScript,
  cancelScript,
  claimScript,
  createScript as createLogScript,
  reopenScript,
} from './redis-scripts.ts';

/** What the log is made with. */
export interface RedisLogOptions {
  readonly commands: RedisClient;
  readonly ears: Ears;
  readonly clock: Clock;
  readonly bounds: LogBounds;
  /** How long a log is kept that nobody ends, in milliseconds. */
  readonly openFor: number;
  /** What the names of all keys begin with. */
  readonly prefix: string;
}

/** The keys and channels of one log, all of one hash tag. */
export interface LogKeys {
  readonly facts: string;
  readonly entries: string;
  readonly live: string;
  readonly control: string;
}

interface Logs extends RedisLogOptions {
  /** What this process writes, by id: it listens until it hears that the log is another's or over. */
  readonly writing: Map<string, Writing>;
}

interface Writing {
  readonly epoch: number;
  readonly controller: AbortController;
  readonly leave: () => void;
}

// Long enough for readers to come back and hear why; what it holds is what others wait for. In ms.
const keptWithoutRoom = 30_000;

// Sent with each append and nearly never used: made once, since each error takes a picture of the stack.
const failures = { tooLarge: encodeFailure(streamTooLarge()), noRoom: encodeFailure(noRoom()) };

const scripts = {
  create: createScript(createLogScript),
  claim: createScript(claimScript),
  append: createScript(appendScript),
  cancel: createScript(cancelScript),
  reopen: createScript(reopenScript),
};

/** A token log in Redis, which any number of processes write and read. */
export function createRedisLog(options: RedisLogOptions): TokenLog {
  const logs: Logs = { ...options, writing: new Map() };
  const { prefix, commands } = options;
  return {
    create: (id) => orUnavailable(create(logs, id)),
    claim: (id, owner) => orUnavailable(claim(logs, id, owner)),
    append: (place, entry) => orUnavailable(append(logs, place, entry)),
    cancel: (id, reason) => orUnavailable(cancel(logs, id, reason)),
    reopen: (id) => orUnavailable(reopen(logs, id)),
    find: (id) => orUnavailable(find(commands, keysOf(prefix, id))),
    read: (id, from, signal) => readRedisLog({ ...options, keys: keysOf(prefix, id) }, { id, from, signal }),
  };
}

function keysOf(prefix: string, id: string): LogKeys {
  // Braces end a hash tag early, and an empty one is none: what an id says must not part its keys.
  const tag = `${prefix}{${id.replace(/[{}]/g, '_') || '_'}}:${id}`;
  return { facts: `${tag}:log`, entries: `${tag}:events`, live: `${tag}:live`, control: `${tag}:control` };
}

async function create({ commands, prefix, openFor }: Logs, id: string): Promise<boolean> {
  const values = [openFor, randomUUID()];
  return (await runScript(commands, scripts.create, [keysOf(prefix, id).facts], values)) === 1;
}

async function claim(logs: Logs, id: string, owner: string): Promise<LogClaim | 'over'> {
  const { commands, ears, prefix, writing, openFor } = logs;
  const keys = keysOf(prefix, id);
  const controller = new AbortController();
  let epoch = Infinity;
  const hear = (message: string | undefined): void => {
    // After a break of the connection the next append tells who owns the log.
    if (message === undefined || Number(message) <= epoch) return;
    release(logs, id, epoch);
    controller.abort('The log is not yours any more.');
  };
  const leave = await ears.listen(keys.control, hear);
  const values = [owner, keys.control, openFor];
  const claiming = runScript(commands, scripts.claim, [keys.facts, keys.entries], values);
  const result = await claiming.catch((error: unknown) => {
    leave();
    throw error;
  });
  if (!Array.isArray(result)) {
    leave();
    return 'over';
  }
  epoch = Number(result[0]);
  writing.get(id)?.controller.abort('The log is not yours any more.');
  writing.get(id)?.leave();
  writing.set(id, { epoch, controller, leave });
  const [, strikes, rows] = result;
  const events = readEntries(rows).flatMap((entry) => entry.events);
  return { epoch, strikes: Number(strikes), events, signal: controller.signal };
}

function release({ writing }: Logs, id: string, epoch: number): void {
  const known = writing.get(id);
  if (known?.epoch !== epoch) return;
  writing.delete(id);
  known.leave();
}

async function append(logs: Logs, { id, epoch, index }: LogPlace, entry: LogEntry): Promise<Appended> {
  const { commands, prefix, bounds, openFor } = logs;
  const keys = keysOf(prefix, id);
  const failure = entry instanceof ApiError ? encodeFailure(entry) : '';
  const events = entry instanceof ApiError ? [] : entry;
  const ends = events.at(-1)?.type === 'end' ? 1 : 0;
  const told = await runScript(
    commands,
    scripts.append,
    [keys.facts, keys.entries],
    [
      epoch,
      index,
      events.length,
      encodeEvents(events),
      ends,
      failure,
      keys.live,
      bounds.keptFor,
      bounds.logEvents,
      failures.tooLarge,
      openFor,
      failures.noRoom,
      Math.min(keptWithoutRoom, bounds.keptFor),
    ],
  );
  const appended = readAppended(told);
  const goesOn = appended === 'ok' || appended === 'duplicate';
  if (!goesOn || failure !== '' || ends === 1) release(logs, id, epoch);
  return appended;
}

const answers: readonly Appended[] = ['ok', 'duplicate', 'gap', 'fenced', 'over'];

function readAppended(told: unknown): Appended {
  const known = answers.find((answer) => answer === told);
  if (known === undefined) throw new Error(`Redis answered an append with ${String(told)}.`);
  return known;
}

async function cancel(logs: Logs, id: string, reason: ApiError): Promise<boolean> {
  const { commands, prefix, bounds } = logs;
  const { facts, entries, live, control } = keysOf(prefix, id);
  const values = [encodeFailure(reason), live, control, bounds.keptFor];
  return (await runScript(commands, scripts.cancel, [facts, entries], values)) === 1;
}

async function reopen({ commands, prefix, openFor }: Logs, id: string): Promise<boolean> {
  const { facts, entries } = keysOf(prefix, id);
  return (await runScript(commands, scripts.reopen, [facts, entries], [openFor])) === 1;
}

async function find(commands: RedisClient, { facts }: LogKeys): Promise<LogState | undefined> {
  const [state, next, owner, last] = await commands.hmget(facts, 'state', 'next', 'owner', 'claim');
  if (state === null || state === undefined) return undefined;
  const known = owner === null || owner === undefined ? {} : { owner };
  const isOver = state !== 'open';
  return {
    length: Number(next),
    over: isOver,
    failed: state === 'failed',
    claim: Number(last ?? 0),
    ...known,
  };
}
