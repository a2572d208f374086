import type { WireCall } from './calls.ts';
import { type Hearer, hear } from './hear.ts';
import { type RunState, createRunState } from './run-state.ts';
import { type Asked, askServer, deleteQuietly } from './server.ts';
import type { Dialect } from './settings.ts';

/** What a run is started with. */
export interface RunOptions {
  readonly dialect: Dialect;
  readonly call: WireCall;
  readonly key: string;
  /** Whether it takes a broken stream up again by itself. */
  readonly comesBack: boolean;
}

/** One question put to the server, and what has come of it so far. */
export interface Run extends RunOptions {
  readonly state: Readonly<RunState>;
  /** Breaks the connection off, as a lost network would. */
  drop(): void;
  /** Goes on with a stream that was broken off, after the last event that came. */
  resume(): void;
  /** Ends the answer, here and on the server. */
  stop(): void;
  /** Calls back after each change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/** A run from within. */
interface Running extends RunOptions, Hearer {
  connection: AbortController;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Puts the question at once. */
export function startRun(options: RunOptions): Run {
  const state = createRunState();
  const listeners = new Set<() => void>();
  const began = performance.now();
  const running: Running = {
    ...options,
    state,
    connection: new AbortController(),
    timer: undefined,
    elapsed: () => performance.now() - began,
    changed: () => listeners.forEach((listener) => listener()),
    end(phase, error = '') {
      state.phase = phase;
      state.error = error;
      state.ended = running.elapsed();
      running.changed();
    },
  };
  const { method, path, headers, body } = options.call;
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  void connect(running, path, { method, headers, ...sent });
  return {
    ...options,
    state,
    drop: () => drop(running),
    resume: () => resume(running),
    stop: () => stop(running),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

async function connect(running: Running, path: string, asked: Asked): Promise<void> {
  const { signal } = (running.connection = new AbortController());
  try {
    await hear(running, await askServer(path, running.key, { ...asked, signal }));
    if (running.state.phase === 'streaming') breakOff(running, 'The connection ended before the answer did.');
  } catch (error) {
    // Whoever aborted has said what becomes of the run.
    if (!signal.aborted) breakOff(running, error instanceof Error ? error.message : String(error));
  }
}

// How often a run comes back unasked while it hears nothing.
const mostAttempts = 6;

function breakOff(running: Running, reason: string): void {
  const { state, comesBack } = running;
  if (state.streamId === undefined) return running.end('failed', reason);
  state.phase = 'dropped';
  state.error = reason;
  state.breaks.push(running.elapsed());
  if (comesBack && state.attempts < mostAttempts) {
    running.timer = setTimeout(() => resume(running), Math.min(8000, 1000 * 2 ** state.attempts));
    state.attempts += 1;
  }
  running.changed();
}

function drop(running: Running): void {
  if (running.state.phase !== 'streaming') return;
  running.connection.abort();
  breakOff(running, 'You dropped the connection.');
}

function resume(running: Running): void {
  const { state } = running;
  if (state.phase !== 'dropped' || state.streamId === undefined) return;
  clearTimeout(running.timer);
  state.phase = 'waiting';
  state.connections += 1;
  const headers: Record<string, string> = state.lastId === '' ? {} : { 'last-event-id': state.lastId };
  void connect(running, `/v1/streams/${state.streamId}`, { headers });
  running.changed();
}

function stop(running: Running): void {
  const { state, key } = running;
  if (isOver(state)) return;
  clearTimeout(running.timer);
  running.connection.abort();
  // A stream that outlives its clients has to be told that it is not wanted any more.
  if (state.streamId !== undefined) deleteQuietly(`/v1/streams/${state.streamId}`, key);
  running.end('stopped');
}

/** Whether nothing more will come. */
export function isOver({ phase }: Readonly<RunState>): boolean {
  return phase === 'done' || phase === 'stopped' || phase === 'failed';
}
