import { describe, expect, it } from 'vitest';
import { type SettingsInput, startServer } from '../src/index.ts';
import { SettingsError } from '../src/settings.ts';

const hello = { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Hello!' }] };

async function ask(settings: SettingsInput, path: string, init: RequestInit = {}) {
  await using server = await startServer(settings);
  const reply = await fetch(`${server.url}${path}`, init);
  const text = await reply.text();
  return { status: reply.status, headers: reply.headers, text, requests: server.requests };
}

function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

const chat = '/v1/chat/completions';

describe('a strict server', () => {
  const key = { authorization: 'Bearer anything' };

  it('speaks no dialect but that of OpenAI', async () => {
    const { status, text } = await ask({ strict: true }, chat, post({ prompt: 'Hi', stream: true }, key));
    expect({ status, ...JSON.parse(text).error }).toMatchObject({
      status: 400,
      message: 'you must provide a model parameter',
    });
    const named = await ask({ strict: true }, `${chat}?dialect=wordstream`, post(hello, key));
    expect(named.status).toBe(400);
  });

  it('refuses a model that nobody knows', async () => {
    const { status, text } = await ask({ strict: true }, chat, post({ ...hello, model: 'gpt-99' }, key));
    expect(status).toBe(404);
    expect(JSON.parse(text).error.code).toBe('model_not_found');
  });
});

describe('a URL that is not well-formed', () => {
  it('is refused as JSON, with times that are numbers', async () => {
    const { status, text, requests } = await ask({}, '/v1/models/nope%zz');
    expect(status).toBe(400);
    expect(Object.keys(JSON.parse(text).error)).toEqual(['message', 'type', 'param', 'code']);
    expect(requests.at(-1)?.duration).toBeGreaterThanOrEqual(0);
  });

  it('needs a key like any other', async () => {
    expect((await ask({ apiKey: ['secret-key'] }, '/v1/models/nope%zz')).status).toBe(401);
  });
});

describe('keys', () => {
  it.each([
    ['Bearer', (key: string) => `Bearer ${key}`],
    ['the password of Basic', (key: string) => `Basic ${Buffer.from(`:${key}`).toString('base64')}`],
  ])('come as %s', async (_, show) => {
    const status = async (key: string): Promise<number> => {
      const headers = { authorization: show(key) };
      return (await ask({ apiKey: ['secret-key'] }, '/v1/models', { headers })).status;
    };
    expect(await status('secret-key')).toBe(200);
    expect(await status('secret-kez')).toBe(401);
  });
});

describe('the OpenAI dialect', () => {
  it('tells its limits on refused bodies, as on answers', async () => {
    const { status, headers } = await ask({}, chat, post({ ...hello, n: 0 }));
    expect(status).toBe(400);
    for (const name of ['x-ratelimit-limit-requests', 'x-ratelimit-remaining-tokens', 'openai-version']) {
      expect(headers.has(name)).toBe(true);
    }
    const missing = await ask({}, '/v1/models/nope');
    expect(missing.status).toBe(404);
    expect(missing.headers.get('x-ratelimit-limit-requests')).toBeNull();
  });

  it.each(['text-embedding-3-small', 'omni-moderation-latest'])('refuses to chat as %s', async (model) => {
    expect((await ask({}, chat, post({ ...hello, model }))).status).toBe(404);
  });

  it('keeps prompt and answer within the context of the model', async () => {
    const content = 'word '.repeat(8100);
    const body = { model: 'gpt-4', messages: [{ role: 'user', content }], max_tokens: 8000 };
    const { status, text } = await ask({ message: 'one two three '.repeat(100) }, chat, post(body));
    expect(status).toBe(200);
    const { usage, choices } = JSON.parse(text);
    expect(usage.total_tokens).toBeLessThanOrEqual(8192);
    expect(choices[0].finish_reason).toBe('length');
  });
});

describe('methods that a path does not know', () => {
  it.each(['HEAD', 'PUT', 'OPTIONS'])('are refused with those that it knows: %s', async (method) => {
    const { status, headers } = await ask({}, chat, { method });
    expect(status).toBe(405);
    expect(headers.get('allow')).toBe('POST');
  });
});

describe('settings', () => {
  it.each([
    ['tokenPerSecond', { tokenPerSecond: 5 }],
    ['apiKey.0', { apiKey: [''] }],
    ['minChunks', { minChunks: 10, maxChunks: 5 }],
    ['port', { preset: 'classic', port: 9000 }],
  ])('are refused by name: %s', async (setting, settings) => {
    const start = startServer(settings as SettingsInput);
    await expect(start).rejects.toBeInstanceOf(SettingsError);
    await expect(start).rejects.toMatchObject({ setting });
  });
});

describe('the welcome', () => {
  it('tells the dialects that are spoken', async () => {
    const dialects = async (settings: SettingsInput) =>
      JSON.parse((await ask(settings, '/', keyed)).text).dialects;
    const keyed = { headers: { authorization: 'Bearer anything' } };
    expect(await dialects({})).toEqual(['openai', 'prompt', 'langbase', 'completion', 'wordstream']);
    expect(await dialects({ strict: true })).toEqual(['openai', 'langbase', 'completion']);
  });

  it('tells where the playground is, where there is one', async () => {
    const welcome = async (settings: SettingsInput) => JSON.parse((await ask(settings, '/')).text);
    const { playground } = await welcome({});
    expect((await ask({}, playground)).status).toBe(200);
    expect(await welcome({ preset: 'wordstream' })).not.toHaveProperty('playground');
  });

  it.each([
    [
      'what calls get that ask for none',
      { ttft: 700, jitter: 0.5 },
      { ttft: 700, tokensPerSecond: 50, jitter: 0.5 },
    ],
    ['nothing without pacing', { instant: true }, null],
    [
      'nothing where words are streamed, whose rate is not one of tokens',
      { engine: 'words', ttft: 700 },
      null,
    ],
  ])('tells as pace %s', async (_title, settings, pace) => {
    const { text } = await ask(settings as SettingsInput, '/');
    expect(JSON.parse(text).pace).toEqual(pace);
  });

  it('tells the paces of models that have their own, or none', async () => {
    const models = { slow: { tokensPerSecond: 2 }, wordy: { engine: 'words' } } as const;
    const { text } = await ask({ ttft: 700, models }, '/');
    expect(JSON.parse(text).modelPaces).toMatchObject({
      slow: { ttft: 700, tokensPerSecond: 2, jitter: 0 },
      wordy: null,
      gpt2: null,
    });
  });
});

describe('a model with a configuration of its own', () => {
  const settings: SettingsInput = {
    message: 'Words.',
    instant: true,
    models: { slow: { ttft: 300 }, recited: { engine: 'samples' } },
  };

  it('has its own pace', async () => {
    await using server = await startServer(settings);
    for (const model of ['slow', 'gpt-4o']) {
      await (await fetch(`${server.url}${chat}`, post({ ...hello, model }))).text();
    }
    // An answer never comes before its moment, so this bound holds on any machine.
    expect(server.requests[0]?.duration).toBeGreaterThanOrEqual(300);
    expect(server.requests[1]?.status).toBe(200);
  });

  it('has its own engine', async () => {
    const say = async (model: string): Promise<string> => {
      const { text } = await ask(settings, chat, post({ ...hello, model }));
      return JSON.parse(text).choices[0].message.content;
    };
    expect(await say('gpt-4o')).toBe('Words.');
    expect((await say('recited')).length).toBeGreaterThan(100);
  });

  it('is listed', async () => {
    const { text } = await ask(settings, '/v1/models/slow');
    expect(JSON.parse(text)).toMatchObject({ id: 'slow', object: 'model' });
  });
});
