import { createOpenAI } from '@ai-sdk/openai';
import { APICallError, Output, generateText, isStepCount, jsonSchema, streamText, tool } from 'ai';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type StartedServer, startServer } from '../../src/index.ts';
import { lookUp, question, weatherParameters } from './tools.ts';

const prompt = 'Hello! Please help me with a question.';

// The provider's default model speaks the Responses API; `chat` asks for chat completions.
function model({ baseURL }: StartedServer) {
  return createOpenAI({ baseURL, apiKey: 'mock-api-key' }).chat('gpt-4o-mini');
}

describe("Vercel's AI SDK", () => {
  it('generates a text with its usage', async () => {
    await using server = await startServer();
    const { text, finishReason, usage, response } = await generateText({ model: model(server), prompt });
    expect(text.length).toBeGreaterThan(100);
    expect(finishReason).toBe('stop');
    expect(usage.totalTokens).toBe((usage.inputTokens ?? NaN) + (usage.outputTokens ?? NaN));
    expect(response.modelId).toBe('gpt-4o-mini-2024-07-18');
  });

  it('streams the same text in several deltas, with usage', async () => {
    await using server = await startServer();
    const whole = await generateText({ model: model(server), prompt });
    const stream = streamText({ model: model(server), prompt });
    const deltas = await Array.fromAsync(stream.textStream);
    expect(deltas.length).toBeGreaterThan(1);
    expect(deltas.join('')).toBe(whole.text);
    expect(await stream.finishReason).toBe('stop');
    expect((await stream.usage).outputTokens).toBe(whole.usage.outputTokens);
  });

  it('sends a system message, a limit and a stop sequence that are heeded', async () => {
    await using server = await startServer();
    const { usage, finishReason } = await generateText({
      model: model(server),
      instructions: 'You are a helpful assistant.',
      prompt,
      maxOutputTokens: 5,
      stopSequences: ['never said'],
    });
    expect(finishReason).toBe('length');
    expect(usage.outputTokens).toBe(5);
    expect(server.requests[0]?.body).toMatchObject({ stop: ['never said'], max_tokens: 5 });
  });

  it('ends the stream on the server when it aborts', async () => {
    await using server = await startServer();
    const hangUp = new AbortController();
    const stream = streamText({
      model: model(server),
      prompt,
      abortSignal: hangUp.signal,
      headers: { 'x-understudy-ttft': '300000' },
    });
    const [parts] = await Promise.all([
      Array.fromAsync(stream.fullStream, ({ type }) => type),
      vi.waitUntil(() => server.requests.length > 0).then(() => hangUp.abort()),
    ]);
    expect(parts).toContain('abort');
    await vi.waitFor(() => expect(server.requests[0]?.failure).toBe('aborted'));
  });

  const tools = {
    get_weather: tool({
      description: 'Get the current weather.',
      inputSchema: jsonSchema<{ location: string; unit?: string }>({
        ...weatherParameters,
        required: ['location'],
      }),
      execute: lookUp,
    }),
  };

  it('calls tools and tells what they found', async () => {
    await using server = await startServer();
    const { text, steps } = await generateText({
      model: model(server),
      prompt: question,
      tools,
      stopWhen: isStepCount(5),
    });
    expect(steps.map(({ finishReason }) => finishReason)).toEqual(['tool-calls', 'stop']);
    expect(steps[0]?.toolCalls).toMatchObject([
      { toolName: 'get_weather', input: { location: 'Paris', unit: 'celsius' } },
    ]);
    expect(text).toContain('the temperature is 21');
  });

  it('streams the same calls and the same text', async () => {
    await using server = await startServer();
    const stream = streamText({ model: model(server), prompt: question, tools, stopWhen: isStepCount(5) });
    const types = new Set(await Array.fromAsync(stream.fullStream, ({ type }) => type));
    expect([...types]).toEqual(
      expect.arrayContaining([
        'tool-input-start',
        'tool-input-delta',
        'tool-call',
        'tool-result',
        'text-delta',
      ]),
    );
    expect(await stream.text).toContain('the temperature is 21');
  });

  it('generates an object that follows a schema, whole and in a stream', async () => {
    await using server = await startServer();
    const schema = z.object({ name: z.string(), age: z.number().int(), hobbies: z.array(z.string()).min(1) });
    const asked = {
      model: model(server),
      output: Output.object({ schema }),
      prompt: 'Jason is 25 years old and likes to swim.',
    };
    const { output } = await generateText(asked);
    expect(output).toMatchObject({ name: 'Jason', age: 25 });
    const stream = streamText(asked);
    const partial = await Array.fromAsync(stream.partialOutputStream);
    expect(partial.length).toBeGreaterThan(1);
    expect(partial.at(-1)).toEqual(output);
  });

  it('throws an APICallError that is not worth a retry for a bad request', async () => {
    await using server = await startServer();
    const failed = generateText({ model: model(server), prompt, temperature: 3 });
    await expect(failed).rejects.toSatisfy(
      (error) => APICallError.isInstance(error) && error.statusCode === 400 && !error.isRetryable,
    );
  });
});
