import { createRequire } from 'node:module';
import { type DestinationStream, destination as openDestination, pino, stdTimeFunctions } from 'pino';
import type PinoPretty from 'pino-pretty';
import type { Call } from '../core/dialect.ts';
import type { Observer, RequestRecord } from '../core/observer.ts';
import { redacted, secretHeaders } from './secrets.ts';

/** What the log tells, and how. */
export interface LogOptions {
  readonly level: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Whether lines are made for people instead of machines. */
  readonly pretty: boolean;
  /** Where lines go; standard output when absent. */
  readonly destination?: DestinationStream;
}

/** The server's log: one line a request, and what else happens. */
export interface Log {
  readonly observer: Observer;
  info(message: string): void;
  warn(message: string): void;
  error(error: unknown, message: string): void;
}

/** A log by pino, one JSON object or one readable line an entry. */
export function createLog({
  level,
  pretty,
  destination = openDestination({ dest: 1, sync: pretty }),
}: LogOptions): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    pretty ? prettify(destination) : destination,
  );

  // A logger of its own: redaction costs more than the rest of a line, and the lines of requests are made of chosen fields.
  const failures = logger.child({}, { redact: { paths: [...secretPaths()], censor: redacted } });

  function ended(record: RequestRecord): void {
    const fields = tellRequest(record);
    const message = pretty ? tellLine(fields) : 'request';
    if (record.status >= 500) logger.warn(fields, message);
    else logger.info(fields, message);
  }

  function received({ id, method, path }: Call): void {
    const fields = { id, method, path: toPrintable(path, longestPath) };
    logger.debug(fields, pretty ? `${method} ${fields.path} …` : 'received');
  }

  return {
    observer: {
      ...(level === 'debug' ? { received } : {}),
      ended,
      crashed: (error, id) => failures.error({ id, err: error }, 'a request broke the server'),
    },
    info: (message) => logger.info(message),
    warn: (message) => logger.warn(message),
    error: (error, message) => failures.error({ err: error }, message),
  };
}

// Headers may come with an error that a library made: those of the error, of its request and of that one's configuration.
function* secretPaths(): Iterable<string> {
  for (const name of secretHeaders) {
    const key = `["${name}"]`;
    yield `*${key}`;
    yield `*.headers${key}`;
    yield `*.*.headers${key}`;
  }
}

const longestModel = 64;
const longestPath = 256;

function tellRequest(record: RequestRecord) {
  const { id, method, route, status, duration, dialect, model, streamed, ttft } = record;
  const { promptTokens, completionTokens, finish, failure } = record;
  return {
    id,
    method,
    route,
    status,
    duration: round(duration),
    dialect,
    model: model === undefined ? undefined : toPrintable(model, longestModel),
    streamed,
    ttft: ttft === undefined ? undefined : round(ttft),
    promptTokens,
    completionTokens,
    finish,
    failure,
  };
}

// A client chooses the words: they may neither break a line nor colour a terminal nor fill a disk.
function toPrintable(text: string, longest: number): string {
  return text.slice(0, longest).replace(/[^\x20-\x7e]/g, '?');
}

function round(span: number): number {
  return Math.round(span * 10) / 10;
}

function tellLine(fields: ReturnType<typeof tellRequest>): string {
  const { method, route, status, duration, dialect, model, streamed, ttft, completionTokens } = fields;
  const parts = [
    `${method} ${route} ${status}`,
    `${duration} ms`,
    dialect,
    model,
    streamed === true ? 'streamed' : undefined,
    ttft === undefined ? undefined : `first token ${ttft} ms`,
    completionTokens === undefined ? undefined : `${completionTokens} tokens`,
    fields.finish,
    fields.failure,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

function prettify(destination: DestinationStream): DestinationStream {
  // Loaded only where people read the log: it costs more to load than the rest of the log.
  const load: (name: string) => typeof PinoPretty = createRequire(import.meta.url);
  const format = load('pino-pretty').prettyFactory({
    translateTime: 'SYS:HH:MM:ss',
    ignore:
      'pid,hostname,id,method,path,route,status,duration,dialect,model,streamed,ttft,promptTokens,completionTokens,finish,failure',
  });
  return { write: (line) => destination.write(format(line)) };
}
