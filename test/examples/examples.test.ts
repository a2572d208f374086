import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';
import { runExample } from './run-example.ts';

// What each example prints against a classic server, by the address that it needs.
const openaiExamples: readonly (readonly [file: string, output: RegExp, ...args: string[]])[] = [
  ['openai/javascript.mjs', /^\S[^]{100,}\n\n\d+ tokens\n$/],
  [
    'openai/typescript.ts',
    /^Whole: \S[^]+The stream ended with finish_reason 'stop'\.\nRefused: 400 Invalid 'temp/,
  ],
  ['openai/python.py', /^Response: \S[^]{20,}\n$/],
  [
    'openai/curl.sh',
    /^--- a stream\ndata: \{[^]+\n\ndata: \[DONE\]\n\n--- a whole answer\n\{[^]+--- the models\n\{/,
  ],
  ['prompt/curl.sh', promptOutput()],
  ['prompt/python_requests.py', /^\S[^]{1370,}\n$/],
  ['prompt/javascript.mjs', /^\S[^]{1370,}\n$/],
  ['python/streaming_test.py', /\n4 of 4 tests passed\n$/],
  [
    'python/simple_streaming_demo.py',
    /^=== Streaming Demo ===\n[^]+Response: \S[^]+=== Streaming Demo Complete ===\n$/,
  ],
  [
    'python/slow_streaming_demo.py',
    /Response: \S[^]+\n\n=== Streaming Demo Complete ===\n\d+ tokens: the first after 0\./,
    '200',
  ],
  ['python/test_api.py', /\n13 of 13 passed\n$/],
];

const wordExamples: typeof openaiExamples = [
  ['wordstream/curl.sh', /^data: \{"choices": \[\{"delta": \{"content": "This "\}\}\]\}\n\ndata: /],
  ['wordstream/javascript.mjs', /^This is our test streaming server\. \n$/],
  ['wordstream/python.py', /^This is our test streaming server\. This is \n$/, '8'],
];

function promptOutput(): RegExp {
  const chunk = String.raw`data: \{"choices": \[\{"delta": \{"content": "[^\n]+"\}\}\]\}\n\n`;
  const refusals = ['Prompt cannot be empty', 'stream parameter must be true'];
  const errors = refusals.map((text) => String.raw`data: \{"error": "${text}", "code": 400\}\n\n`).join('');
  return new RegExp(String.raw`^(?:${chunk}){6,}data: \[DONE\]\n\n${errors}$`);
}

describe('the examples, against a classic server', { timeout: 30_000 }, () => {
  let server: StartedServer;

  beforeAll(async () => {
    // The presets' own pace would take a minute; the words keep coming, as they do by default.
    const pace = { ttft: 50, tokensPerSecond: 2000, wordsPerSecond: 20, streamDuration: 3600 };
    server = await startServer({ preset: 'classic', engine: 'composer', ...pace });
  });
  afterAll(() => server.close());

  it.each(openaiExamples)('run %s', async (file, expected, ...args) => {
    expect(await runExample(file, server.listeners[1]?.url, args)).toEqual({
      code: 0,
      errors: '',
      output: expect.stringMatching(expected),
    });
  });

  it.each(wordExamples)('run %s', async (file, expected, ...args) => {
    expect(await runExample(file, server.listeners[0]?.url, args)).toEqual({
      code: 0,
      errors: '',
      output: expect.stringMatching(expected),
    });
  });

  it('are all run, or tests that are run as such', () => {
    const folder = fileURLToPath(new URL('../../examples/', import.meta.url));
    const files = globSync('*/*.{mjs,mts,ts,py,sh}', { cwd: folder });
    const tests = ['node-test/chat.test.mjs', 'vitest/chat.test.mts'];
    expect(files.sort()).toEqual(
      [...openaiExamples, ...wordExamples]
        .map(([file]) => file)
        .concat(tests)
        .sort(),
    );
  });
});
