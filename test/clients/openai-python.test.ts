import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';

const run = promisify(execFile);
const python = fileURLToPath(
  new URL('../../node_modules/.cache/understudy-python/bin/python', import.meta.url),
);
const script = fileURLToPath(new URL('openai_python.py', import.meta.url));

interface Seen {
  readonly whole: { id: string; request_id: string; text: string; finish: string; usage: object };
  readonly streamed: { text: string; finish: string; usage: object };
  readonly helped: { text: string; kinds: string[] };
  readonly called: { kinds: string[]; arguments: string[]; answer: string };
  readonly parsed: object;
  readonly left_early: string;
  readonly refused: object;
  readonly unknown: string;
  readonly models: string[];
  readonly at_once: string[];
  readonly refused_at_once: string;
}

// One run of Python for all: its client takes longest to load.
describe("OpenAI's client for Python", { timeout: 60_000 }, () => {
  let server: StartedServer;
  let seen: Seen;

  beforeAll(async () => {
    server = await startServer();
    const { stdout } = await run(python, [script, server.baseURL]);
    seen = JSON.parse(stdout);
  }, 60_000);
  afterAll(() => server.close());

  it('reads a whole answer', () => {
    expect(seen.whole.id).toMatch(/^chatcmpl-/);
    expect(seen.whole.request_id).toMatch(/^req_/);
    expect(seen.whole.text.length).toBeGreaterThan(100);
    expect(seen.whole.finish).toBe('stop');
  });

  it('reads the same text and usage from a stream', () => {
    expect(seen.streamed).toEqual({
      text: seen.whole.text,
      finish: 'stop',
      usage: seen.whole.usage,
    });
  });

  it('puts an answer together with the stream helper', () => {
    expect(seen.helped.text).toBe(seen.whole.text);
    expect(seen.helped.kinds).toEqual(expect.arrayContaining(['chunk', 'content.delta', 'content.done']));
  });

  it('streams calls of tools and hears what they found', () => {
    expect(seen.called.arguments).toEqual(['{"location":"Paris"}', '{"location":"London"}']);
    expect(seen.called.kinds).toEqual(
      expect.arrayContaining(['tool_calls.function.arguments.delta', 'tool_calls.function.arguments.done']),
    );
    expect(seen.called.answer).toContain('the temperature is 21');
  });

  it('parses an answer that follows a schema', () => {
    expect(seen.parsed).toEqual({ name: 'Jason', age: 25 });
  });

  it('ends the stream on the server when it leaves early', async () => {
    expect(seen.left_early).toBe('assistant');
    await vi.waitFor(() =>
      expect(server.requests.filter(({ failure }) => failure === 'aborted')).toHaveLength(1),
    );
  });

  it('raises a BadRequestError with the parameter and the code', () => {
    expect(seen.refused).toEqual({
      status: 400,
      param: 'temperature',
      code: 'decimal_above_max_value',
      type: 'invalid_request_error',
      request_id: expect.stringMatching(/^req_/),
    });
  });

  it('raises a NotFoundError for a model that nobody knows', () => {
    expect(seen.unknown).toBe('model_not_found');
  });

  it('lists the models', () => {
    expect(seen.models).toContain('gpt-4o-mini');
  });

  it('reads many answers at one time with its asynchronous half', () => {
    expect(seen.at_once).toEqual(Array.from({ length: 16 }, () => seen.whole.text));
  });

  it('raises the same errors in its asynchronous half', () => {
    expect(seen.refused_at_once).toBe('empty_array');
  });
});
