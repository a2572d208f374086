import type { Alarm } from '../core/alarms.ts';
import type { CallMemory } from '../core/call-memory.ts';
import type { Clock } from '../core/clock.ts';
import type { EngineFigure } from '../core/engine.ts';
import type { GenerationEvent } from '../core/generation.ts';
import { asApiError } from '../core/refusals.ts';
import type { TokenLog } from '../core/token-log.ts';
import type { LastingStream } from './lasting-stream.ts';
import type { Answering } from './state.ts';

/** The streams that outlive their clients: how each is told, who hears it, and the log in which they are. */
export interface Streams {
  readonly log: TokenLog;
  readonly clock: Clock;
  /** Where other servers find the calls of streams; absent: there are no others. */
  readonly calls?: CallMemory;
  /** A stream from its beginning on, as long as somebody makes it. */
  read(id: string, signal: AbortSignal): AsyncIterable<readonly GenerationEvent[]>;
  /** Keeps a stream that has begun for those who come back to it; a shutdown ends it among all that is running. */
  keep(stream: LastingStream, running: Set<Answering>): void;
  find(id: string): LastingStream | undefined;
  /** Counts a client of a stream until it leaves; one that is cancelled ends for the client at once. */
  join(id: string, client: Answering): () => void;
  figures(): readonly EngineFigure[];
}

/** What streams are made with. */
export interface StreamsOptions {
  readonly log: TokenLog;
  readonly clock: Clock;
  readonly calls?: CallMemory;
  read(id: string, signal: AbortSignal): AsyncIterable<readonly GenerationEvent[]>;
  readonly bounds: {
    /** Streams kept at one time, those that have ended included. */
    readonly logs: number;
    /** How long one is kept after its end, in milliseconds. */
    readonly keptFor: number;
  };
}

interface Entry {
  readonly stream: LastingStream;
  readonly clients: Set<Answering>;
  readonly expiry: Alarm;
}

interface Kept extends StreamsOptions {
  readonly entries: Map<string, Entry>;
  /** Names of those that have ended, the one that ended first ahead. */
  readonly ended: Set<string>;
}

/** No streams yet. */
export function createStreams(options: StreamsOptions): Streams {
  const kept: Kept = { ...options, entries: new Map(), ended: new Set() };
  const { entries } = kept;
  return {
    log: options.log,
    clock: options.clock,
    read: options.read,
    ...(options.calls === undefined ? {} : { calls: options.calls }),
    keep: (stream, running) => void keep(kept, stream, running),
    find: (id) => entries.get(id)?.stream,
    join(id, client) {
      const clients = entries.get(id)?.clients;
      clients?.add(client);
      return () => void clients?.delete(client);
    },
    figures: () => [countAlone(kept)],
  };
}

async function keep(kept: Kept, stream: LastingStream, running: Set<Answering>): Promise<void> {
  const { log, clock, entries, ended, bounds } = kept;
  const { id } = stream;
  const entry: Entry = { stream, clients: new Set(), expiry: clock.alarm(() => forget(kept, id)) };
  if (entries.has(id)) return;
  const [oldest] = ended;
  if (oldest !== undefined && entries.size >= bounds.logs) forget(kept, oldest);
  entries.set(id, entry);
  const writing: Answering = { fail: (error) => void log.cancel(id, error) };
  running.add(writing);
  await hearEnd(log, entry);
  running.delete(writing);
  ended.add(id);
  entry.expiry.set(clock.now() + bounds.keptFor);
}

// A failure of the making itself is heard in its turn: what was said before it is still to be told.
async function hearEnd(log: TokenLog, { stream, clients }: Entry): Promise<void> {
  const afterAll = log.read(stream.id, Number.MAX_SAFE_INTEGER, new AbortController().signal);
  try {
    await afterAll[Symbol.asyncIterator]().next();
  } catch (error) {
    const failure = asApiError(error);
    if (failure.code === 'cancelled') for (const client of clients) client.fail(failure);
  }
}

function forget({ entries, ended }: Kept, id: string): void {
  entries.get(id)?.expiry.clear();
  entries.delete(id);
  ended.delete(id);
}

function countAlone({ entries, ended }: Kept): EngineFigure {
  let alone = 0;
  for (const [id, { clients }] of entries) if (clients.size === 0 && !ended.has(id)) alone += 1;
  return {
    name: 'understudy_streams_without_client',
    help: 'Streams that go on though nobody reads them now.',
    type: 'gauge',
    value: alone,
  };
}
