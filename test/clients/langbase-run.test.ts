import { fromReadableStream, getRunner, getTextPart, handleResponseStream } from 'langbase';
import type { RunResponseStream } from 'langbase';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';
import { connectLangbase, uuid } from '../support/make-langbase.ts';

const messages = [{ role: 'user' as const, content: 'What is server-sent events?' }];

const completion = {
  id: expect.stringMatching(/^chatcmpl-[A-Za-z0-9]{29}$/),
  object: 'chat.completion',
  created: expect.any(Number),
  model: 'gpt-4o-mini',
  system_fingerprint: expect.stringMatching(/^fp_/),
};

/** The text of a stream as a browser's page would read it: a line of JSON for each chunk. */
async function readText({ stream }: RunResponseStream): Promise<string> {
  let text = '';
  for await (const chunk of getRunner(stream)) text += chunk.choices[0]?.delta.content ?? '';
  return text;
}

describe("Langbase's client, running pipes", () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it('reads a whole answer, its usage and its thread', async () => {
    const result = await connectLangbase(server.url).pipes.run({ name: 'any', messages, stream: false });
    expect(result).toMatchObject(completion);
    expect(result.completion.length).toBeGreaterThan(50);
    expect(result.choices).toEqual([
      {
        index: 0,
        message: { role: 'assistant', content: result.completion },
        logprobs: null,
        finish_reason: 'stop',
      },
    ]);
    const { prompt_tokens, completion_tokens, total_tokens } = result.usage;
    expect(total_tokens).toBe(prompt_tokens + completion_tokens);
    expect(completion_tokens).toBeGreaterThan(10);
    expect(result.threadId).toMatch(uuid);
  });

  it('gets a whole answer where it does not say how, whatever the pipe says', async () => {
    const client = connectLangbase(server.url);
    await client.pipes.create({ name: 'streams-by-itself', stream: true });
    const result = await client.pipes.run({ name: 'streams-by-itself', messages });
    expect(result.completion).toMatch(/\S/);
  });

  it('shows the headers where it is asked to', async () => {
    const client = connectLangbase(server.url);
    const whole = await client.pipes.run({ name: 'any', messages, stream: false, rawResponse: true });
    const streamed = await client.pipes.run({ name: 'any', messages, stream: true, rawResponse: true });
    await readText(streamed);
    expect(whole.rawResponse?.headers).toMatchObject({
      'content-type': 'application/json',
      'lb-thread-id': whole.threadId,
      'lb-request-id': expect.stringMatching(/^req_/),
    });
    expect(streamed.rawResponse?.headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache',
      'lb-thread-id': streamed.threadId,
    });
  });

  it('puts a stream together: text, end, usage and thread', async () => {
    const client = connectLangbase(server.url);
    const whole = await client.pipes.run({ name: 'any', messages, stream: false });
    const { stream, threadId } = await client.pipes.run({ name: 'any', messages, stream: true });
    expect(threadId).toMatch(uuid);
    expect(threadId).not.toBe(whole.threadId);
    const runner = getRunner(stream);
    const deltas: string[] = [];
    runner.on('content', (delta) => deltas.push(delta));
    const final = await runner.finalChatCompletion();
    expect(final).toMatchObject(completion);
    expect(final.choices[0]?.message).toMatchObject({ role: 'assistant', content: whole.completion });
    expect(final.choices[0]?.finish_reason).toBe('stop');
    expect(deltas.join('')).toBe(whole.completion);
    expect(deltas.length).toBeGreaterThan(5);
    expect(await runner.totalUsage()).toEqual(whole.usage);
    expect(await runner.finalContent()).toBe(whole.completion);
  });

  it('reads a stream with fromReadableStream and getTextPart', async () => {
    const client = connectLangbase(server.url);
    const whole = await client.pipes.run({ name: 'any', messages, stream: false });
    const { stream } = await client.pipes.run({ name: 'any', messages, stream: true });
    const lines = (await new Response(stream).text()).trimEnd().split('\n');
    expect(lines.map((line) => getTextPart(JSON.parse(line))).join('')).toBe(whole.completion);
    const again = await client.pipes.run({ name: 'any', messages, stream: true });
    expect(await fromReadableStream(again.stream).finalContent()).toBe(whole.completion);
  });

  it('reads a response that an app has passed on with handleResponseStream', async () => {
    const response = await fetch(`${server.url}/v1/pipes/run`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ messages, stream: true }),
    });
    const { stream, threadId, rawResponse } = handleResponseStream({ response, rawResponse: true });
    expect(threadId).toMatch(uuid);
    expect(rawResponse?.headers['lb-thread-id']).toBe(threadId);
    const final = await getRunner(stream).finalChatCompletion();
    expect(final.choices[0]?.finish_reason).toBe('stop');
  });

  it('finds a server whose URL ends in a slash', async () => {
    const client = connectLangbase(`${server.url}/`);
    expect((await client.pipes.run({ name: 'any', messages })).completion).toMatch(/\S/);
    const { id } = await client.threads.create({});
    expect((await client.threads.get({ threadId: id })).id).toBe(id);
  });

  it('gets JSON where it asks for it', async () => {
    const client = connectLangbase(server.url);
    const asked = [{ role: 'user' as const, content: 'List three colours as JSON.' }];
    const whole = await client.pipes.run({ name: 'any', messages: asked, json: true });
    expect(typeof JSON.parse(whole.completion)).toBe('object');
    const streamed = await client.pipes.run({ name: 'any', messages: asked, json: true, stream: true });
    expect(await readText(streamed)).toBe(whole.completion);
  });

  it('stops the generation when its reader is cancelled', async () => {
    await using slow = await startServer({ ttft: 0, tokensPerSecond: 20 });
    const { stream } = await connectLangbase(slow.url).pipes.run({
      name: 'any',
      messages: [{ role: 'user', content: 'Tell me a very long story.' }],
      stream: true,
    });
    const reader = stream.getReader();
    await reader.read();
    await reader.cancel();
    await vi.waitFor(() =>
      expect(slow.requests.find(({ method }) => method === 'POST')?.failure).toBe('aborted'),
    );
    const metrics = await (await fetch(`${slow.url}/metrics`)).text();
    expect(metrics).toContain('\nunderstudy_streams_running 0\n');
  });

  it('runs an agent, whole and in a stream', async () => {
    const { agent } = connectLangbase(server.url);
    const asked = {
      model: 'openai:gpt-4o-mini',
      instructions: 'Answer in one sentence.',
      input: 'What is server-sent events?',
      apiKey: 'llm-key',
    };
    const whole = await agent.run({ ...asked, stream: false });
    expect(whole).toMatchObject({ ...completion, output: expect.stringMatching(/\S/) });
    expect(whole.choices[0]?.message.content).toBe(whole.output);
    const streamed = await agent.run({ ...asked, stream: true });
    expect(await readText(streamed)).toBe(whole.output);
    const fromMessages = await agent.run({ ...asked, input: [{ role: 'user', content: asked.input }] });
    expect(fromMessages.output).toBe(whole.output);
  });

  it('gets JSON of a schema from an agent', async () => {
    const { output } = await connectLangbase(server.url).agent.run({
      model: 'openai:gpt-4o-mini',
      input: 'Describe a book.',
      apiKey: 'llm-key',
      response_format: {
        type: 'json_schema',
        json_schema: {
          name: 'book',
          schema: {
            type: 'object',
            properties: { title: { type: 'string' }, pages: { type: 'integer' } },
            required: ['title', 'pages'],
            additionalProperties: false,
          },
        },
      },
    });
    expect(JSON.parse(output)).toEqual({ title: expect.any(String), pages: expect.any(Number) });
  });
});
