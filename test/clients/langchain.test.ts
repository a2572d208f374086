import { HumanMessage, ToolMessage } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { ChatOpenAI } from '@langchain/openai';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type StartedServer, startServer } from '../../src/index.ts';
import { lookUp, question as weatherQuestion } from './tools.ts';

const question = 'Hello! Please help me with a question.';

function connect({ baseURL }: StartedServer, fields: ConstructorParameters<typeof ChatOpenAI>[0] = {}) {
  const { configuration, ...options } = fields;
  return new ChatOpenAI({
    model: 'gpt-4o-mini',
    apiKey: 'mock-api-key',
    ...options,
    configuration: { ...configuration, baseURL },
  });
}

describe('LangChain', () => {
  it('invokes the model and reads its usage', async () => {
    await using server = await startServer();
    const message = await connect(server).invoke([
      ['system', 'You are a helpful assistant.'],
      ['human', question],
    ]);
    expect(message.text.length).toBeGreaterThan(100);
    expect(message.response_metadata['finish_reason']).toBe('stop');
    expect(message.usage_metadata).toMatchObject({
      input_tokens: expect.any(Number),
      output_tokens: expect.any(Number),
    });
  });

  it('streams the same text, with usage at the end', async () => {
    await using server = await startServer();
    const whole = await connect(server).invoke(question);
    const chunks = await Array.fromAsync(await connect(server).stream(question));
    expect(chunks.map(({ text }) => text).join('')).toBe(whole.text);
    expect(chunks.length).toBeGreaterThan(3);
    const usages = chunks.map(({ usage_metadata: usage }) => usage).filter((usage) => usage !== undefined);
    expect(usages.at(-1)).toEqual(whole.usage_metadata);
  });

  it('ends the stream on the server when it aborts', async () => {
    await using server = await startServer();
    const hangUp = new AbortController();
    async function hangUpOnceAsked(): Promise<void> {
      await vi.waitFor(() => expect(server.requests).toHaveLength(1));
      hangUp.abort();
    }
    const patient = connect(server, { configuration: { defaultHeaders: { 'x-understudy-ttft': '300000' } } });
    const reading = patient
      .stream(question, { signal: hangUp.signal })
      .then((stream) => Array.fromAsync(stream));
    const [error] = await Promise.all([reading.catch((reason: unknown) => reason), hangUpOnceAsked()]);
    expect(String(error)).toMatch(/abort/i);
    await vi.waitFor(() => expect(server.requests[0]?.failure).toBe('aborted'));
  });

  const weather = tool((given: { location: string }) => JSON.stringify(lookUp(given)), {
    name: 'get_weather',
    description: 'Get the current weather.',
    schema: z.object({ location: z.string().describe('The city') }),
  });

  it('binds tools, calls them and hears what they found', async () => {
    await using server = await startServer();
    const model = connect(server).bindTools([weather]);
    const asked = new HumanMessage(weatherQuestion);
    const calling = await model.invoke([asked]);
    expect(calling.tool_calls).toMatchObject([{ name: 'get_weather', args: { location: 'Paris' } }]);
    const [call] = calling.tool_calls ?? [];
    if (call === undefined) throw new Error('No tool was called.');
    const result = await weather.invoke({ ...call, type: 'tool_call' });
    expect(result).toBeInstanceOf(ToolMessage);
    const answer = await model.invoke([asked, calling, result]);
    expect(answer.text).toContain('the temperature is 21');
  });

  it('puts a streamed call together', async () => {
    await using server = await startServer();
    const stream = await connect(server).bindTools([weather]).stream(weatherQuestion);
    const chunks = await Array.fromAsync(stream);
    const joined = chunks.reduce((whole, chunk) => whole.concat(chunk));
    expect(joined.tool_calls).toMatchObject([{ name: 'get_weather', args: { location: 'Paris' } }]);
  });

  it.each(['functionCalling', 'jsonSchema'] as const)('reads structured output by %s', async (method) => {
    await using server = await startServer();
    const Person = z.object({ name: z.string(), age: z.number() });
    const model = connect(server).withStructuredOutput(Person, { method, name: 'person' });
    expect(await model.invoke('Jason is 25 years old.')).toEqual({ name: 'Jason', age: 25 });
  });

  it('hears of a bad request without trying again', async () => {
    await using server = await startServer();
    const model = connect(server, { temperature: 3 });
    await expect(model.invoke(question)).rejects.toMatchObject({ status: 400, param: 'temperature' });
    expect(server.requests).toHaveLength(1);
  });
});
