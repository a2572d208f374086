import { Langbase } from 'langbase';
import { type Clock, createClock } from '../../src/core/clock.ts';
import type { Engine } from '../../src/core/engine.ts';
import { createIds } from '../../src/core/ids.ts';
import type { Pacer } from '../../src/core/pacer.ts';
import type { Store } from '../../src/core/store.ts';
import { createLangbase } from '../../src/dialects/langbase.ts';
import { createDocumentTools } from '../../src/documents/document-tools.ts';
import { createOpenTurns } from '../../src/generation/open-turns.ts';
import { remember } from '../../src/generation/remember.ts';
import { storeBounds } from '../../src/stores/bounds.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';
import { createTold, encodings, instant, makeGenerate, models } from './make-generate.ts';
import { type TestServer, type TestServerOptions, openTestServer } from './open-test-server.ts';

/** What a server of Langbase's dialect alone is made with. */
export interface LangbaseServerOptions extends Omit<TestServerOptions, 'dialect' | 'generate'> {
  readonly engine?: Engine;
  readonly pacer?: Pacer;
  readonly store?: Store;
  readonly strict?: boolean;
  readonly extraNewline?: boolean;
}

/** Opens a server of the Langbase dialect alone, whose answers are an engine's of the test. */
export function openLangbaseServer({
  engine = createTold(() => ['Hello there, reader.']),
  pacer = instant,
  clock = createClock(),
  ids = createIds(),
  store = makeStore(clock),
  strict = false,
  extraNewline = false,
  ...rest
}: LangbaseServerOptions = {}): Promise<TestServer> {
  const documents = () => Promise.resolve(createDocumentTools({ clock }));
  const dialect = createLangbase({ models, clock, ids, store, documents, strict, extraNewline });
  const openTurns = createOpenTurns();
  const parts = { threads: store.threads, models, encodings, clock, ids, openTurns };
  const generate = remember(makeGenerate(engine, pacer), parts);
  return openTestServer({ ...rest, clock, ids, dialect, generate });
}

/** A store of this process, with the bounds of a server that is given none. */
export function makeStore(clock: Clock): Store {
  return createMemoryStore({ clock, bounds: storeBounds.parse({}) });
}

/** The bytes of a call with a body of JSON, or without one. */
export function langbaseRequest(
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): string {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const all = {
    host: 'localhost',
    authorization: 'Bearer user-key',
    'content-type': 'application/json',
    ...(text === '' ? {} : { 'content-length': Buffer.byteLength(text) }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${text}`;
}

/** Langbase's own client, sent to a server of ours; its types allow Langbase's addresses alone. */
export function connectLangbase(url: string, apiKey = 'user-key'): Langbase {
  const options = { apiKey };
  Object.assign(options, { baseUrl: url });
  return new Langbase(options);
}

/** What the client's errors carry. */
export interface LangbaseFailure {
  readonly name: string;
  readonly message: string;
  readonly status: unknown;
  readonly code: unknown;
  readonly error: unknown;
}

/** What a call is refused with; its classes are not exported, so they are told by their names. */
export async function failureOf(promise: PromiseLike<unknown>): Promise<LangbaseFailure> {
  try {
    await promise;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const read = (name: string): unknown => Reflect.get(error, name);
    return {
      name: error.constructor.name,
      message: error.message,
      status: read('status'),
      code: read('code'),
      error: read('error'),
    };
  }
  throw new Error('The call did not fail.');
}

/** A version 4 UUID, and nothing else. */
export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
