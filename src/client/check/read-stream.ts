import { type SseEvent, createSseReader } from '../sse-reader.ts';
import { type Chunk, chunkSchema, readFailure, readJson } from './chunk.ts';
import { type ExchangeParts, type Steering, exchange } from './exchange.ts';
import type { CheckCall, Exchange } from './exchange-record.ts';
import type { CheckDialect } from './plan.ts';

/** A piece of an answer's text; `at` in milliseconds since the request. */
export interface Piece {
  readonly at: number;
  readonly text: string;
}

/** What came of a request for a stream. */
export interface StreamRecord {
  readonly exchange: Exchange;
  readonly pieces: Piece[];
  /** Empty where the dialect has none. */
  readonly chunks: Chunk[];
  /** What an event held that should have been a chunk and was none. */
  readonly malformed: string[];
  /** What events said went wrong. */
  readonly failures: string[];
  events: number;
  /** Whether the signal came that ends a stream of this dialect. */
  isDone: boolean;
  /** Events after that signal. */
  afterDone: number;
}

/** How a stream is read. */
export interface StreamReading extends ExchangeParts {
  readonly dialect: CheckDialect;
  /** Pieces of text after which the rest is not waited for. */
  readonly most: number;
}

const mostEvents = 20_000;
const endsWithin = 1000;

/** Makes a request and reads the events of its answer. */
export async function readStream(call: CheckCall, reading: StreamReading): Promise<StreamRecord> {
  const reader = createSseReader();
  const record: Omit<StreamRecord, 'exchange'> = {
    pieces: [],
    chunks: [],
    malformed: [],
    failures: [],
    events: 0,
    isDone: false,
    afterDone: 0,
  };
  const listen = ({ at, text }: Piece, steering: Steering): void => {
    for (const event of reader.push(text)) readEvent(event, at, record, reading.dialect);
    if (record.isDone) steering.hurry(endsWithin);
    else if (record.pieces.length >= reading.most || record.events > mostEvents) steering.leave();
  };
  // An exchange goes on in the record while it is read, so the counts are taken from there.
  return Object.assign(record, { exchange: await exchange(call, reading, listen) });
}

function readEvent(
  { event, data }: SseEvent,
  at: number,
  record: Omit<StreamRecord, 'exchange'>,
  dialect: CheckDialect,
): void {
  record.events += 1;
  if (record.isDone) record.afterDone += 1;
  else if (data === '[DONE]') record.isDone = true;
  else if (event === 'error') record.failures.push(readFailure(readJson(data)) ?? data);
  else if (dialect === 'completion') record.pieces.push({ at, text: data });
  else readChunk(data, at, record);
}

function readChunk(data: string, at: number, record: Omit<StreamRecord, 'exchange'>): void {
  const value = readJson(data);
  const chunk = chunkSchema.safeParse(value);
  const error = readFailure(value);
  if (error !== undefined) record.failures.push(error);
  else if (!chunk.success) record.malformed.push(data);
  else {
    record.chunks.push(chunk.data);
    const text = chunk.data.choices[0]?.delta?.content ?? '';
    if (text !== '') record.pieces.push({ at, text });
  }
}

/** The text of a stream. */
export function readAnswer({ pieces }: StreamRecord): string {
  return pieces.map(({ text }) => text).join('');
}
