import { expect } from 'vitest';
import { type Clock, createClock } from '../../../src/core/clock.ts';
import type { DocumentTools } from '../../../src/core/document-tools.ts';
import { createIds } from '../../../src/core/ids.ts';
import type { Store } from '../../../src/core/store.ts';
import { createLangbase } from '../../../src/dialects/langbase.ts';
import { createDocumentTools } from '../../../src/documents/document-tools.ts';
import type { GuardOptions } from '../../../src/http/guards.ts';
import { storeBounds } from '../../../src/stores/bounds.ts';
import { createMemoryStore } from '../../../src/stores/memory.ts';
import { createTold, models } from '../../support/make-generate.ts';
import { type TestServer, openTestServer } from '../../support/open-test-server.ts';

/** What the server of a test is made with. */
export interface OpenOptions {
  readonly clock?: Clock;
  readonly store?: Store;
  readonly documents?: DocumentTools;
  readonly strict?: boolean;
  readonly guard?: Partial<GuardOptions>;
}

/** An answer, its JSON read. */
export interface JsonAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: ReturnType<typeof JSON.parse>;
}

/** A server of the Langbase dialect, and a way to call it. */
export interface OpenLangbase extends AsyncDisposable {
  readonly server: TestServer;
  readonly store: Store;
  /** The messages of all prompts that the engine has seen, as one text each. */
  readonly prompts: readonly string[];
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<JsonAnswer>;
  /** Uploads a document in two steps, and gives the answer to the second one. */
  upload(
    memory: string,
    document: string,
    bytes: string | Uint8Array,
    more?: UploadMore,
  ): Promise<JsonAnswer>;
}

export interface UploadMore {
  readonly meta?: unknown;
  readonly type?: string;
}

/** Opens a server of the Langbase dialect alone. */
export async function openLangbase(options: OpenOptions = {}): Promise<OpenLangbase> {
  const { clock = createClock(), strict = false } = options;
  const store = options.store ?? createMemoryStore({ clock, bounds: storeBounds.parse({}) });
  const tools = options.documents ?? createDocumentTools({ clock });
  const documents = () => Promise.resolve(tools);
  const ids = createIds();
  const prompts: string[] = [];
  const engine = createTold(({ request }) => {
    prompts.push(request.messages.map(({ role, content }) => `${role}: ${content}`).join('\n'));
    return ['Well said.'];
  });
  const server = await openTestServer({
    dialect: createLangbase({ models, clock, ids, store, documents, strict, extraNewline: false }),
    clock,
    engine,
    ...(options.guard ? { guard: options.guard } : {}),
  });

  async function call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<JsonAnswer> {
    const answer = await fetch(path.startsWith('http') ? path : `${server.url}${path}`, {
      method,
      headers: { authorization: 'Bearer user-key', 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: toBytes(body) }),
    });
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    return { status: answer.status, headers: answer.headers, body: JSON.parse(await answer.text()) };
  }

  return {
    server,
    store,
    prompts,
    call,
    async upload(memory, document, bytes, { meta, type = 'text/plain' } = {}) {
      const asked = await call('POST', '/v1/memory/documents', {
        memoryName: memory,
        fileName: document,
        meta,
      });
      expect(asked).toMatchObject({ status: 200 });
      return call('PUT', String(asked.body.signedUrl), Buffer.from(bytes), { 'content-type': type });
    },
    [Symbol.asyncDispose]: () => server.close(0),
  };
}

function toBytes(body: unknown): string | Uint8Array<ArrayBuffer> {
  return body instanceof Uint8Array
    ? new Uint8Array(body)
    : typeof body === 'string'
      ? body
      : JSON.stringify(body);
}

/** What a refusal looks like: never anything but JSON, its status in the body too. */
export function refusal(status: number, code: string, message: unknown = expect.any(String)) {
  return { status, body: { success: false, error: { code, status, message, docs: expect.any(String) } } };
}
