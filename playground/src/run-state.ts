import type { SseEvent } from '../../src/client/sse-reader.ts';

/** An event and the milliseconds after the request at which it came. */
export interface HeardEvent extends SseEvent {
  readonly at: number;
}

/** What has come of a question so far; it grows in place, since a copy for each token would cost more than the token. */
export interface RunState {
  phase: 'waiting' | 'streaming' | 'dropped' | 'done' | 'stopped' | 'failed';
  status: number | undefined;
  headers: readonly (readonly [string, string])[];
  text: string;
  readonly events: HeardEvent[];
  /** When each piece of text came, in milliseconds after the request. */
  readonly arrivals: number[];
  /** When connections broke. */
  readonly breaks: number[];
  connections: number;
  /** How often it has come back since it heard something. */
  attempts: number;
  /** The id of the last event that had one. */
  lastId: string;
  streamId: string | undefined;
  thread: string | undefined;
  finish: string;
  /** The tokens that the server counted. */
  tokens: number | undefined;
  ended: number | undefined;
  error: string;
}

/** The state of a question that has just been put. */
export function createRunState(): RunState {
  return {
    phase: 'waiting',
    status: undefined,
    headers: [],
    text: '',
    events: [],
    arrivals: [],
    breaks: [],
    connections: 1,
    attempts: 0,
    lastId: '',
    streamId: undefined,
    thread: undefined,
    finish: '',
    tokens: undefined,
    ended: undefined,
    error: '',
  };
}
