import type { Clock } from '../../src/core/clock.ts';
import { createClock } from '../../src/core/clock.ts';
import type { Dialect } from '../../src/core/dialect.ts';
import type { Engine } from '../../src/core/engine.ts';
import type { Generate } from '../../src/core/generation.ts';
import { type Ids, createIds } from '../../src/core/ids.ts';
import type { Observer, RequestRecord } from '../../src/core/observer.ts';
import type { Pacer } from '../../src/core/pacer.ts';
import { type Tally, createTally } from '../../src/core/tally.ts';
import { createOpenai } from '../../src/dialects/openai.ts';
import { makeThrough } from './make-through.ts';
import type { GuardOptions } from '../../src/http/guards.ts';
import { type Limits, limitsSchema } from '../../src/http/limits.ts';
import { createMemoryKeys } from '../../src/job-queues/memory-keys.ts';
import { createServer } from '../../src/http/server.ts';
import { createStreamMounts } from '../../src/http/streams-mount.ts';
import { type Streams, createStreams } from '../../src/http/streams.ts';
import { type LogBounds, logBounds } from '../../src/token-logs/bounds.ts';
import { tokenLogs } from '../../src/token-logs/index.ts';
import { createTold, encodings, instant, makeGenerate, models } from './make-generate.ts';

/** What a server of these tests is made with. */
export interface TestServerOptions {
  readonly engine?: Engine;
  readonly pacer?: Pacer;
  /** In place of the engine and its pace. */
  readonly generate?: Generate;
  readonly dialect?: Dialect;
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly limits?: Partial<Limits>;
  readonly guard?: Partial<GuardOptions>;
  readonly logBounds?: Partial<LogBounds>;
}

/** A server on a free port of this machine, closed with `await using`. */
export interface TestServer extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  readonly clock: Clock;
  readonly tally: Tally;
  readonly streams: Streams;
  /** What the observers have heard. */
  readonly records: readonly RequestRecord[];
  readonly crashes: readonly unknown[];
  /** Resolves with the record of the request that ends next. */
  nextRecord(): Promise<RequestRecord>;
  close(grace: number): Promise<void>;
}

/** What the server says where a test does not give an engine. */
export const saying =
  'Streaming sends tokens as they are made, one by one, so that a reader sees the answer grow.';

/** Opens a server of the OpenAI dialect alone. */
export async function openTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const {
    clock = createClock(),
    ids = createIds(),
    engine = createTold(() => [saying]),
    pacer = instant,
  } = options;
  const tally = createTally();
  const log = tokenLogs.memory({ clock, bounds: { ...logBounds, ...options.logBounds } });
  const streams = createStreams({
    log,
    clock,
    bounds: { ...logBounds, ...options.logBounds },
    read: (id, signal) => log.read(id, 0, signal),
  });
  const generate = options.generate ?? makeGenerate(engine, pacer);
  const rateLimit = { requests: 10_000, tokens: 2_000_000 };
  const dialect = options.dialect ?? createOpenai({ models, clock, ids, strict: false, rateLimit });
  const watch = createWatch();
  // Loaded beforehand, so that no test waits for it in the middle.
  await encodings('o200k_base');
  const limits = { ...limitsSchema.parse({}), ...options.limits };
  const through = makeThrough({ log, clock, maxDuration: limits.maxDuration });
  const mount = { dialect, generate: through.wrap(generate) };
  const server = await createServer({
    mounts: [mount, ...createStreamMounts([mount], streams)],
    streams,
    keys: createMemoryKeys({ clock, keptFor: 60_000, most: 100 }),
    clock,
    ids,
    tally,
    observers: [watch.observer],
    limits,
    guard: {
      loopback: true,
      allowedHosts: [],
      corsOrigins: [],
      apiKeys: [],
      keyRequired: false,
      ...options.guard,
    },
  });
  const port = await server.listen('127.0.0.1', 0);
  let closed: Promise<void> | undefined;
  const close = (grace: number): Promise<void> =>
    (closed ??= server.close(grace).then(() => through.close()));
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    clock,
    tally,
    streams,
    records: watch.records,
    crashes: watch.crashes,
    nextRecord: watch.nextRecord,
    close,
    [Symbol.asyncDispose]: () => close(0),
  };
}

function createWatch() {
  const records: RequestRecord[] = [];
  const crashes: unknown[] = [];
  let waiting: PromiseWithResolvers<RequestRecord> | undefined;
  const observer: Observer = {
    ended(record) {
      records.push(record);
      waiting?.resolve(record);
      waiting = undefined;
    },
    crashed: (error) => void crashes.push(error),
  };
  const nextRecord = (): Promise<RequestRecord> =>
    (waiting ??= Promise.withResolvers<RequestRecord>()).promise;
  return { records, crashes, observer, nextRecord };
}
