import { describe, expect, it } from 'vitest';
import { type OpenLangbase, openLangbase, refusal } from './open-langbase.ts';

const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
const messages = [{ role: 'user', content: 'Hello!' }];

async function stream(langbase: OpenLangbase, path: string, body: object): Promise<[Headers, string]> {
  const answer = await fetch(langbase.server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, stream: true }),
  });
  return [answer.headers, await answer.text()];
}

describe('runs of earlier years', () => {
  it.each(['/beta/pipes/run', '/beta/chat'])('have a thread at %s', async (path) => {
    await using langbase = await openLangbase();
    const first = await langbase.call('POST', path, { messages, chat: true });
    expect(first).toMatchObject({
      status: 200,
      body: { completion: 'Well said.', raw: { object: 'chat.completion' } },
    });
    const threadId = first.headers.get('lb-thread-id') ?? '';
    expect(threadId).toMatch(uuid);
    const second = await langbase.call('POST', path, { messages, threadId });
    expect(second.headers.get('lb-thread-id')).toBe(threadId);
    const [headers, text] = await stream(langbase, path, { messages });
    expect(headers.get('lb-thread-id')).toMatch(uuid);
    expect(text).toMatch(/data: \[DONE\]\n\n$/);
  });

  it('have none where they generate', async () => {
    await using langbase = await openLangbase();
    const whole = await langbase.call('POST', '/beta/generate', { messages });
    expect(whole).toMatchObject({ status: 200, body: { completion: 'Well said.' } });
    expect(whole.headers.has('lb-thread-id')).toBe(false);
    const [headers, text] = await stream(langbase, '/beta/generate', { messages });
    expect(headers.has('lb-thread-id')).toBe(false);
    expect(headers.get('content-type')).toBe('text/event-stream');
    expect(text).toMatch(/data: \[DONE\]\n\n$/);
    expect(await langbase.call('POST', '/beta/generate', {})).toMatchObject(refusal(400, 'BAD_REQUEST'));
  });

  it.each(['/v1/llm', '/v1/llm/run'])('answer a completion at %s', async (path) => {
    await using langbase = await openLangbase();
    const model = 'openai:gpt-4o-mini';
    const { status, body } = await langbase.call('POST', path, { model, messages, llmKey: 'key' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ completion: 'Well said.', raw: { model: 'gpt-4o-mini' } });
    const [, text] = await stream(langbase, path, { model, messages });
    expect(text).toMatch(/^data: .*"object":"chat\.completion\.chunk"/);
    for (const wrong of [{ messages }, { model }, { model, messages: [] }]) {
      expect(await langbase.call('POST', path, wrong)).toMatchObject(refusal(400, 'BAD_REQUEST'));
    }
  });
});

describe.each(['/beta/user', '/beta/org/someone'])('pipes at %s', (path) => {
  const config = {
    meta: { stream: false, json: false, store: true, moderate: true },
    model: { name: 'gpt-4o', provider: 'OpenAI', params: { temperature: 0.1, max_tokens: 50 } },
    prompt: {
      system: 'You speak of {{topic}}.',
      messages: [{ role: 'user', content: 'Before.' }],
      variables: [{ name: 'topic', value: 'tea' }],
    },
  };

  it('are made of a config, changed, listed and run', async () => {
    await using langbase = await openLangbase();
    const made = await langbase.call('POST', `${path}/pipes`, {
      name: 'old',
      description: 'An old one.',
      type: 'chat',
      config,
    });
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'old', api_key: expect.stringMatching(/^pipe_/) },
    });
    const changed = await langbase.call('POST', '/beta/pipes/someone/old', { description: 'Newer.' });
    expect(changed).toMatchObject({ status: 200, body: { description: 'Newer.' } });
    const { body } = await langbase.call('GET', `${path}/pipes`);
    expect(body).toEqual({
      pipes: [
        expect.objectContaining({
          name: 'old',
          description: 'Newer.',
          model: 'openai:gpt-4o',
          temperature: 0.1,
          max_tokens: 50,
          moderate: true,
        }),
      ],
    });
    expect(body.pipes[0]).not.toHaveProperty('config');
    const key = { authorization: `Bearer ${made.body.api_key}` };
    const run = await langbase.call('POST', '/beta/pipes/run', { messages }, key);
    expect(run.body.raw.model).toBe('gpt-4o');
    expect(langbase.prompts.at(-1)).toBe('system: You speak of tea.\nuser: Before.\nuser: Hello!');
  });

  it('are made of today’s fields too', async () => {
    await using langbase = await openLangbase();
    await langbase.call('POST', `${path}/pipes`, { name: 'plain', model: 'openai:gpt-4o' });
    expect((await langbase.call('GET', '/v1/pipes')).body).toMatchObject([
      { name: 'plain', model: 'openai:gpt-4o' },
    ]);
  });

  it.each<[string, object]>([
    ['no name', { config }],
    ['a config that is a text', { name: 'a', config: 'x' }],
    ['a prompt without roles', { name: 'a', config: { prompt: { messages: [{ content: 'a' }] } } }],
    ['a temperature that is too high', { name: 'a', config: { model: { params: { temperature: 9 } } } }],
  ])('are refused with %s', async (_, body) => {
    await using langbase = await openLangbase();
    expect(await langbase.call('POST', `${path}/pipes`, body)).toMatchObject(refusal(400, 'BAD_REQUEST'));
  });
});

describe.each(['/beta/user', '/beta/org/someone'])('memory sets at %s', (path) => {
  it('are memories by another name', async () => {
    await using langbase = await openLangbase();
    const made = await langbase.call('POST', `${path}/memorysets`, { name: 'books', description: 'Old.' });
    expect(made).toMatchObject({ status: 201, body: { name: 'books' } });
    expect((await langbase.call('GET', `${path}/memorysets`)).body).toEqual({
      memorySets: [expect.objectContaining({ name: 'books', description: 'Old.' })],
    });
    const asked = await langbase.call('POST', `${path}/memorysets/documents`, {
      memoryName: 'books',
      ownerLogin: 'someone',
      fileName: 'tea.md',
    });
    const type = { 'content-type': 'text/plain' };
    expect(await langbase.call('PUT', asked.body.signedUrl, 'Tea at five.', type)).toMatchObject({
      status: 200,
    });
    const set = '/beta/memorysets/someone/books';
    expect((await langbase.call('GET', `${set}/documents`)).body).toEqual({
      docs: [expect.objectContaining({ name: 'tea.md', status: 'completed' })],
    });
    const meta = { docName: 'tea.md', documentName: 'tea.md' };
    const found = [{ text: 'Tea at five.', similarity: expect.any(Number), meta }];
    const question = { query: 'tea', ownerLogin: 'someone', memory: [{ name: 'books' }] };
    expect((await langbase.call('POST', '/beta/memory/retrieve', question)).body).toEqual(found);
    expect((await langbase.call('POST', `${set}/retrieve`, { query: 'tea' })).body).toEqual(found);
    const retry = '/beta/memorysets/someone/documents/embeddings/retry';
    const which = { memoryName: 'books', documentName: 'tea.md' };
    expect(await langbase.call('POST', retry, which)).toMatchObject({ status: 200, body: { success: true } });
    for (const wrong of [{ memoryName: 'books' }, { documentName: 'tea.md' }, []]) {
      expect(await langbase.call('POST', retry, wrong)).toMatchObject(refusal(400, 'BAD_REQUEST'));
    }
    expect(await langbase.call('POST', `${set}/retrieve`, {})).toMatchObject(refusal(400, 'BAD_REQUEST'));
    expect(await langbase.call('DELETE', `${set}/documents/tea.md`)).toMatchObject({ status: 200 });
    expect(await langbase.call('DELETE', set)).toMatchObject({ status: 200, body: { success: true } });
    expect((await langbase.call('GET', '/v1/memory')).body).toEqual([]);
    expect(await langbase.call('DELETE', set)).toMatchObject(refusal(404, 'NOT_FOUND'));
  });
});
