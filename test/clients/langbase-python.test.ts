import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';
import { uuid } from '../support/make-langbase.ts';

const run = promisify(execFile);
const python = fileURLToPath(
  new URL('../../node_modules/.cache/understudy-python/bin/python', import.meta.url),
);
const script = fileURLToPath(new URL('langbase_python.py', import.meta.url));

interface Seen {
  readonly whole: { text: string; content: string; usage: object; thread: string; request_id: string };
  readonly streamed: { text: string; thread: string };
  readonly events: object;
  readonly conversation: { same: boolean; text: string; roles: string[] };
  readonly threads: object;
  readonly pipes: object;
  readonly tools: { whole: object[]; streamed: object[] };
  readonly agent: { whole: string; streamed: string };
  readonly memories: object;
  readonly primitives: { chunks: string[] };
  readonly errors: object[];
}

// One run of Python for all: its client takes longest to load.
describe("Langbase's client for Python", { timeout: 60_000 }, () => {
  let server: StartedServer;
  let seen: Seen;

  beforeAll(async () => {
    server = await startServer();
    const { stdout } = await run(python, [script, server.url]);
    // The client prints what it has parsed before that.
    seen = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
  }, 60_000);
  afterAll(() => server.close());

  it('reads a whole answer, and the same text from a stream', () => {
    const { text, content, thread, request_id } = seen.whole;
    expect(text.length).toBeGreaterThan(50);
    expect(content).toBe(text);
    expect(thread).toMatch(uuid);
    expect(request_id).toMatch(/^req_/);
    expect(seen.streamed).toEqual({ text, thread: expect.stringMatching(uuid) });
  });

  it('tells a stream as events', () => {
    expect(seen.events).toEqual({
      text: seen.whole.text,
      reason: 'stop',
      usage: seen.whole.usage,
      kinds: ['completion', 'connect', 'content', 'end'],
    });
  });

  it('goes on with a thread', () => {
    expect(seen.conversation).toEqual({
      same: true,
      text: expect.stringContaining('Ada'),
      roles: ['user', 'assistant', 'user', 'assistant'],
    });
  });

  it('keeps threads', () => {
    expect(seen.threads).toEqual({
      made: { id: 'python-1', object: 'thread', created_at: expect.any(Number), metadata: { a: '1' } },
      metadata: { a: '1', b: '2' },
      added: ['Zürich 東京'],
      listed: ['What is server-sent events?', 'Zürich 東京'],
      same: true,
      empty: 'thread',
      deleted: { success: true },
    });
  });

  it('keeps pipes, and runs one by its key', () => {
    expect(seen.pipes).toEqual({
      key: expect.stringMatching(/^pipe_/),
      same: true,
      temperature: 0.1,
      keyed: expect.stringMatching(/\S/),
    });
  });

  it('puts the calls of tools together', () => {
    const call = { type: 'function', function: { name: 'get_weather', arguments: '{"location":"Paris"}' } };
    expect(seen.tools.whole).toMatchObject([call]);
    expect(seen.tools.streamed).toMatchObject([call]);
  });

  it('runs an agent, whole and in a stream', () => {
    expect(seen.agent.whole).toMatch(/\S/);
    expect(seen.agent.streamed).toBe(seen.agent.whole);
  });

  it('keeps memories', () => {
    expect(seen.memories).toMatchObject({
      uploaded: true,
      found: [{ text: expect.stringContaining('steam button'), meta: { kind: 'manual' } }],
      deleted: { success: true },
      names: ['python'],
      gone: { success: true },
    });
  });

  it('does single tasks', () => {
    expect(seen.primitives).toMatchObject({
      vectors: 2,
      parsed: { document_name: 'note.md', content: expect.stringContaining('Words.') },
      pages: 2,
      crawled: ['https://nobody.example/'],
      images: 1,
    });
    expect(seen.primitives.chunks.length).toBeGreaterThan(2);
  });

  it('raises the error of each refusal', () => {
    const request_id = expect.stringMatching(/^req_/);
    expect(seen.errors).toEqual([
      { name: 'BadRequestError', status: 400, code: 'BAD_REQUEST', request_id },
      { name: 'NotFoundError', status: 404, code: 'NOT_FOUND', request_id },
      { name: 'ConflictError', status: 409, code: 'CONFLICT', request_id },
      { name: 'NotFoundError', status: 404, code: 'NOT_FOUND', request_id },
    ]);
  });
});
