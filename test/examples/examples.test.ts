import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';
import { openBrowser } from '../support/open-browser.ts';
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

const ada = String.raw`> My name is Ada Lovelace\.\n\S[^]+\n> What is my name\?\n[^\n]*Ada[^\n]*\n`;

const langbaseExamples: readonly Example[] = [
  {
    file: 'langbase/curl.sh',
    output:
      /^--- a thread\n\{"id":"[^"]+","object":"thread",[^\n]+\}\n--- a stream\ndata: \{[^]+Ada[^]+\n\ndata: \[DONE\]\n\n--- the messages of the thread\n\[\{"id":"msg_[^]+Ada[^]+"role":"assistant"[^]+\}\]\n$/,
  },
  { file: 'langbase/javascript.mjs', output: new RegExp(`^${ada}$`) },
  {
    file: 'langbase/sdk.mjs',
    output:
      /^\S[^]+\n\nget_weather\(\{"location":"Paris"\}\)\n\n[^]*17[^]*\n\nuser, assistant, user, assistant, tool, assistant\n$/,
  },
  {
    file: 'langbase/python.py',
    output: new RegExp(
      `^${ada}${['user', 'assistant', 'user', 'assistant'].map((role) => String.raw`msg_\w+ ${role}\n`).join('')}$`,
    ),
  },
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

// Opened in a browser.
const page = 'langbase/browser.html';

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

  it.each([...openaiExamples, ...langbaseExamples])('run $file', async ({ file, output, args }) => {
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

  it('open langbase/browser.html', async () => {
    const html = readFileSync(new URL(`../../examples/${page}`, import.meta.url));
    const pages = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end(html);
    });
    pages.listen(0, '127.0.0.1');
    await once(pages, 'listening');
    const address = pages.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await using browser = await openBrowser();
    const tab = await browser.newPage();
    await tab.goto(`http://localhost:${port}/?url=${server.listeners[1]?.url}`);
    await tab.click('button');
    await tab.waitForSelector('p.answer[data-whole]');
    await tab.fill('input', 'What is my name?');
    await tab.click('button');
    const answers = tab.locator('p.answer[data-whole]');
    await answers.nth(1).waitFor();
    expect(await answers.nth(1).textContent()).toContain('Ada');
    const ids = await answers.evaluateAll((all) => all.map((each) => each.getAttribute('data-whole')));
    expect(ids).toEqual([ids[0], ids[0]]);
    pages.close();
    pages.closeAllConnections();
  });

  it('are all run, or tests that are run as such', () => {
    const folder = fileURLToPath(new URL('../../examples/', import.meta.url));
    const files = globSync('*/*.{mjs,mts,ts,py,sh,html}', { cwd: folder });
    const tests = ['node-test/chat.test.mjs', 'vitest/chat.test.mts', page];
    expect(files.sort()).toEqual(
      [...openaiExamples, ...langbaseExamples, ...wordExamples]
        .map(({ file }) => file)
        .concat(tests)
        .sort(),
    );
  });
});
