import type { ApiError } from '../core/api-error.ts';
import type { Clock } from '../core/clock.ts';
import type { Dialect } from '../core/dialect.ts';
import type { Generate } from '../core/generation.ts';
import type { Ids } from '../core/ids.ts';
import type { KeyMemory } from '../core/key-memory.ts';
import type { Observer } from '../core/observer.ts';
import type { Tally } from '../core/tally.ts';
import type { Connections } from './connections.ts';
import type { Guard, GuardOptions } from './guards.ts';
import type { Limits } from './limits.ts';
import type { Streams } from './streams.ts';

/** A dialect and what answers its generations. */
export interface Mount {
  readonly dialect: Dialect;
  readonly generate: Generate;
  /** How long its answers may take in milliseconds, where that differs from the server's limit. */
  readonly maxDuration?: number;
}

/** What a server is made of; where two dialects share a path, the first one takes what no other claims. */
export interface ServerOptions {
  readonly mounts: readonly [Mount, ...Mount[]];
  readonly clock: Clock;
  readonly ids: Ids;
  readonly tally: Tally;
  readonly observers: readonly Observer[];
  readonly limits: Limits;
  readonly guard: GuardOptions;
  readonly streams: Streams;
  /** The keys of calls that may be repeated. */
  readonly keys: KeyMemory;
}

/** An answer that is being given: what a shutdown may cut. */
export interface Answering {
  fail(error: ApiError): void;
}

/** What the parts of a server share while it runs. */
export interface ServerState extends ServerOptions {
  readonly connections: Connections;
  readonly check: Guard;
  readonly running: Set<Answering>;
  /** Whether the server is shutting down. */
  draining: boolean;
}
