import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';

const run = promisify(execFile);
const python = fileURLToPath(
  new URL('../../node_modules/.cache/understudy-python/bin/python', import.meta.url),
);
const script = fileURLToPath(new URL('openai_completions_python.py', import.meta.url));

interface Seen {
  readonly whole: {
    id: string;
    text: string;
    finish: string;
    usage: object;
    tokens: string;
    offsets: number;
  };
  readonly streamed: { text: string; finish: string; usage: object };
  readonly many: number[];
  readonly refused: string;
}

// One run of Python for all: its client takes longest to load.
describe("OpenAI's client for Python, with text completions", { timeout: 60_000 }, () => {
  let server: StartedServer;
  let seen: Seen;

  beforeAll(async () => {
    server = await startServer();
    const { stdout } = await run(python, [script, server.baseURL]);
    seen = JSON.parse(stdout);
  }, 60_000);
  afterAll(() => server.close());

  it('reads a whole one with its log probabilities', () => {
    expect(seen.whole.id).toMatch(/^cmpl-/);
    expect(seen.whole.text.length).toBeGreaterThan(20);
    expect(seen.whole.tokens).toBe(seen.whole.text);
    expect(seen.whole.offsets).toBe('Tell me a joke about servers.'.length);
  });

  it('reads the same text and usage from a stream', () => {
    const { text, finish, usage } = seen.whole;
    expect(seen.streamed).toEqual({ text, finish, usage });
  });

  it('sends prompts of tokens and reads the best choices of each', () => {
    expect(seen.many).toEqual([0, 1, 2, 3]);
  });

  it('raises a BadRequestError in the words of OpenAI', () => {
    expect(seen.refused).toMatch(/^You requested that the server return more choices than it will generate/);
  });
});
