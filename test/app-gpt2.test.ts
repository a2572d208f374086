import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../src/index.ts';
import { makeGguf, tiny } from './engines/gpt2/make-gguf.ts';
import { hasNative } from './engines/gpt2/native.ts';

const model = fileURLToPath(new URL('data/tiny-gpt2', import.meta.url));

interface Usage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
}

// Two layers of random weights: what they say means nothing, but every token of it is computed.
describe.each(['auto', 'off'] as const)('a server whose model computes, native engine %s', (native) => {
  let server: StartedServer;
  let cache: string;

  beforeAll(async () => {
    cache = mkdtempSync(join(tmpdir(), 'understudy-cache-'));
    server = await startServer({ engine: 'gpt2', model, native, cache, offline: true });
  }, 60_000);
  afterAll(async () => {
    await server.close();
    rmSync(cache, { recursive: true });
  });

  async function post(path: string, body: object): Promise<Response> {
    return fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  it('goes on with the text of a path, token by token', async () => {
    const reply = await fetch(`${server.url}/completion/The%20dog?max_new_tokens=8&seed=1`);
    const text = await reply.text();
    expect(reply.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(text).toMatch(/^id: 0\ndata: /);
    expect(text).toMatch(/event: done\ndata: \[DONE\]\n\n$/);
  });

  it('says the same to the same request, and something else to another seed', async () => {
    const ask = async (seed: number) =>
      (await fetch(`${server.url}/completion/The%20dog?max_new_tokens=12&seed=${seed}&format=raw`)).text();
    const first = await ask(1);
    expect(await ask(1)).toBe(first);
    expect(await ask(2)).not.toBe(first);
  });

  it('counts the tokens of its own model', async () => {
    const reply = await post('/v1/completions', {
      model: 'gpt2',
      prompt: 'In the',
      max_tokens: 5,
      logprobs: 2,
    });
    const body = (await reply.json()) as {
      model: string;
      usage: Usage;
      choices: { logprobs: { token_logprobs: number[] } }[];
    };
    expect(reply.status).toBe(200);
    expect(body.model).toBe('tiny-gpt2');
    expect(body.usage.completion_tokens).toBeLessThanOrEqual(5);
    expect(body.choices[0]?.logprobs.token_logprobs).toHaveLength(body.usage.completion_tokens);
    for (const logprob of body.choices[0]?.logprobs.token_logprobs ?? []) expect(logprob).toBeLessThan(0);
  });

  it('answers conversations, streamed as whole', async () => {
    const asked = {
      model: 'any-model',
      messages: [{ role: 'user', content: 'Hi' }],
      max_tokens: 6,
      temperature: 0,
    };
    const whole = (await (await post('/v1/chat/completions', asked)).json()) as {
      choices: { message: { content: string } }[];
      usage: Usage;
    };
    const events = (await (await post('/v1/chat/completions', { ...asked, stream: true })).text())
      .split('\n\n')
      .filter((event) => event.startsWith('data: {'))
      .map((event) => JSON.parse(event.slice(6)) as { choices: { delta: { content?: string } }[] });
    expect(events.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe(
      whole.choices[0]?.message.content,
    );
    expect(whole.usage.prompt_tokens).toBeGreaterThan(2);
  });

  it('takes prompts and pipes too', async () => {
    const prompt = await post('/v1/chat/completions', { prompt: 'Hello', stream: true });
    expect(await prompt.text()).toMatch(/data: \[DONE\]\n\n$/);
    const run = await post('/v1/pipes/run', { messages: [{ role: 'user', content: 'Hi' }], max_tokens: 4 });
    expect(await run.json()).toMatchObject({ raw: { object: 'chat.completion' } });
  });

  it('forgets the oldest turns of a thread that it has no room for', async () => {
    let thread = {};
    for (let turn = 0; turn < 6; turn += 1) {
      const messages = [{ role: 'user', content: `Tell me something that is new to me, please: ${turn}` }];
      const body = { model: 'openai:gpt-4o-mini', messages, max_tokens: 5, stream: false, ...thread };
      const reply = await post('/v1/pipes/run', body);
      expect(reply.status).toBe(200);
      thread = { threadId: reply.headers.get('lb-thread-id') };
    }
  });

  it('refuses what its model has no room for, and what cannot be sampled', async () => {
    const long = await post('/v1/completions', {
      model: 'gpt2',
      prompt: 'The dog '.repeat(200),
      max_tokens: 4,
    });
    expect(long.status).toBe(400);
    expect(await long.json()).toMatchObject({ error: { code: 'context_length_exceeded' } });
    const hot = await fetch(`${server.url}/completion/Hi?temperature=99`);
    expect(hot.status).toBe(422);
  });

  it('tells how much it has computed', async () => {
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    const said = /^understudy_model_tokens_total (\d+)$/m.exec(metrics)?.[1];
    expect(Number(said)).toBeGreaterThan(10);
    expect(metrics).toMatch(/^understudy_model_queued 0$/m);
  });

  it('is listed by its own name', async () => {
    const models = (await (await fetch(`${server.url}/v1/models`)).json()) as { data: { id: string }[] };
    expect(models.data.map(({ id }) => id)).toEqual(expect.arrayContaining(['tiny-gpt2', 'gpt2']));
  });
});

it.skipIf(!hasNative)('takes of a GGUF file as many tokens as its model has room for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'understudy-wide-'));
  const path = join(folder, 'wide.gguf');
  await makeGguf(path, { ...tiny, context: 2048 });
  await using server = await startServer({ engine: 'gpt2', model: path, offline: true });
  const reply = await fetch(`${server.url}/v1/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'wide', prompt: Array.from({ length: 1500 }, () => 64), max_tokens: 1 }),
  });
  const chat = await fetch(`${server.url}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"model":"wide","max_tokens":1500,"stop":" ","messages":[{"role":"user","content":"Hi"}]}',
  });
  expect([reply.status, chat.status]).toEqual([200, 200]);
  rmSync(folder, { recursive: true });
});

it('says what is wrong with a model that is not there, and answers everything else', async () => {
  await using server = await startServer({ model: '/no/such/folder' });
  const missing = await fetch(`${server.url}/completion/Hi`);
  expect(missing.status).toBe(503);
  expect(await missing.json()).toEqual({ detail: expect.stringContaining('/no/such/folder') });
  const other = await fetch(`${server.url}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"model":"gpt-4o-mini","messages":[{"role":"user","content":"Hi"}]}',
  });
  expect(other.status).toBe(200);
});
