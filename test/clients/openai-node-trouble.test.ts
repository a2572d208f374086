import OpenAI, {
  APIUserAbortError,
  AuthenticationError,
  BadRequestError,
  InternalServerError,
  NotFoundError,
} from 'openai';
import { describe, expect, it, vi } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';

const body = {
  model: 'gpt-4o-mini',
  messages: [{ role: 'user' as const, content: 'Hello! Please help me.' }],
};

// Streams begin at once, but their first piece comes later than any test ends.
const slow = { headers: { 'x-understudy-ttft': '300000' } };

function connect({ baseURL }: StartedServer, options: { maxRetries?: number; apiKey?: string } = {}): OpenAI {
  return new OpenAI({ baseURL, apiKey: 'mock-api-key', maxRetries: 0, ...options });
}

async function failureOf(promise: PromiseLike<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('The call did not fail.');
}

async function metric({ url }: StartedServer, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
}

describe("the errors of OpenAI's client for Node", () => {
  it('are a BadRequestError with the parameter and the code', async () => {
    await using server = await startServer();
    const error = await failureOf(connect(server).chat.completions.create({ ...body, temperature: 3 }));
    expect(error).toBeInstanceOf(BadRequestError);
    expect(error).toMatchObject({
      status: 400,
      param: 'temperature',
      code: 'decimal_above_max_value',
      type: 'invalid_request_error',
      requestID: expect.stringMatching(/^req_/),
    });
  });

  it('are a NotFoundError for a model that a strict server does not know', async () => {
    await using server = await startServer({ strict: true });
    const error = await failureOf(connect(server).chat.completions.create({ ...body, model: 'gpt-nobody' }));
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).toMatchObject({ status: 404, code: 'model_not_found' });
  });

  it('are a NotFoundError for a model that cannot be retrieved', async () => {
    await using server = await startServer();
    expect(await failureOf(connect(server).models.retrieve('gpt-nobody'))).toBeInstanceOf(NotFoundError);
  });

  it('are an AuthenticationError for a wrong key, and none for the right one', async () => {
    await using server = await startServer({ apiKey: ['sk-understudy-right'] });
    const error = await failureOf(connect(server).chat.completions.create(body));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({ status: 401, code: 'invalid_api_key' });
    const right = connect(server, { apiKey: 'sk-understudy-right' });
    expect((await right.chat.completions.create(body)).object).toBe('chat.completion');
  });

  const tool = { type: 'custom' as const, custom: { name: 'look_up' } };
  it.each([
    ['tools', { tools: [tool] }],
    ['modalities', { modalities: ['text' as const, 'audio' as const] }],
    ['store', { store: true }],
  ])('say that %s are not supported rather than answer something else', async (param, asked) => {
    await using server = await startServer();
    const error = await failureOf(connect(server).chat.completions.create({ ...body, ...asked }));
    expect(error).toBeInstanceOf(BadRequestError);
    expect(error).toMatchObject({ code: 'unsupported_parameter', param });
  });
});

describe("an abort by OpenAI's client for Node", () => {
  it('ends the stream on the server', async () => {
    await using server = await startServer();
    const stream = await connect(server).chat.completions.create({ ...body, stream: true }, slow);
    // The first chunk names the role; leaving the loop hangs up.
    for await (const { choices } of stream) {
      if (choices[0]?.delta.role === 'assistant') break;
    }
    await vi.waitFor(async () => {
      expect(server.requests.find(({ method }) => method === 'POST')?.failure).toBe('aborted');
      expect(await metric(server, 'understudy_streams_running')).toBe(0);
    });
    expect(await metric(server, 'understudy_aborted_total')).toBe(1);
  });

  it('ends a whole answer that it waits for', async () => {
    await using server = await startServer();
    const hangUp = new AbortController();
    const waiting = connect(server).chat.completions.create(body, { ...slow, signal: hangUp.signal });
    const failed = failureOf(waiting);
    await vi.waitFor(async () => expect(await metric(server, 'understudy_answers_waiting')).toBe(1));
    hangUp.abort();
    expect(await failed).toBeInstanceOf(APIUserAbortError);
    await vi.waitFor(async () => expect(await metric(server, 'understudy_answers_waiting')).toBe(0));
    expect(server.requests.find(({ method }) => method === 'POST')?.failure).toBe('aborted');
  });
});

describe("the retries of OpenAI's client for Node", () => {
  it('get the answer once a full server has room again', async () => {
    await using server = await startServer({ limits: { maxStreams: 1 } });
    const holding = await connect(server).chat.completions.create({ ...body, stream: true }, slow);
    const retrying = connect(server, { maxRetries: 2 }).chat.completions.create(body);
    await vi.waitFor(() => expect(server.requests.map(({ status }) => status)).toContain(503));
    holding.controller.abort();
    expect((await retrying).object).toBe('chat.completion');
    const counts = server.requests.map(({ headers }) => headers['x-stainless-retry-count']);
    expect(counts).toEqual(['0', '0', '1']);
    expect(server.requests.map(({ status }) => status)).toEqual([200, 503, 200]);
  });

  it('end with an InternalServerError while the server stays full', async () => {
    await using server = await startServer({ limits: { maxStreams: 1 } });
    const holding = await connect(server).chat.completions.create({ ...body, stream: true }, slow);
    const error = await failureOf(connect(server).chat.completions.create(body));
    expect(error).toBeInstanceOf(InternalServerError);
    expect(error).toMatchObject({ status: 503, code: 'server_is_overloaded' });
    holding.controller.abort();
  });
});
