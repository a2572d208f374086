import OpenAI from 'openai';
import type { RunnableToolFunction } from 'openai/lib/RunnableFunction';
import { zodFunction, zodResponseFormat } from 'openai/helpers/zod';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type StartedServer, startServer } from '../../src/index.ts';
import { lookUp, question, weatherParameters } from './tools.ts';

const model = 'gpt-4o-mini';
const messages = [{ role: 'user' as const, content: question }];
const tools: OpenAI.ChatCompletionFunctionTool[] = [
  {
    type: 'function',
    function: {
      name: 'get_weather',
      description: 'Get the current weather.',
      parameters: { ...weatherParameters },
    },
  },
];
const body = { model, messages, tools };

function connect({ baseURL }: StartedServer): OpenAI {
  return new OpenAI({ baseURL, apiKey: 'mock-api-key' });
}

describe("OpenAI's client for Node, with tools", () => {
  it('is told to call a tool, with the arguments that the question holds', async () => {
    await using server = await startServer();
    const completion = await connect(server).chat.completions.create(body);
    const [choice] = completion.choices;
    expect(choice?.finish_reason).toBe('tool_calls');
    expect(choice?.message.content).toBeNull();
    expect(choice?.message.tool_calls).toEqual([
      {
        id: expect.stringMatching(/^call_[A-Za-z0-9]{24}$/),
        type: 'function',
        function: { name: 'get_weather', arguments: '{"location":"Paris","unit":"celsius"}' },
      },
    ]);
  });

  // What runTools calls, with the places that it was called for.
  function runnable() {
    const asked: string[] = [];
    const tool: RunnableToolFunction<{ location: string }> = {
      type: 'function',
      function: {
        name: 'get_weather',
        description: 'Get the current weather.',
        parameters: { ...weatherParameters },
        parse: (text) => z.object({ location: z.string() }).parse(JSON.parse(text)),
        function: (given) => {
          asked.push(given.location);
          return lookUp(given);
        },
      },
    };
    return { asked, tool };
  }

  it('goes round with its results in runTools until there is an answer', async () => {
    await using server = await startServer();
    const { asked, tool } = runnable();
    const content = 'What is the weather in Paris and London?';
    const runner = connect(server).chat.completions.runTools({
      model,
      messages: [{ role: 'user', content }],
      tools: [tool],
    });
    const answer = await runner.finalContent();
    expect(asked).toEqual(['Paris', 'London']);
    expect(answer).toContain('- **Paris**: the location is Paris, the temperature is 21');
    expect(answer).toContain('- **London**: ');
    expect(server.requests).toHaveLength(2);
  });

  it('streams the same in runTools', async () => {
    await using server = await startServer();
    const { asked, tool } = runnable();
    const runner = connect(server).chat.completions.runTools({
      model,
      messages,
      stream: true,
      tools: [tool],
    });
    expect(await runner.finalContent()).toContain('the temperature is 21');
    expect(asked).toEqual(['Paris']);
    expect(await runner.finalFunctionToolCall()).toMatchObject({ name: 'get_weather' });
  });

  it('puts a streamed call together with the stream helper', async () => {
    await using server = await startServer();
    const client = connect(server);
    const whole = await client.chat.completions.create(body);
    const stream = client.chat.completions.stream({ ...body, stream_options: { include_usage: true } });
    const deltas: string[] = [];
    stream.on('tool_calls.function.arguments.delta', (event) => deltas.push(event.arguments_delta));
    const completion = await stream.finalChatCompletion();
    const called = completion.choices[0]?.message.tool_calls?.[0];
    expect(called).toMatchObject(whole.choices[0]?.message.tool_calls?.[0] ?? {});
    expect(deltas.filter((delta) => delta !== '').join('')).toBe('{"location":"Paris","unit":"celsius"}');
    expect(deltas.length).toBeGreaterThan(5);
    expect(completion.choices[0]?.finish_reason).toBe('tool_calls');
    expect(completion.usage).toEqual(whole.usage);
  });

  it('parses the arguments of a strict tool', async () => {
    await using server = await startServer();
    const tool = zodFunction({
      name: 'get_weather',
      parameters: z.object({ location: z.string(), unit: z.enum(['celsius', 'fahrenheit']) }),
    });
    const completion = await connect(server).chat.completions.parse({ model, messages, tools: [tool] });
    expect(completion.choices[0]?.message.tool_calls).toMatchObject([
      { function: { parsed_arguments: { location: 'Paris', unit: 'celsius' } } },
    ]);
  });

  it('gets words where it forbids calls, and a call where it names one', async () => {
    await using server = await startServer();
    const { completions } = connect(server).chat;
    const words = await completions.create({ ...body, tool_choice: 'none' });
    expect(words.choices[0]?.message.content?.length).toBeGreaterThan(10);
    const named = await completions.create({
      ...body,
      messages: [{ role: 'user', content: 'Hello!' }],
      tool_choice: { type: 'function', function: { name: 'get_weather' } },
    });
    // What the live API says where the client has chosen the tool itself.
    expect(named.choices[0]?.finish_reason).toBe('stop');
    expect(named.choices[0]?.message.tool_calls).toHaveLength(1);
  });

  it('calls functions of the older way', async () => {
    await using server = await startServer();
    const functions = tools.map((tool) => tool.function);
    const called = { name: 'get_weather', arguments: '{"location":"Paris","unit":"celsius"}' };
    const whole = await connect(server).chat.completions.create({ model, messages, functions });
    expect(whole.choices[0]).toMatchObject({
      finish_reason: 'function_call',
      message: { content: null, function_call: called },
    });
    const stream = connect(server).chat.completions.stream({ model, messages, functions });
    const completion = await stream.finalChatCompletion();
    expect(completion.choices[0]?.message).toMatchObject({ function_call: called });
  });
});

describe("OpenAI's client for Node, with a form for the answer", () => {
  const Event = z.object({ name: z.string(), date: z.string(), participants: z.array(z.string()) });

  it('parses an answer that follows a schema', async () => {
    await using server = await startServer();
    const completion = await connect(server).chat.completions.parse({
      model,
      messages: [
        { role: 'system', content: 'Extract the event.' },
        { role: 'user', content: 'Alice and Bob are going to a science fair on Friday.' },
      ],
      response_format: zodResponseFormat(Event, 'event'),
    });
    expect(completion.choices[0]?.message.parsed).toMatchObject({
      date: 'Friday',
      participants: ['Alice', 'Bob'],
    });
  });

  it('parses a recursive one from a stream', async () => {
    await using server = await startServer();
    const Node = z.object({
      name: z.string(),
      size: z.number().int().min(1).max(9),
      get children() {
        return z.array(Node);
      },
    });
    const stream = connect(server).chat.completions.stream({
      model,
      messages: [{ role: 'user', content: 'A file system with three folders.' }],
      response_format: zodResponseFormat(Node, 'node'),
    });
    const completion = await stream.finalChatCompletion();
    expect(Node.safeParse(completion.choices[0]?.message.parsed).error).toBeUndefined();
  });

  it('gets a JSON object', async () => {
    await using server = await startServer();
    const completion = await connect(server).chat.completions.create({
      model,
      messages: [{ role: 'user', content: 'Describe the city of Rome as JSON.' }],
      response_format: { type: 'json_object' },
    });
    const value: unknown = JSON.parse(completion.choices[0]?.message.content ?? '');
    expect(value).toBeTypeOf('object');
    expect(Array.isArray(value)).toBe(false);
  });
});
