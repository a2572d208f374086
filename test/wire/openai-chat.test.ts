import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { createCountingIds } from '../../src/core/ids.ts';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { createTold, steady } from '../support/make-generate.ts';
import { openTestServer } from '../support/open-test-server.ts';
import { type RawAnswer, chatRequest, connectRaw } from '../support/raw-client.ts';

// The exact bytes of each kind of answer, over a socket: read the diff before you accept it (vitest run -u test/wire).

const schemas = JSON.parse(
  readFileSync(new URL('../schemas/openai.schemas.json', import.meta.url), 'utf8'),
) as object;
const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
ajv.addSchema(schemas, 'openai');

function check(name: string, value: unknown): void {
  const validate = ajv.getSchema(`openai#/definitions/${name}`);
  if (validate === undefined) throw new Error(`No schema ${name}.`);
  expect([validate(value), validate.errors]).toEqual([true, null]);
}

// What each choice says.
const sayings = ['Hello there, reader.', 'Good day to you!'];
const engine = createTold(({ choice }) => [sayings[choice] ?? 'Hi.']);

/** The answer to the request, on a clock that is moved once the request is being answered. */
async function ask(bytes: string, told = engine): Promise<RawAnswer> {
  const clock = createManualClock(1_770_933_892);
  await using server = await openTestServer({ clock, ids: createCountingIds(), engine: told, pacer: steady });
  using client = await connectRaw(server.port);
  const answered = client.answer();
  const state = { over: false };
  client.send(bytes);
  void answered.finally(() => {
    state.over = true;
  });
  while (!state.over) await clock.advance(server.tally.running + server.tally.waiting > 0 ? 60 : 0);
  return await answered;
}

/** Head and body as text; the day is not ours to say. */
function show({ version, status, headers, body }: RawAnswer): string {
  const lines = [...headers].map(([name, value]) => `${name}: ${name === 'date' ? '…' : value}\n`);
  return `${version} ${status}\n${lines.join('')}\n${body}`;
}

/** The calls of one choice, as the deltas of a stream say them. */
function joinCalls(chunks: readonly OpenAI.ChatCompletionChunk[], choice: number) {
  const calls: { id: string | undefined; type: 'function'; function: { name: string; arguments: string } }[] =
    [];
  const deltas = chunks.flatMap(({ choices }) =>
    choices.flatMap(({ index, delta }) => (index === choice ? (delta.tool_calls ?? []) : [])),
  );
  for (const { index, id, function: called } of deltas) {
    const begun = { id, type: 'function', function: { name: called?.name ?? '', arguments: '' } } as const;
    (calls[index] ??= begun).function.arguments += called?.arguments ?? '';
  }
  return calls;
}

function eventsOf(body: string): string[] {
  return body
    .split('\n\n')
    .filter((event) => event !== '' && event !== 'data: [DONE]')
    .map((event) => event.replace(/^data: /, ''));
}

const base = { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Say hello!' }] };
const stream = { ...base, stream: true };

// One call a tool, another one of the same tool where several are wanted.
const tool = { type: 'function', function: { name: 'get_weather', parameters: { type: 'object' } } };
const callers = createTold(({ request: { tools = [], parallelToolCalls = true } }) => {
  const places = parallelToolCalls ? ['Zürich', 'Rome'] : ['Zürich'];
  return places.map((place) => ({ name: tools[0]?.name ?? '', arguments: JSON.stringify({ place }) }));
});
const single = { tools: [tool], parallel_tool_calls: false };
const named = { tool_choice: { type: 'function', function: { name: 'get_weather' } } };
const older = { functions: [tool.function] };
const usage = { stream_options: { include_usage: true } };
const result = {
  messages: [
    { role: 'user', content: 'Weather?' },
    {
      role: 'assistant',
      content: null,
      tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'get_weather', arguments: '{}' } }],
    },
    { role: 'tool', tool_call_id: 'call_1', content: '{"sky":"grey"}' },
  ],
};

interface Case {
  readonly name: string;
  readonly body: object;
  readonly told?: typeof engine;
}

const streams: readonly Case[] = [
  { name: 'stream', body: stream },
  { name: 'stream-usage', body: { ...stream, stream_options: { include_usage: true } } },
  {
    name: 'stream-no-obfuscation',
    body: { ...stream, stream_options: { include_obfuscation: false, include_usage: true } },
  },
  { name: 'stream-two-choices', body: { ...stream, n: 2, stream_options: { include_usage: true } } },
  {
    name: 'stream-logprobs',
    body: {
      ...stream,
      logprobs: true,
      top_logprobs: 2,
      max_completion_tokens: 3,
      stream_options: { include_usage: true },
    },
  },
  {
    name: 'stream-stop',
    body: { ...stream, stop: [',', ' there'], stream_options: { include_usage: true } },
  },
  { name: 'stream-length', body: { ...stream, max_tokens: 2, stream_options: { include_usage: true } } },
  {
    name: 'stream-reasoning',
    body: { ...stream, model: 'gpt-5-mini', stream_options: { include_usage: true } },
  },
  {
    name: 'stream-reasoning-cut',
    body: { ...stream, model: 'o4-mini', max_completion_tokens: 16, stream_options: { include_usage: true } },
  },
  {
    name: 'stream-non-ascii',
    body: stream,
    told: createTold(() => ['Zürich "東京" \\ 👩‍👩‍👧 e\u0301\n\t\u2028\u007f \u0001.']),
  },
  { name: 'stream-unknown-model', body: { ...stream, model: 'my/own "model" ü' } },
  { name: 'stream-service-tier', body: { ...stream, service_tier: 'flex' } },
  { name: 'stream-tool-call', body: { ...stream, ...single, ...usage }, told: callers },
  { name: 'stream-tool-calls', body: { ...stream, tools: [tool] }, told: callers },
  { name: 'stream-tool-named', body: { ...stream, ...single, ...named }, told: callers },
  { name: 'stream-tool-length', body: { ...stream, ...single, max_tokens: 4, ...usage }, told: callers },
  { name: 'stream-tool-two-choices', body: { ...stream, ...single, n: 2 }, told: callers },
  { name: 'stream-tool-reasoning', body: { ...stream, ...single, model: 'gpt-5-mini' }, told: callers },
  { name: 'stream-tool-text', body: { ...stream, tools: [tool], logprobs: true, max_tokens: 2 } },
  { name: 'stream-tool-none', body: { ...stream, tools: [tool], tool_choice: 'none' } },
  { name: 'stream-tool-result', body: { ...stream, ...result, tools: [tool], ...usage } },
  {
    name: 'stream-tool-after-text',
    body: { ...stream, tools: [tool] },
    told: createTold(() => ['Let me see.', { name: 'get_weather', arguments: '{}' }]),
  },
  { name: 'stream-function-call', body: { ...stream, ...older }, told: callers },
];

const bodies: readonly Case[] = [
  { name: 'body', body: base },
  { name: 'body-two-choices', body: { ...base, n: 2 } },
  { name: 'body-logprobs', body: { ...base, logprobs: true, top_logprobs: 1, max_completion_tokens: 2 } },
  { name: 'body-stop', body: { ...base, stop: ',' } },
  { name: 'body-reasoning', body: { ...base, model: 'gpt-5-mini' } },
  { name: 'body-tool-call', body: { ...base, ...single }, told: callers },
  { name: 'body-tool-calls', body: { ...base, tools: [tool] }, told: callers },
  { name: 'body-tool-named', body: { ...base, ...single, ...named, logprobs: true }, told: callers },
  { name: 'body-tool-text', body: { ...base, tools: [tool] } },
  { name: 'body-function-call', body: { ...base, ...older }, told: callers },
  {
    name: 'body-non-ascii',
    body: base,
    told: createTold(() => ['Zürich "東京" \\ 👩‍👩‍👧 e\u0301\n\t\u2028\u007f \u0001.']),
  },
];

describe('a streamed chat completion', () => {
  it.each(streams)('has exactly these bytes: $name', async ({ name, body, told }) => {
    const answer = await ask(chatRequest(body), told);
    await expect(show(answer)).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  it.each(streams)("consists of chunks that OpenAI's schema allows: $name", async ({ body, told }) => {
    const events = eventsOf((await ask(chatRequest(body), told)).body);
    expect(events.length).toBeGreaterThan(2);
    for (const event of events) check('CreateChatCompletionStreamResponse', JSON.parse(event));
  });

  it.each(streams)('is padded by the rule, or not at all: $name', async ({ name, body, told }) => {
    for (const event of eventsOf((await ask(chatRequest(body), told)).body)) {
      const match = /,"obfuscation":"([A-Za-z0-9]*)"\}$/.exec(event);
      expect(match === null).toBe(name === 'stream-no-obfuscation');
      const length = event.length - (match?.[0].length ?? 1) + 1;
      expect(match?.[1]?.length ?? (16 - (length % 16)) % 16).toBe((16 - (length % 16)) % 16);
      expect(match === null || event.length % 16 === 1).toBe(true);
    }
  });

  it.each(streams)('says in all chunks who it is: $name', async ({ body, told }) => {
    const chunks = eventsOf((await ask(chatRequest(body), told)).body).map(
      (event) => JSON.parse(event) as Record<string, unknown>,
    );
    const names = ['id', 'object', 'created', 'model', 'service_tier', 'system_fingerprint'];
    const shared = chunks.map((chunk) => JSON.stringify(names.map((name) => chunk[name])));
    expect(new Set(shared).size).toBe(1);
    for (const chunk of chunks) expect(Object.keys(chunk).slice(0, 7)).toEqual([...names, 'choices']);
  });

  it('differs in its padding from stream to stream and from chunk to chunk', async () => {
    const paddings = async (content: string) =>
      eventsOf((await ask(chatRequest({ ...stream, messages: [{ role: 'user', content }] }))).body).map(
        (event) => /"obfuscation":"(.*)"/.exec(event)?.[1] ?? '',
      );
    const [one, other] = await Promise.all([paddings('x'), paddings('y')]);
    expect(one).not.toEqual(other);
    expect(new Set(one).size).toBeGreaterThan(one.length / 2);
  });

  it('says the same as the whole answer where it calls tools', async () => {
    const body = { ...base, tools: [tool], n: 2 };
    const whole = JSON.parse((await ask(chatRequest(body), callers)).body) as OpenAI.ChatCompletion;
    const streamed = await ask(chatRequest({ ...body, stream: true }), callers);
    const chunks = eventsOf(streamed.body).map((event) => JSON.parse(event) as OpenAI.ChatCompletionChunk);
    const told = [0, 1].map((index) => joinCalls(chunks, index));
    expect(told).toEqual(whole.choices.map(({ message }) => message.tool_calls));
    const ids = told.flatMap((calls) => calls.map(({ id }) => id));
    expect(new Set(ids).size).toBe(4);
  });

  it('breaks off with an error and no end when the engine fails', async () => {
    const broken = createTold(function* () {
      yield* Array.from({ length: 20 }, () => ' word');
      throw new Error('secret');
    });
    const answer = await ask(chatRequest(stream), broken);
    await expect(show(answer)).toMatchFileSnapshot('golden/stream-error.txt');
    check('ErrorResponse', JSON.parse(eventsOf(answer.body).at(-1) ?? ''));
  });
});

describe('a whole chat completion', () => {
  it.each(bodies)('has exactly these bytes: $name', async ({ name, body, told }) => {
    const answer = await ask(chatRequest(body), told);
    await expect(show(answer)).toMatchFileSnapshot(`golden/${name}.txt`);
    check('CreateChatCompletionResponse', JSON.parse(answer.body));
  });
});

describe('the models', () => {
  const get = (path: string) => `GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`;

  it('are listed in exactly these bytes, here the first three', async () => {
    const answer = await ask(get('/v1/models'));
    const fourth = answer.body.split('{"id"').slice(0, 4).join('{"id"');
    await expect(show({ ...answer, body: fourth })).toMatchFileSnapshot('golden/models.txt');
    check('ListModelsResponse', JSON.parse(answer.body));
  });

  it('are described in exactly these bytes, each alone', async () => {
    const answer = await ask(get('/v1/models/gpt-4o'));
    await expect(show(answer)).toMatchFileSnapshot('golden/model.txt');
    check('Model', JSON.parse(answer.body));
  });
});
