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
  { file: 'prompt/typescript.ts', output: /^\S[^]{1370,}\nRefused with 400: Prompt cannot be empty\n$/ },
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
  { file: 'python/test_api.py', output: /\n14 of 14 passed\n$/ },
];

const ada = String.raw`> My name is Ada Lovelace\.\n\S[^]+\n> What is my name\?\n[^\n]*Ada[^\n]*\n`;

const langbaseExamples: readonly Example[] = [
  {
    file: 'langbase/curl.sh',
    output:
      /^--- a thread\n\{"id":"[^"]+","object":"thread",[^\n]+\}\n--- a stream\ndata: \{[^]+Ada[^]+\n\ndata: \[DONE\]\n\n--- the messages of the thread\n\[\{"id":"msg_[^]+Ada[^]+"role":"assistant"[^]+\}\]\n$/,
  },
  { file: 'langbase/javascript.mjs', output: new RegExp(`^${ada}$`) },
  { file: 'langbase/typescript.ts', output: new RegExp(`^${ada}$`) },
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

const completionExamples: readonly Example[] = [
  {
    file: 'completion/curl.sh',
    output:
      /^--- events\n(?:id: \d+\n(?:data: [^\n]*\n)+\n){20}id: done\nevent: done\ndata: \[DONE\]\n\n--- text\n[^{]{40,}\n--- lines of JSON\n(?:\{"index":\d,"text":"[^\n]+"\}\n){5}\{"finish_reason":"length","usage":\{[^\n]+\}\}\n$/,
  },
  {
    file: 'completion/javascript.mjs',
    output: /^The dog\b(?![^]*(?:data:|DONE))[^]{40,}\n$/,
    args: ['The dog'],
  },
  {
    file: 'completion/typescript.ts',
    output: /^The cat [^.]+\n\n\d+ tokens; it ended because of '(?:stop|length)'\.\n$/,
  },
  { file: 'completion/python.py', output: /^The dog\b(?![^]*(?:data:|DONE))[^]{40,}\n$/, args: ['The dog'] },
];

const resumed = /^Tides are [^]+\[cut off\][^]{200,}\n$/;

const streamExamples: readonly Example[] = [
  {
    file: 'streams/curl.sh',
    output:
      /^--- the first five events\nid: 0\ndata: \{[^]+\nid: 4\ndata: [^\n]+\n\n--- the rest\nid: 5\ndata: \{[^]+\ndata: \[DONE\]\n\n$/,
  },
  { file: 'streams/javascript.mjs', output: resumed },
  { file: 'streams/typescript.ts', output: resumed },
  { file: 'streams/python.py', output: resumed },
];

const thread =
  /^made: billing\nanswered: [^\n]*Ada[^\n]*\n(?:kept: user\nkept: assistant\n){2}deleted: [Tt]rue\n$/;

const threadExamples: readonly Example[] = [
  {
    file: 'threads/curl.sh',
    output:
      /^--- made\n\{"id":"[^]+--- added to\n\[\{"id":"msg_[^]+--- answered in\n\{"completion":"[^"]*Ada[^]+--- changed\n\{"id":"[^\n]+"state":"closed"\}\}\n--- its messages\n\[(?:[^\n]*"role":"(?:user|assistant)"){4}[^\n]*\]\n--- deleted\n\{"success":true\}\n$/,
  },
  { file: 'threads/javascript.mjs', output: thread },
  { file: 'threads/typescript.ts', output: thread },
  { file: 'threads/python.py', output: thread },
];

const mainExamples = [
  ...openaiExamples,
  ...langbaseExamples,
  ...completionExamples,
  ...streamExamples,
  ...threadExamples,
];

const wordExamples: readonly Example[] = [
  {
    file: 'wordstream/curl.sh',
    output: /^data: \{"choices": \[\{"delta": \{"content": "This "\}\}\]\}\n\ndata: /,
  },
  { file: 'wordstream/javascript.mjs', output: /^This is our test streaming server\. \n$/ },
  { file: 'wordstream/typescript.ts', output: /^This is our \n$/, args: ['3'] },
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

describe.concurrent('the examples, against a classic server', { timeout: 90_000 }, () => {
  let server: StartedServer;

  beforeAll(async () => {
    // The presets' own pace would take a minute; the words keep coming, as they do by default.
    const pace = { ttft: 50, tokensPerSecond: 2000, wordsPerSecond: 20, streamDuration: 3600 };
    server = await startServer({ preset: 'classic', engine: 'composer', ...pace });
  });
  afterAll(() => server.close());

  it.each(mainExamples)('run $file', async ({ file, output, args }) => {
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

  it('read the same of one stream, whole or cut in two, in every language', async () => {
    const files = ['streams/javascript.mjs', 'streams/typescript.ts', 'streams/python.py'];
    const runs = await Promise.all(files.map((file) => runExample(file, server.listeners[1]?.url)));
    const texts = runs.map(({ output }) => output.replace('[cut off]', '').trimEnd());
    const whole = await fetch(`${server.listeners[1]?.url}/v1/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        model: 'gpt-4o-mini',
        messages: [{ role: 'user', content: 'How do tides work?' }],
      }),
    });
    const { choices } = JSON.parse(await whole.text());
    expect(texts).toEqual(files.map(() => choices[0].message.content));
  });

  it('read the same events of a completion in every language', async () => {
    const files = ['completion/javascript.mjs', 'completion/python.py'];
    const runs = await Promise.all(
      files.map((file) => runExample(file, server.listeners[1]?.url, ['Once upon a time'])),
    );
    const raw = await fetch(
      `${server.listeners[1]?.url}/completion/Once%20upon%20a%20time?format=raw&max_new_tokens=30`,
    );
    const text = `Once upon a time${await raw.text()}\n`;
    expect(runs.map(({ output }) => output)).toEqual(files.map(() => text));
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
      [...mainExamples, ...wordExamples]
        .map(({ file }) => file)
        .concat(tests)
        .sort(),
    );
  });
});
