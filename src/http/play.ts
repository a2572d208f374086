import type { Alarm } from '../core/alarms.ts';
import type { ApiError } from '../core/api-error.ts';
import type { Clock } from '../core/clock.ts';
import type { Encoder } from '../core/dialect.ts';
import type { GenerationEvent, Usage } from '../core/generation.ts';
import { asApiError, tooLong } from '../core/refusals.ts';
import type { Reply } from '../core/reply.ts';
import type { Tally } from '../core/tally.ts';

/** Bounds of one stream, in milliseconds. */
export interface StreamLimits {
  /** How long a client may take nothing before it is cut. */
  readonly writeDeadline: number;
  /** How long a stream may be silent before it says that it is alive. */
  readonly keepAliveAfter: number;
  readonly maxDuration: number;
}

/** What is played to whom. */
export interface Playback {
  readonly first: readonly GenerationEvent[];
  readonly rest: AsyncIterator<readonly GenerationEvent[]>;
  readonly encoder: Encoder;
  readonly reply: Reply;
  readonly clock: Clock;
  readonly tally: Tally;
  /** The clock's moments from which the events' moments count, and at which the stream is broken off. */
  readonly began: number;
  readonly until: number;
  readonly limits: StreamLimits;
}

/** How a stream went, once it is over. */
export interface Ending {
  readonly usage?: Usage;
  readonly finish?: string;
  readonly ttft?: number;
  readonly tokens: number;
  /** What broke it off, if anything did. */
  readonly failure?: 'aborted' | 'slow-reader' | ApiError;
}

/** A stream that is being played. */
export interface Playing {
  readonly ended: Promise<Ending>;
  /** The client has hung up. */
  abandon(): void;
  /** Ends the stream with the dialect's error. */
  fail(error: ApiError): void;
}

// Tokens after which other streams have their turn, even when more are due.
const burst = 256;

interface Stream extends Playback {
  readonly alarm: Alarm;
  readonly settle: (ending: Ending) => void;
  batch: readonly GenerationEvent[];
  position: number;
  /** Whether the next batch is on its way. */
  pulling: boolean;
  /** Whether the client has to catch up first. */
  stalled: boolean;
  over: boolean;
  /** Events sent since other streams had their turn. */
  unyielded: number;
  tokens: number;
  firstToken: number;
  lastToken: number;
  finish: string | undefined;
  usage: Usage | undefined;
}

/**
 * Plays events on a reply, each at its moment: what is due goes out in one write, a late piece never delays the next one.
 * One alarm a stream; per token nothing but the encoder, the histogram and the write.
 */
export function play(playback: Playback): Playing {
  const { promise: ended, resolve } = Promise.withResolvers<Ending>();
  const stream: Stream = {
    ...playback,
    alarm: playback.clock.alarm(() => ring(stream)),
    settle: resolve,
    batch: playback.first,
    position: 0,
    pulling: false,
    stalled: false,
    over: false,
    unyielded: 0,
    tokens: 0,
    firstToken: -1,
    lastToken: -1,
    finish: undefined,
    usage: undefined,
  };
  advance(stream);
  return { ended, abandon: () => close(stream, 'aborted'), fail: (error) => fail(stream, error) };
}

function ring(stream: Stream): void {
  const { clock, until, limits } = stream;
  stream.unyielded = 0;
  if (stream.stalled) close(stream, 'slow-reader');
  else if (clock.now() >= until) fail(stream, tooLong(limits.maxDuration));
  else if (stream.pulling) stayAlive(stream);
  else advance(stream);
}

// What breaks in the middle ends this stream, not the clock that rang for it.
function advance(stream: Stream): void {
  try {
    sendDue(stream);
  } catch (error) {
    fail(stream, asApiError(error));
  }
}

function sendDue(stream: Stream): void {
  const { batch, began, encoder } = stream;
  const now = stream.clock.now();
  const before = stream.position;
  let text = '';
  for (let event = batch[stream.position]; event !== undefined; event = batch[stream.position]) {
    if (began + event.due > now) break;
    stream.position += 1;
    note(stream, event, now);
    text += encoder.encode(event);
  }
  if (stream.usage !== undefined) text += encoder.end;
  if (stream.position === before) return stayAlive(stream);
  const keepsUp = text === '' || stream.reply.write(text);
  if (stream.usage !== undefined) close(stream);
  else if (keepsUp) proceed(stream, now);
  else stall(stream, now);
}

function note(stream: Stream, event: GenerationEvent, now: number): void {
  const { tally, began } = stream;
  stream.unyielded += 1;
  switch (event.type) {
    case 'start':
      tally.promptTokens += event.promptTokens;
      break;
    case 'text-delta':
    case 'tool-arguments':
      stream.tokens += event.tokens;
      tally.tokens += event.tokens;
      if (stream.lastToken >= 0) tally.timeBetweenPieces.record(now - stream.lastToken);
      else tally.timeToFirstToken.record((stream.firstToken = now) - began);
      stream.lastToken = now;
      if (event.due > 0) tally.lateness.record(now - began - event.due);
      break;
    case 'tool-call':
      break;
    case 'finish':
      stream.finish ??= event.reason;
      tally.finished[event.reason] += 1;
      break;
    case 'end':
      stream.usage = event.usage;
      break;
  }
}

function proceed(stream: Stream, now: number): void {
  const next = stream.batch[stream.position];
  if (next === undefined) pull(stream, now);
  else wakeAt(stream, stream.began + next.due, now);
}

function wakeAt({ alarm, until, limits }: Stream, moment: number, now: number): void {
  alarm.set(Math.min(moment, now + limits.keepAliveAfter, until));
}

function stayAlive(stream: Stream): void {
  const { keepAlive } = stream.encoder;
  const now = stream.clock.now();
  if (keepAlive !== '' && !stream.reply.write(keepAlive)) stall(stream, now);
  else if (stream.pulling) wakeAt(stream, Infinity, now);
  else proceed(stream, now);
}

function stall(stream: Stream, now: number): void {
  stream.stalled = true;
  stream.alarm.set(now + stream.limits.writeDeadline);
  stream.reply.drained(() => {
    if (stream.over) return;
    stream.stalled = false;
    if (stream.pulling) wakeAt(stream, Infinity, stream.clock.now());
    else resume(stream);
  });
}

function pull(stream: Stream, now: number): void {
  stream.pulling = true;
  wakeAt(stream, Infinity, now);
  stream.rest.next().then(
    (next) => arrive(stream, next),
    (error: unknown) => fail(stream, asApiError(error)),
  );
}

function arrive(stream: Stream, next: IteratorResult<readonly GenerationEvent[]>): void {
  if (stream.over) return;
  stream.pulling = false;
  if (next.done === true) return fail(stream, asApiError('no end'));
  stream.batch = next.value;
  stream.position = 0;
  if (!stream.stalled) resume(stream);
}

function resume(stream: Stream): void {
  const now = stream.clock.now();
  const next = stream.batch[stream.position];
  if (next === undefined) pull(stream, now);
  else if (stream.began + next.due > now) wakeAt(stream, stream.began + next.due, now);
  else if (stream.unyielded >= burst) stream.alarm.set(now);
  else advance(stream);
}

function fail(stream: Stream, error: ApiError): void {
  if (stream.over) return;
  stream.reply.write(stream.encoder.fail(error));
  close(stream, error);
}

function close(stream: Stream, failure?: Ending['failure']): void {
  if (stream.over) return;
  stream.over = true;
  stream.alarm.clear();
  const { tally, reply, firstToken, tokens } = stream;
  if (failure === 'aborted') tally.aborted += 1;
  else if (failure === 'slow-reader') {
    tally.slowReaders += 1;
    reply.sever('rst');
  } else reply.end();
  if (tokens > 1) tally.timePerToken.record((stream.lastToken - firstToken) / (tokens - 1));
  // Not awaited: an engine that is busy ends by its signal.
  if (failure !== undefined) void stream.rest.return?.().catch(() => undefined);
  stream.settle({ ...summary(stream), ...(failure === undefined ? {} : { failure }) });
}

function summary({ tokens, firstToken, began, usage, finish }: Stream): Ending {
  return {
    tokens,
    ...(firstToken < 0 ? {} : { ttft: firstToken - began }),
    ...(usage === undefined ? {} : { usage }),
    ...(finish === undefined ? {} : { finish }),
  };
}
