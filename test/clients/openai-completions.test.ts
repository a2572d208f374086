import { createOpenAI } from '@ai-sdk/openai';
import { OpenAI as LangchainOpenAI } from '@langchain/openai';
import { generateText, streamText } from 'ai';
import OpenAI from 'openai';
import { describe, expect, it, vi } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';

const model = 'gpt-3.5-turbo-instruct';
const prompt = 'Tell me a joke about servers.';
const apiKey = 'mock-api-key';

function connect({ baseURL }: StartedServer): OpenAI {
  return new OpenAI({ baseURL, apiKey });
}

describe("OpenAI's client for Node, with text completions", () => {
  it('reads a whole one, 16 tokens long unless it asks for more', async () => {
    await using server = await startServer({ strict: true });
    const completion = await connect(server).completions.create({ model, prompt: 'What is AI?' });
    expect(completion).toMatchObject({
      id: expect.stringMatching(/^cmpl-[A-Za-z0-9]{29}$/),
      object: 'text_completion',
      model: 'gpt-3.5-turbo-instruct:20230824-v2',
      usage: { prompt_tokens: 4, completion_tokens: 16, total_tokens: 20 },
    });
    expect(completion.choices).toEqual([
      { text: expect.any(String), index: 0, logprobs: null, finish_reason: 'length' },
    ]);
    expect(completion._request_id).toMatch(/^req_/);
  });

  it('reads the same text from a stream, and exact usage at the end', async () => {
    await using server = await startServer();
    const client = connect(server);
    const body = { model, prompt, max_tokens: 3000 };
    const whole = await client.completions.create(body);
    const stream = await client.completions.create({
      ...body,
      stream: true,
      stream_options: { include_usage: true },
    });
    const chunks = await Array.fromAsync(stream);
    expect(chunks.map(({ choices }) => choices[0]?.text ?? '').join('')).toBe(whole.choices[0]?.text);
    expect(chunks.length).toBeGreaterThan(5);
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe('stop');
    expect(chunks.at(-1)?.usage).toEqual(whole.usage);
  });

  it('gets as many choices of each prompt as it asks for', async () => {
    await using server = await startServer();
    const completions = connect(server).completions;
    const prompts = ['What is AI?', 'Tell me a joke.'];
    const together = await completions.create({ model, prompt: prompts, n: 2, max_tokens: 40 });
    expect(together.choices.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    const alone = await completions.create({ model, prompt: 'Tell me a joke.', n: 2, max_tokens: 40 });
    expect(together.choices.slice(2).map(({ text }) => text)).toEqual(alone.choices.map(({ text }) => text));
  });

  it('gets the prompt before the text, and stops where it says', async () => {
    await using server = await startServer();
    const completions = connect(server).completions;
    const body = { model, prompt, max_tokens: 200 };
    const whole = (await completions.create(body)).choices[0]?.text ?? '';
    const stop = whole.slice(20, 26);
    const { choices } = await completions.create({ ...body, echo: true, stop });
    expect(choices[0]?.text).toBe(prompt + whole.slice(0, whole.indexOf(stop)));
    expect(choices[0]?.finish_reason).toBe('stop');
  });

  it('gets the log probability of every token', async () => {
    await using server = await startServer();
    const completion = await connect(server).completions.create({ model, prompt, logprobs: 3 });
    const logprobs = completion.choices[0]?.logprobs;
    expect(logprobs?.tokens?.join('')).toBe(completion.choices[0]?.text);
    expect(logprobs?.token_logprobs?.every((each) => each <= 0)).toBe(true);
    expect(logprobs?.top_logprobs?.map((each) => Object.keys(each).length)).toEqual(
      Array.from({ length: 16 }, () => 3),
    );
  });

  it('is told of a chat model, and of a wrong parameter', async () => {
    await using server = await startServer({ strict: true });
    const completions = connect(server).completions;
    await expect(completions.create({ model: 'gpt-4o', prompt })).rejects.toMatchObject({
      status: 404,
      param: 'model',
    });
    await expect(completions.create({ model, prompt, logprobs: 9 })).rejects.toMatchObject({
      status: 400,
      param: 'logprobs',
    });
  });

  it('ends the stream on the server when it leaves early', async () => {
    await using server = await startServer({ ttft: 0, tokensPerSecond: 5 });
    const stream = await connect(server).completions.create({ model, prompt, stream: true });
    for await (const chunk of stream) {
      expect(chunk.choices).toHaveLength(1);
      break;
    }
    await vi.waitFor(() => expect(server.requests[0]?.failure).toBe('aborted'));
  });
});

describe("Vercel's AI SDK, with text completions", () => {
  const ask = ({ baseURL }: StartedServer) => createOpenAI({ baseURL, apiKey }).completion(model);

  it('generates and streams the same text, with its usage', async () => {
    await using server = await startServer();
    const whole = await generateText({ model: ask(server), prompt, maxOutputTokens: 60 });
    const stream = streamText({ model: ask(server), prompt, maxOutputTokens: 60 });
    expect((await Array.fromAsync(stream.textStream)).join('')).toBe(whole.text);
    expect(await stream.finishReason).toBe(whole.finishReason);
    expect((await stream.usage).outputTokens).toBe(whole.usage.outputTokens);
    expect(whole.usage.inputTokens).toBeGreaterThan(0);
  });
});

describe('LangChain, with text completions', () => {
  const create = ({ baseURL }: StartedServer, more: object = {}) =>
    new LangchainOpenAI({ model, apiKey, maxTokens: 60, configuration: { baseURL }, ...more });

  it('invokes and streams the same text', async () => {
    await using server = await startServer();
    const whole = await create(server).invoke(prompt);
    const chunks = await Array.fromAsync(await create(server).stream(prompt));
    expect(chunks.length).toBeGreaterThan(2);
    expect(chunks.join('')).toBe(whole);
  });

  it('generates for several prompts in one request', async () => {
    await using server = await startServer();
    const { generations, llmOutput } = await create(server, { n: 2, bestOf: 2 }).generate([
      'What is AI?',
      'Tell me a joke.',
    ]);
    expect(generations.map((each) => each.length)).toEqual([2, 2]);
    expect(server.requests).toHaveLength(1);
    expect(llmOutput?.['tokenUsage']).toMatchObject({ promptTokens: expect.any(Number) });
  });
});
