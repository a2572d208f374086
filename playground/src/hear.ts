import { createSseReader } from '../../src/client/sse-reader.ts';
import { type Told, readError, readEvent, readWhole } from './answers.ts';
import type { RunState } from './run-state.ts';
import { describeRefusedKey } from './server.ts';
import type { Dialect } from './settings.ts';

/** Who hears an answer, and where it is written down. */
export interface Hearer {
  readonly dialect: Dialect;
  readonly key: string;
  readonly state: RunState;
  /** Milliseconds since the question was put. */
  elapsed(): number;
  changed(): void;
  end(phase: RunState['phase'], error?: string): void;
}

/** Hears a response to its end; rejects where the connection breaks. */
export async function hear(hearer: Hearer, response: Response): Promise<void> {
  const { state } = hearer;
  const { status, headers } = response;
  if (state.connections === 1) {
    state.status = status;
    state.headers = [...headers];
    state.streamId = headers.get('x-understudy-stream-id') ?? undefined;
    state.thread = headers.get('lb-thread-id') ?? undefined;
  }
  // Nothing is left of a stream that is gone on with.
  if (status === 204) return hearer.end('done');
  if (!response.ok || response.body === null) {
    return hearer.end('failed', describeFailure(hearer.key, status, await response.text()));
  }
  state.phase = 'streaming';
  state.error = '';
  hearer.changed();
  if (headers.get('content-type')?.startsWith('text/event-stream') === true) {
    return hearEvents(hearer, response.body);
  }
  const body = await response.text();
  const at = hearer.elapsed();
  state.events.push({ at, event: 'body', id: '', data: body });
  take(hearer, readWhole(body), at);
}

async function hearEvents(hearer: Hearer, body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
  const { state, dialect } = hearer;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const events = createSseReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const at = hearer.elapsed();
    for (const event of events.push(decoder.decode(read.value, { stream: true }))) {
      state.attempts = 0;
      state.events.push({ ...event, at });
      if (event.id !== '') state.lastId = event.id;
      take(hearer, readEvent(dialect, event), at);
    }
    hearer.changed();
  }
}

function take(hearer: Hearer, { text, finish, tokens, error, over }: Told, at: number): void {
  const { state } = hearer;
  if (text !== undefined && text !== '') {
    state.text += text;
    state.arrivals.push(at);
  }
  if (finish !== undefined) state.finish = finish;
  if (tokens !== undefined) state.tokens = tokens;
  if (error !== undefined) hearer.end('failed', error);
  else if (over === true) hearer.end('done');
}

function describeFailure(key: string, status: number, body: string): string {
  // A dialect's own words send people for a key to where this server has none from.
  return `${status}: ${status === 401 ? describeRefusedKey(key) : readError(body)}`;
}
