import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';

const model = 'gpt-4o-mini';
const messages = [{ role: 'user' as const, content: 'Hello! Please help me with a question.' }];
const body = { model, messages };

const start = (): Promise<StartedServer> => startServer();

function connect({ baseURL }: StartedServer): OpenAI {
  return new OpenAI({ baseURL, apiKey: 'mock-api-key' });
}

describe("OpenAI's client for Node, with whole answers", () => {
  it('reads a chat completion with its usage', async () => {
    await using server = await start();
    const completion = await connect(server).chat.completions.create(body);
    const [choice] = completion.choices;
    expect(completion.object).toBe('chat.completion');
    expect(completion.id).toMatch(/^chatcmpl-[A-Za-z0-9]{29}$/);
    expect(completion.model).toBe('gpt-4o-mini-2024-07-18');
    expect(choice?.message.role).toBe('assistant');
    expect(choice?.message.content?.length).toBeGreaterThan(100);
    expect(choice?.finish_reason).toBe('stop');
    const usage = completion.usage;
    expect(usage?.total_tokens).toBe((usage?.prompt_tokens ?? NaN) + (usage?.completion_tokens ?? NaN));
  });

  it('names the request in _request_id and shows the headers in withResponse', async () => {
    await using server = await start();
    const completions = connect(server).chat.completions;
    const completion = await completions.create(body);
    expect(completion._request_id).toMatch(/^req_[0-9a-f]{32}$/);
    expect(server.requests.at(-1)).toMatchObject({ id: completion._request_id, status: 200, model });
    const { response, request_id } = await completions.create(body).withResponse();
    expect(request_id).toBe(server.requests.at(-1)?.id);
    expect(response.headers.get('openai-processing-ms')).toMatch(/^\d+$/);
  });

  it('gets as many choices as it asks for', async () => {
    await using server = await start();
    const completion = await connect(server).chat.completions.create({ ...body, n: 2 });
    expect(completion.choices.map(({ index }) => index)).toEqual([0, 1]);
    for (const { message } of completion.choices) expect(message.content).not.toBe('');
  });

  it('gets the log probability of every token', async () => {
    await using server = await start();
    const completion = await connect(server).chat.completions.create({
      ...body,
      logprobs: true,
      top_logprobs: 3,
    });
    const content = completion.choices[0]?.logprobs?.content ?? [];
    expect(content).toHaveLength(completion.usage?.completion_tokens ?? -1);
    const bytes = content.flatMap((token) => token.bytes ?? []);
    expect(Buffer.from(bytes).toString()).toBe(completion.choices[0]?.message.content);
    for (const { logprob, top_logprobs } of content) {
      expect(logprob).toBeLessThanOrEqual(0);
      expect(top_logprobs).toHaveLength(3);
    }
  });

  it('gets at most max_completion_tokens, and is told that there was more', async () => {
    await using server = await start();
    const completion = await connect(server).chat.completions.create({ ...body, max_completion_tokens: 7 });
    expect(completion.choices[0]?.finish_reason).toBe('length');
    expect(completion.usage?.completion_tokens).toBe(7);
  });

  it('gets the text before a stop sequence', async () => {
    await using server = await start();
    const client = connect(server);
    const whole = (await client.chat.completions.create(body)).choices[0]?.message.content ?? '';
    const stop = whole.slice(40, 46);
    const cut = await client.chat.completions.create({ ...body, stop });
    expect(cut.choices[0]?.message.content).toBe(whole.slice(0, whole.indexOf(stop)));
    expect(cut.choices[0]?.finish_reason).toBe('stop');
  });

  it('gets the same answer from another server for an equal request, and another one for another seed', async () => {
    await using first = await start();
    await using second = await start();
    const asked = { model, messages: [{ role: 'user' as const, content: 'Surprise me.' }] };
    const ask = async (server: StartedServer, seed: number): Promise<string | null | undefined> => {
      const completion = await connect(server).chat.completions.create({ ...asked, seed });
      return completion.choices[0]?.message.content;
    };
    expect(await ask(first, 42)).toBe(await ask(second, 42));
    const texts = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => ask(first, seed)));
    expect(new Set(texts).size).toBeGreaterThan(1);
  });

  it('lists the models and retrieves one', async () => {
    await using server = await start();
    const client = connect(server);
    const ids: string[] = [];
    for await (const { id } of client.models.list()) ids.push(id);
    expect(ids).toContain(model);
    expect(await client.models.retrieve(model)).toMatchObject({ id: model, object: 'model' });
  });
});

describe("OpenAI's client for Node, with streams", () => {
  it('reads the same text as the whole answer has, and exact usage at the end', async () => {
    await using server = await start();
    const client = connect(server);
    const whole = await client.chat.completions.create(body);
    const stream = await client.chat.completions.create({
      ...body,
      stream: true,
      stream_options: { include_usage: true },
    });
    const chunks = await Array.fromAsync(stream);
    const text = chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('');
    expect(text).toBe(whole.choices[0]?.message.content);
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
    expect(chunks[0]?.choices[0]?.delta).toEqual({ role: 'assistant', content: '', refusal: null });
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe('stop');
    expect(chunks.at(-1)?.choices).toEqual([]);
    expect(chunks.at(-1)?.usage).toEqual(whole.usage);
  });

  it('puts the answer together with the stream helper', async () => {
    await using server = await start();
    const stream = connect(server).chat.completions.stream({
      ...body,
      stream_options: { include_usage: true },
    });
    const deltas: string[] = [];
    stream.on('content', (delta) => deltas.push(delta));
    const completion = await stream.finalChatCompletion();
    expect(completion.choices[0]?.message).toMatchObject({ role: 'assistant', content: deltas.join('') });
    expect(completion.choices[0]?.finish_reason).toBe('stop');
    expect(await stream.finalContent()).toBe(deltas.join(''));
    expect(await stream.totalUsage()).toEqual(completion.usage);
    expect(deltas.length).toBeGreaterThan(1);
  });

  it('tells two choices apart', async () => {
    await using server = await start();
    const stream = connect(server).chat.completions.stream({ ...body, n: 2 });
    const completion = await stream.finalChatCompletion();
    const whole = await connect(server).chat.completions.create({ ...body, n: 2 });
    const texts = (choices: typeof whole.choices) => choices.map(({ message }) => message.content);
    expect(texts(completion.choices)).toEqual(texts(whole.choices));
  });

  it('carries the log probabilities of each piece', async () => {
    await using server = await start();
    const stream = connect(server).chat.completions.stream({ ...body, logprobs: true, top_logprobs: 1 });
    const completion = await stream.finalChatCompletion();
    const tokens = completion.choices[0]?.logprobs?.content?.map(({ token }) => token) ?? [];
    expect(tokens.join('')).toBe(completion.choices[0]?.message.content);
  });

  it('shows the headers before the stream has ended', async () => {
    await using server = await start();
    const { response, data } = await connect(server)
      .chat.completions.create({ ...body, stream: true })
      .withResponse();
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('x-request-id')).toMatch(/^req_/);
    await Array.fromAsync(data);
  });
});
