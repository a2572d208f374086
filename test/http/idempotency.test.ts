import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { createPrompt } from '../../src/dialects/prompt.ts';
import { createTold, steady } from '../support/make-generate.ts';
import { openLangbaseServer } from '../support/make-langbase.ts';
import { type TestServer, openTestServer, saying } from '../support/open-test-server.ts';
import { takeStream, whileMoving } from '../support/stream-client.ts';

const messages = [{ role: 'user', content: 'Hello!' }];
const chat = { model: 'gpt-4o-mini', messages };

interface Asking {
  readonly path?: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

function ask({ url }: Pick<TestServer, 'url'>, key: string | undefined, asking: Asking = {}) {
  const { path = '/v1/chat/completions', body = chat, headers = {} } = asking;
  return fetch(url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...headers,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    body: JSON.stringify(body),
  });
}

// Says how often it has been asked, so that an answer that is made again is another one.
function countCalls() {
  const counted = { calls: 0 };
  const engine = createTold(() => {
    counted.calls += 1;
    return [`${counted.calls === 1 ? 'First' : 'Second'}. ${saying}`];
  });
  return { counted, engine };
}

const dialects = [
  { name: 'a chat', open: openTestServer, asking: {} },
  { name: 'a streamed chat', open: openTestServer, asking: { body: { ...chat, stream: true } } },
  {
    name: 'a completion',
    open: openTestServer,
    asking: { path: '/v1/completions', body: { model: 'gpt-3.5-turbo-instruct', prompt: 'Hello' } },
  },
  {
    name: 'a run of Langbase',
    open: openLangbaseServer,
    asking: { path: '/v1/pipes/run', body: { messages, stream: true } },
  },
] as const;

describe('calls with one key', () => {
  it.each(dialects)('get one answer, to the byte: $name', async ({ open, asking }) => {
    const { counted, engine } = countCalls();
    await using server = await open({ engine });
    const first = await ask(server, 'a key', asking);
    const text = await first.text();
    const second = await ask(server, 'a key', asking);
    expect(await second.text()).toBe(text);
    expect(text).toContain('First');
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    for (const name of ['x-request-id', 'lb-thread-id'])
      expect(second.headers.get(name)).toBe(first.headers.get(name));
    const other = await ask(server, 'another key', asking);
    expect(await other.text()).toContain('Second');
    expect(counted.calls).toBe(2);
  });

  it('get one answer when they come at the same time', async () => {
    const { counted, engine } = countCalls();
    await using server = await openTestServer({ engine });
    const asking = { body: { ...chat, stream: true } };
    const replies = await Promise.all(Array.from({ length: 20 }, () => ask(server, 'a key', asking)));
    const texts = await Promise.all(replies.map((reply) => reply.text()));
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('[DONE]');
    expect(counted.calls).toBe(1);
    expect(replies.filter(({ headers }) => !headers.has('idempotent-replayed'))).toHaveLength(1);
  });

  it('get the answer that went on when its first client hung up', async () => {
    const clock = createManualClock();
    const { counted, engine } = countCalls();
    await using server = await openTestServer({ clock, engine, pacer: steady });
    const asking = { body: { ...chat, stream: true } };
    const first = await whileMoving(clock, ask(server, 'a key', asking));
    const heard = await whileMoving(clock, takeStream(first, 5));
    const whole = await whileMoving(
      clock,
      ask(server, 'a key', asking).then((reply) => reply.text()),
    );
    expect(whole.startsWith(heard.join(''))).toBe(true);
    expect(whole).toContain('[DONE]');
    expect(counted.calls).toBe(1);
  });

  it('leave the bytes of a stream as they are without one', async () => {
    await using server = await openTestServer();
    const asking = { body: { ...chat, stream: true, stream_options: { include_obfuscation: false } } };
    const mask = (text: string) =>
      text.replaceAll(/"id":"[^"]+"/g, '"id":""').replaceAll(/"created":\d+/g, '"created":0');
    const without = await (await ask(server, undefined, asking)).text();
    const first = await (await ask(server, 'a key', asking)).text();
    expect(mask(first)).toBe(mask(without));
    expect(await (await ask(server, 'a key', asking)).text()).toBe(first);
  });

  it.each(['authorization', 'x-api-key', 'api-key'])(
    'are others where another client shows its own %s',
    async (header) => {
      const { counted, engine } = countCalls();
      await using server = await openTestServer({ engine });
      for (const name of ['one', 'other']) {
        const reply = await ask(server, 'a key', { headers: { [header]: `Bearer ${name}` } });
        expect(reply.headers.get('idempotent-replayed')).toBeNull();
      }
      expect(counted.calls).toBe(2);
    },
  );

  it('are not counted among the late, and the answer told again not among the tokens', async () => {
    await using server = await openTestServer();
    await (await ask(server, 'a key')).text();
    const { tokens } = server.tally;
    await (await ask(server, 'a key')).text();
    expect(server.tally.tokens).toBe(tokens);
    expect(server.tally.duration.count).toBe(1);
  });
});

describe('a repeat', () => {
  it('that is refused itself leaves the answer and its key alone', async () => {
    const { counted, engine } = countCalls();
    await using server = await openTestServer({ engine });
    const first = await (await ask(server, 'a key')).text();
    const refused = await ask(server, 'a key', { headers: { 'x-understudy-priority': 'soon' } });
    expect(refused.status).toBe(400);
    expect(await (await ask(server, 'a key')).text()).toBe(first);
    expect(counted.calls).toBe(1);
  });

  it('has all of a long answer, however long after the call it comes', async () => {
    const clock = createManualClock();
    const long = Array.from({ length: 600 }, (_, index) => ` word${index}`).join('');
    const engine = createTold(() => [long]);
    await using server = await openTestServer({ clock, engine, limits: { maxDuration: 1000 } });
    const asking = { body: { ...chat, stream: true } };
    const first = await whileMoving(
      clock,
      ask(server, 'a key', asking).then((reply) => reply.text()),
    );
    await clock.advance(20_000);
    const again = await whileMoving(
      clock,
      ask(server, 'a key', asking).then((reply) => reply.text()),
    );
    expect(again).toBe(first);
    expect(again).toContain('[DONE]');
  });

  it('is a new call where the answer is not kept any more', async () => {
    const clock = createManualClock();
    const { counted, engine } = countCalls();
    await using server = await openTestServer({ clock, engine, logBounds: { keptFor: 5000 } });
    await (await ask(server, 'a key')).text();
    await clock.advance(40_000);
    const again = await ask(server, 'a key');
    expect(again.headers.has('idempotent-replayed')).toBe(false);
    expect(await again.text()).toContain('Second');
    expect(counted.calls).toBe(2);
  });
});

describe('a key', () => {
  it('is refused for another request, in the words of the dialect', async () => {
    await using openai = await openTestServer();
    await ask(openai, 'a key');
    const path = '/v1/completions';
    expect((await ask(openai, 'a key', { path })).status).toBe(422);
    const refused = await ask(openai, 'a key', { body: { ...chat, n: 2 } });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toEqual({
      error: {
        message:
          "This 'Idempotency-Key' was used for another request. A key is good for one method, path, query and body.",
        type: 'invalid_request_error',
        param: 'idempotency-key',
        code: 'idempotency_key_reused',
      },
    });
    await using langbase = await openLangbaseServer({});
    await ask(langbase, 'a key', { path: '/v1/pipes/run', body: { messages } });
    const other = await ask(langbase, 'a key', { path: '/v1/pipes/run', body: { messages, stream: true } });
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ success: false, error: { status: 422 } });
    await using prompt = await openTestServer({ dialect: createPrompt() });
    await ask(prompt, 'a key', { body: { prompt: 'a', stream: true } });
    const event = await ask(prompt, 'a key', { body: { prompt: 'b', stream: true } });
    expect(event.status).toBe(422);
    expect(await event.text()).toMatch(/^data: \{"error":.*"code":\s*422\}\n\n$/);
  });

  it.each(['', 'x'.repeat(256), 'caf\u00e9'])('is refused where it is none: %j', async (key) => {
    await using server = await openTestServer();
    const refused = await ask(server, key);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({
      error: { param: 'idempotency-key', code: 'invalid_value' },
    });
  });

  it('is good again where its answer failed, before its head or after it', async () => {
    let calls = 0;
    const engine = createTold(function* () {
      calls += 1;
      if (calls === 1) throw new Error('at once');
      yield saying;
      if (calls === 2) throw new Error('in the middle');
    });
    await using server = await openTestServer({ engine });
    const asking = { body: { ...chat, stream: true } };
    expect((await ask(server, 'a key', asking)).status).toBe(500);
    const broken = await (await ask(server, 'a key', asking)).text();
    expect(broken).not.toContain('[DONE]');
    const whole = await (await ask(server, 'a key', asking)).text();
    expect(whole).toContain('[DONE]');
    expect(calls).toBe(3);
  });

  it('is good again where the request was refused', async () => {
    await using server = await openTestServer();
    const refused = await ask(server, 'a key', { body: { ...chat, temperature: 9 } });
    expect(refused.status).toBe(400);
    expect((await ask(server, 'a key')).status).toBe(200);
  });
});
