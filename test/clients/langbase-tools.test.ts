import { getRunner, getToolsFromRun, getToolsFromRunStream, getToolsFromStream } from 'langbase';
import type { Message, Tools } from 'langbase';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';
import { createTold } from '../support/make-generate.ts';
import { connectLangbase, openLangbaseServer } from '../support/make-langbase.ts';

const getWeather: Tools = {
  type: 'function',
  function: {
    name: 'get_weather',
    description: 'Tells the weather of a place.',
    parameters: {
      type: 'object',
      properties: { location: { type: 'string', description: 'A city' } },
      required: ['location'],
    },
  },
};

const question: Message = { role: 'user', content: 'What is the weather in Paris?' };

/** The call that an answer is expected to hold, and nothing else. */
const calls = [
  {
    id: expect.stringMatching(/^call_[A-Za-z0-9]+$/),
    type: 'function',
    function: { name: 'get_weather', arguments: expect.stringContaining('Paris') },
  },
];

describe("Langbase's client, offering tools", () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it('reads the call of a tool from a whole answer', async () => {
    const client = connectLangbase(server.url);
    const result = await client.pipes.run({ name: 'any', messages: [question], tools: [getWeather] });
    expect(await getToolsFromRun(result)).toEqual(calls);
    expect(result.completion).toBe('');
    expect(result.choices[0]).toMatchObject({ finish_reason: 'tool_calls', message: { content: null } });
    const [call] = await getToolsFromRun(result);
    expect(JSON.parse(call?.function.arguments ?? '')).toEqual({ location: 'Paris' });
  });

  it.each([
    ['getToolsFromRunStream', getToolsFromRunStream],
    ['getToolsFromStream', getToolsFromStream],
  ])('puts the same call together from a stream with %s', async (_name, read) => {
    const client = connectLangbase(server.url);
    const asked = { name: 'any', messages: [question], tools: [getWeather] };
    const whole = await client.pipes.run(asked);
    const { stream } = await client.pipes.run({ ...asked, stream: true });
    const streamed = await read(stream);
    expect(streamed).toMatchObject(calls);
    expect(streamed.map(({ function: { name, arguments: text } }) => [name, JSON.parse(text)])).toEqual(
      (await getToolsFromRun(whole)).map(({ function: { name, arguments: text } }) => [
        name,
        JSON.parse(text),
      ]),
    );
  });

  it('calls the tools that a pipe has, and those of a run in their place', async () => {
    const client = connectLangbase(server.url);
    await client.pipes.create({ name: 'weather', tools: [getWeather], tool_choice: 'required' });
    const stored = await client.pipes.run({ name: 'weather', messages: [question] });
    expect(await getToolsFromRun(stored)).toEqual(calls);
    const other: Tools = { type: 'function', function: { name: 'read_sky', parameters: {} } };
    const given = await client.pipes.run({ name: 'weather', messages: [question], tools: [other] });
    const named = (await getToolsFromRun(given)).map((call) => call.function.name);
    expect(named).toEqual(['read_sky']);
  });

  it('gets text where no tool suits', async () => {
    const client = connectLangbase(server.url);
    const result = await client.pipes.run({
      name: 'any',
      messages: [{ role: 'user', content: 'Hello!' }],
      tools: [getWeather],
    });
    expect(await getToolsFromRun(result)).toEqual([]);
    expect(result.completion).toMatch(/\S/);
  });

  it('goes on after a call with the tool message alone, by the thread', async () => {
    const client = connectLangbase(server.url);
    const asked = await client.pipes.run({ name: 'any', messages: [question], tools: [getWeather] });
    const [call] = await getToolsFromRun(asked);
    const threadId = asked.threadId ?? '';
    const result: Message = {
      role: 'tool',
      tool_call_id: call?.id ?? '',
      name: 'get_weather',
      content: '{"temperature":"17 °C","sky":"cloudy"}',
    };
    const answered = await client.pipes.run({
      name: 'any',
      threadId,
      messages: [result],
      tools: [getWeather],
    });
    expect(answered.choices[0]?.finish_reason).toBe('stop');
    expect(answered.completion).toMatch(/17|cloudy/);
    const listed = await client.threads.messages.list({ threadId });
    expect(
      listed.map(({ role, content, tool_calls, tool_call_id }) => [role, content, tool_calls, tool_call_id]),
    ).toEqual([
      ['user', question.content, [], null],
      ['assistant', null, [call], null],
      ['tool', result.content, [], call?.id],
      ['assistant', answered.completion, [], null],
    ]);
  });

  it('runs an agent with tools', async () => {
    const { agent } = connectLangbase(server.url);
    const asked = {
      model: 'openai:gpt-4o-mini',
      input: 'What is the weather in Paris?',
      apiKey: 'llm-key',
      tools: [getWeather],
      tool_choice: 'required' as const,
    };
    const whole = await agent.run({ ...asked, stream: false });
    expect(whole.output).toBe('');
    expect(whole.choices[0]?.message.tool_calls).toEqual(calls);
    const { stream } = await agent.run({ ...asked, stream: true });
    expect(await getToolsFromRunStream(stream)).toMatchObject(calls);
  });
});

describe("Langbase's client, told to call several tools", () => {
  const engine = createTold(() => [
    'Let me look.',
    { name: 'get_weather', arguments: '{"location":"Paris, \\"France\\""}' },
    { name: 'get_weather', arguments: '{}' },
  ]);

  it('tells them apart, in a stream and whole, after the text', async () => {
    await using server = await openLangbaseServer({ engine });
    const client = connectLangbase(server.url);
    const asked = { name: 'any', messages: [question], tools: [getWeather] };
    const whole = await client.pipes.run(asked);
    const { stream } = await client.pipes.run({ ...asked, stream: true });
    const final = await getRunner(stream).finalChatCompletion();
    expect(whole.completion).toBe('Let me look.');
    expect(whole.choices[0]?.message).toMatchObject({ role: 'assistant', content: 'Let me look.' });
    const shapes = (found: Awaited<ReturnType<typeof getToolsFromRun>> | undefined) =>
      found?.map(({ function: { name, arguments: text } }) => [name, text]);
    const expected = [
      ['get_weather', '{"location":"Paris, \\"France\\""}'],
      ['get_weather', '{}'],
    ];
    expect(shapes(await getToolsFromRun(whole))).toEqual(expected);
    expect(final.choices[0]?.message.content).toBe('Let me look.');
    expect(shapes(final.choices[0]?.message.tool_calls)).toEqual(expected);
    expect(final.choices[0]?.finish_reason).toBe('tool_calls');
    expect(new Set((await getToolsFromRun(whole)).map(({ id }) => id)).size).toBe(2);
  });
});
