import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';
import { runExample } from './run-example.ts';

interface Example {
  readonly file: string;
  /** What it prints against a classic server. */
  readonly output: RegExp;
  readonly args?: readonly string[];
}

const openaiExamples: readonly Example[] = [
  { file: 'openai/javascript.mjs', output: /^\S[^]{100,}\n\n\d+ tokens\n$/ },
  {
    file: 'openai/typescript.ts',
    output: /^Whole: \S[^]+The stream ended with finish_reason 'stop'\.\nRefused: 400 Invalid 'temp/,
  },
  { file: 'openai/python.py', output: /^Response: \S[^]{20,}\n$/ },
  {
    file: 'openai/curl.sh',
    output:
      /^--- a stream\ndata: \{[^]+\n\ndata: \[DONE\]\n\n--- a whole answer\n\{[^]+--- a model\n\{"id":"gpt-4o-mini"/,
  },
  { file: 'prompt/curl.sh', output: promptOutput() },
  { file: 'prompt/python_requests.py', output: /^\S[^]{1370,}\n$/ },
  { file: 'prompt/javascript.mjs', output: /^\S[^]{1370,}\n$/ },
  { file: 'python/streaming_test.py', output: /\n4 of 4 tests passed\n$/ },
  {
    file: 'python/simple_streaming_demo.py',
    output: /^=== Streaming Demo ===\n[^]+Response: \S[^]+=== Streaming Demo Complete ===\n$/,
  },
  {
    file: 'python/slow_streaming_demo.py',
    output: /Response: \S[^]+\n\n=== Streaming Demo Complete ===\n\d+ tokens: the first after \d/,
    args: ['200'],
  },
  { file: 'python/test_api.py', output: /\n13 of 13 passed\n$/ },
];

const wordExamples: readonly Example[] = [
  {
    file: 'wordstream/curl.sh',
    output: /^data: \{"choices": \[\{"delta": \{"content": "This "\}\}\]\}\n\ndata: /,
  },
  { file: 'wordstream/javascript.mjs', output: /^This is our test streaming server\. \n$/ },
  {
    file: 'wordstream/python.py',
    output: /^This is our test streaming server\. This is \n$/,
    args: ['8'],
  },
];

function promptOutput(): RegExp {
  const chunk = String.raw`data: \{"choices": \[\{"delta": \{"content": "[^\n]+"\}\}\]\}\n\n`;
  const refusals = ['Prompt cannot be empty', 'stream parameter must be true'];
  const errors = refusals.map((text) => String.raw`data: \{"error": "${text}", "code": 400\}\n\n`).join('');
  return new RegExp(String.raw`^(?:${chunk}){6,}data: \[DONE\]\n\n${errors}$`);
}

describe.concurrent('the examples, against a classic server', { timeout: 30_000 }, () => {
  let server: StartedServer;

  beforeAll(async () => {
    // The presets' own pace would take a minute; the words keep coming, as they do by default.
    const pace = { ttft: 50, tokensPerSecond: 2000, wordsPerSecond: 20, streamDuration: 3600 };
    server = await startServer({ preset: 'classic', engine: 'composer', ...pace });
  });
  afterAll(() => server.close());

  it.each(openaiExamples)('run $file', async ({ file, output, args }) => {
    expect(await runExample(file, server.listeners[1]?.url, args)).toEqual({
      code: 0,
      errors: '',
      output: expect.stringMatching(output),
    });
  });

  it.each(wordExamples)('run $file', async ({ file, output, args }) => {
    expect(await runExample(file, server.listeners[0]?.url, args)).toEqual({
      code: 0,
      errors: '',
      output: expect.stringMatching(output),
    });
  });

  it('are all run, or tests that are run as such', () => {
    const folder = fileURLToPath(new URL('../../examples/', import.meta.url));
    const files = globSync('*/*.{mjs,mts,ts,py,sh}', { cwd: folder });
    const tests = ['node-test/chat.test.mjs', 'vitest/chat.test.mts'];
    expect(files.sort()).toEqual(
      [...openaiExamples, ...wordExamples]
        .map(({ file }) => file)
        .concat(tests)
        .sort(),
    );
  });
});
