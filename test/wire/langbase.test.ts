import { describe, expect, it } from 'vitest';
import { createCountingIds } from '../../src/core/ids.ts';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { createTold, steady } from '../support/make-generate.ts';
import { type LangbaseServerOptions, langbaseRequest, openLangbaseServer } from '../support/make-langbase.ts';
import { type RawAnswer, connectRaw } from '../support/raw-client.ts';

// The exact bytes of each kind of answer, over a socket: read the diff before you accept it (vitest run -u test/wire).

const said = createTold(() => ['Hello there, "reader".\n']);
const calling = createTold(() => [
  'Let me look.',
  { name: 'get_weather', arguments: '{"location":"Zürich \\"HB\\""}' },
  { name: 'get_time', arguments: '{}' },
]);
const failing = createTold(async function* () {
  yield 'Hello';
  yield ' there';
  throw new Error('secret');
});

/** The answers to requests of one connection, on a clock that is moved once one is being answered. */
async function talk(
  requests: readonly string[],
  options: LangbaseServerOptions = {},
): Promise<readonly RawAnswer[]> {
  const clock = createManualClock(1_770_933_892);
  await using server = await openLangbaseServer({
    engine: said,
    pacer: steady,
    clock,
    ids: createCountingIds(),
    ...options,
  });
  using client = await connectRaw(server.port);
  const answers: RawAnswer[] = [];
  for (const request of requests) {
    const answered = client.answer(request.split(' ')[0]);
    const state = { over: false };
    client.send(request);
    void answered.finally(() => {
      state.over = true;
    });
    while (!state.over) await clock.advance(server.tally.running + server.tally.waiting > 0 ? 60 : 0);
    answers.push(await answered);
  }
  return answers;
}

/** Heads and bodies as text; the day and ids of threads that nobody chose are not ours to say. */
function show(answers: readonly RawAnswer[]): string {
  const shown = answers.map(({ version, status, headers, body }) => {
    const lines = [...headers].map(([name, value]) => `${name}: ${name === 'date' ? '…' : value}\n`);
    return `${version} ${status}\n${lines.join('')}\n${body}`;
  });
  return shown
    .join('\n----\n')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, '<uuid>');
}

const messages = [{ role: 'user', content: 'Say hello!' }];
const tools = [
  { type: 'function', function: { name: 'get_weather' } },
  { type: 'function', function: { name: 'get_time' } },
];
const run = (body: object) => langbaseRequest('POST', '/v1/pipes/run', body);
const agent = { model: 'openai:gpt-4.1-mini', input: 'Say hello!', instructions: 'Be kind.' };

interface Case {
  readonly name: string;
  readonly requests: readonly string[];
  readonly options?: LangbaseServerOptions;
}

const runs: readonly Case[] = [
  { name: 'stream', requests: [run({ messages, stream: true })] },
  {
    name: 'stream-extra-newline',
    requests: [run({ messages, stream: true })],
    options: { extraNewline: true },
  },
  { name: 'stream-tools', requests: [run({ messages, tools, stream: true })], options: { engine: calling } },
  { name: 'stream-length', requests: [run({ messages, max_tokens: 2, stream: true })] },
  { name: 'stream-error', requests: [run({ messages, stream: true })], options: { engine: failing } },
  { name: 'body', requests: [run({ messages, threadId: 'my-thread' })] },
  { name: 'body-tools', requests: [run({ messages, tools })], options: { engine: calling } },
  { name: 'agent-stream', requests: [langbaseRequest('POST', '/v1/agent/run', { ...agent, stream: true })] },
  { name: 'agent-body', requests: [langbaseRequest('POST', '/v1/agent/run', agent)] },
];

const threads: readonly Case[] = [
  {
    name: 'thread',
    requests: [
      langbaseRequest('POST', '/v1/threads', { threadId: 't1', metadata: { b: '2', a: '1' }, messages }),
      langbaseRequest('GET', '/v1/threads/t1'),
      langbaseRequest('POST', '/v1/threads/t1', { metadata: { a: '3' } }),
      langbaseRequest('POST', '/v1/threads'),
      langbaseRequest('DELETE', '/v1/threads/t1'),
    ],
  },
  {
    name: 'thread-messages',
    requests: [
      langbaseRequest('POST', '/v1/threads', { threadId: 't1', messages }),
      langbaseRequest('POST', '/v1/threads/t1/messages', [
        {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'get_time', arguments: '{}' } }],
        },
        {
          role: 'tool',
          content: '12:00',
          tool_call_id: 'call_1',
          name: 'get_time',
          metadata: { zone: 'UTC' },
        },
      ]),
      langbaseRequest('POST', '/v1/threads/t1/messages', {
        messages: [
          { role: 'user', content: [{ type: 'text', text: 'Hi' }], attachments: [{ name: 'a.txt' }] },
        ],
      }),
      langbaseRequest('GET', '/v1/threads/t1/messages'),
    ],
  },
  {
    name: 'thread-of-run',
    requests: [run({ messages, threadId: 't1' }), langbaseRequest('GET', '/v1/threads/t1/messages')],
  },
];

const bad = langbaseRequest('POST', '/v1/threads/t1/messages', [{ content: 'x' }]);
const prefixes = [
  'pipes',
  'threads',
  'agent',
  'memory',
  'tools',
  'images',
  'traces',
  'embed',
  'chunker',
  'parser',
];

const errors: readonly Case[] = [
  { name: 'bad-request', requests: [langbaseRequest('POST', '/v1/threads', { threadId: 't1' }), bad] },
  { name: 'bad-json', requests: [langbaseRequest('POST', '/v1/threads', '{"a":')] },
  { name: 'bad-url', requests: [langbaseRequest('GET', '/v1/threads/%zz')] },
  {
    name: 'no-key',
    requests: [langbaseRequest('POST', '/v1/threads', {}, { authorization: 'Bearer ' })],
    options: { guard: { apiKeys: ['right'] } },
  },
  {
    name: 'wrong-key',
    requests: [langbaseRequest('POST', '/v1/threads', {}, { authorization: 'Bearer pipe_0123456789012345' })],
    options: { guard: { apiKeys: ['right'] } },
  },
  {
    name: 'foreign-origin',
    requests: [langbaseRequest('POST', '/v1/threads', {}, { origin: 'http://evil.test' })],
  },
  { name: 'unknown-thread', requests: [langbaseRequest('GET', '/v1/threads/nobody')] },
  {
    name: 'unknown-path',
    requests: prefixes
      .map((prefix) => langbaseRequest('GET', `/v1/${prefix}/some/where/else`))
      .concat(langbaseRequest('POST', '/beta/nothing', {})),
  },
  {
    name: 'wrong-method',
    requests: [langbaseRequest('DELETE', '/v1/pipes/run'), langbaseRequest('PATCH', '/v1/threads/t1')],
  },
  {
    name: 'conflict',
    requests: [
      langbaseRequest('POST', '/v1/threads', { threadId: 't1' }),
      langbaseRequest('POST', '/v1/threads', { threadId: 't1' }),
    ],
  },
  {
    name: 'too-large',
    requests: [
      langbaseRequest('POST', '/v1/threads', { messages: [{ role: 'user', content: 'x'.repeat(2000) }] }),
    ],
    options: { limits: { bodyLimit: 1024 } },
  },
  {
    name: 'no-json-type',
    requests: [langbaseRequest('POST', '/v1/threads', {}, { 'content-type': 'text/plain' })],
  },
];

const origin = 'http://localhost:5173';

const crossOrigin: readonly Case[] = [
  {
    name: 'preflight',
    requests: [
      langbaseRequest('OPTIONS', '/v1/pipes/run', undefined, {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,lb-llm-key',
      }),
    ],
  },
  { name: 'cross-origin', requests: [langbaseRequest('POST', '/v1/pipes/run', { messages }, { origin })] },
  {
    name: 'cross-origin-stream',
    requests: [
      langbaseRequest('POST', '/v1/pipes/run', { messages, max_tokens: 1, stream: true }, { origin }),
    ],
  },
];

describe.each([
  ['a run', runs],
  ['a thread', threads],
  ['a refusal', errors],
  ['an answer to a page of another origin', crossOrigin],
])('%s', (_kind, cases) => {
  it.each(cases)('has exactly these bytes: $name', async ({ name, requests, options }) => {
    await expect(show(await talk(requests, options))).toMatchFileSnapshot(`golden/langbase-${name}.txt`);
  });
});

describe('each refusal', () => {
  it.each(errors)('is JSON of Langbase, with its status in it: $name', async ({ requests, options }) => {
    const refused = (await talk(requests, options)).filter(({ status }) => status >= 400);
    expect(refused).not.toEqual([]);
    for (const { status, headers, body } of refused) {
      expect(headers.get('content-type')).toBe('application/json');
      expect(headers.get('lb-request-id')).toBe(headers.get('x-request-id'));
      expect(JSON.parse(body)).toMatchObject({
        success: false,
        error: { code: expect.stringMatching(/^[A-Z_]+$/), status, message: expect.stringMatching(/\S/) },
      });
    }
  });
});
