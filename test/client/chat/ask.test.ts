import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/client/chat/ask.ts';
import { ChatError } from '../../../src/client/chat/chat-error.ts';
import type { Question } from '../../../src/client/chat/question.ts';
import type { ChatEvent } from '../../../src/client/chat/read-answer.ts';
import { createClock } from '../../../src/core/clock.ts';
import { startServer } from '../../../src/index.ts';
import { type Handle, done, event, refuse, say, startTiny, stop, stream } from '../../support/misbehave.ts';

const messages = [{ role: 'user', content: 'Hi' }] as const;

async function hear(baseUrl: string, asked: Partial<Question> = {}) {
  const { signal } = new AbortController();
  const events: ChatEvent[] = [];
  let trouble: unknown;
  const question = { baseUrl: new URL(baseUrl), model: 'm', messages, ...asked };
  try {
    for await (const each of ask(question, { clock: createClock(), signal })) events.push(each);
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    ({ trouble } = error);
  }
  const pieces = events.flatMap((each) => (each.type === 'delta' ? [each.text] : []));
  const finish = events.find((each) => each.type === 'finish');
  return { events, pieces, finish, trouble };
}

async function hearTiny(handle: Handle) {
  await using server = await startTiny(handle);
  return await hear(`${server.url}/v1`);
}

const usage = { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5 };
const counted = { promptTokens: 3, completionTokens: 2 };

describe('an answer', () => {
  it('comes from our own server token by token, with usage, reason, model and moments that never go back', async () => {
    await using server = await startServer({ message: 'one two three' });
    const { pieces, finish, events } = await hear(server.baseURL, { model: 'gpt-4o-mini' });
    expect(pieces).toEqual(['one', ' two', ' three']);
    expect(finish).toMatchObject({
      reason: 'stop',
      model: 'gpt-4o-mini-2024-07-18',
      usage: { promptTokens: 8, completionTokens: 3 },
    });
    const moments = events.map(({ moment }) => moment);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(Math.min(...moments)).toBeGreaterThan(0);
  });

  it('is asked for with its usage, and with what the question sets alone', async () => {
    await using server = await startTiny(stream(say('a'), stop, done));
    await hear(`${server.url}/v1`, { apiKey: 'k', maxTokens: 5, temperature: 0, seed: 7 });
    expect(JSON.parse(server.bodies[0] ?? '')).toEqual({
      model: 'm',
      messages,
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 5,
      temperature: 0,
      seed: 7,
    });
    expect(server.requests[0]).toMatchObject({ url: '/v1/chat/completions', method: 'POST' });
    expect(server.requests[0]?.headers.authorization).toBe('Bearer k');
  });

  it.each<readonly [string, Handle]>([
    ['without a role chunk or usage', stream(say('a'), say('b'), stop, done)],
    ['without [DONE]', stream(say('a'), say('b'), stop)],
    ['without [DONE] or a reason', stream(say('a'), say('b'))],
    ['with comments and unknown fields', stream(': hi\n\n', 'x: y\n', say('a'), ': ping\n', say('b'), done)],
    ['with CRLF', stream(`${say('a')}${say('b')}${done}`.replaceAll('\n', '\r\n'))],
    ['with CR alone', stream(`${say('a')}${say('b')}${done}`.replaceAll('\n', '\r'))],
    ['with a byte order mark', stream(`\uFEFF${say('a')}${say('b')}`)],
    ['whose last line end is missing', stream(say('a'), say('b').trimEnd())],
    ['with empty choices, as proxies begin', stream(event({ choices: [] }), say('a'), say('b'), done)],
    ['with events that are no chunks', stream('data: ping\n\n', event({ x: 1 }), say('a'), say('b'), done)],
    ['with other choices between', stream(say('a'), say('no').replace('"index":0', '"index":1'), say('b'))],
    ['without an index', stream(say('a').replace('"index":0,', ''), say('b'), done)],
    [
      'with empty reasons and messages, as Go writes them',
      stream(
        event({ choices: [{ delta: { content: 'a' }, message: { content: '' }, finish_reason: '' }] }),
        say('b'),
      ),
    ],
    ['in one JSON object', refuse(200, { choices: [{ message: { content: 'ab' } }] })],
    ['with words after its end', stream(say('a'), say('b'), done, say('c'))],
    ['as text/plain', (response) => void response.end(say('a') + say('b') + done)],
    ['as a refusal', stream(event({ choices: [{ delta: { content: null, refusal: 'ab' } }] }), done)],
  ])('is read %s', async (_, handle) => {
    const { pieces, finish, trouble } = await hearTiny(handle);
    expect({ text: pieces.join(''), trouble }).toEqual({ text: 'ab', trouble: undefined });
    expect(finish).toBeDefined();
  });

  it('has no reason where a server writes an empty one', async () => {
    const empty = event({ choices: [{ delta: { content: 'a' }, finish_reason: '' }] });
    expect((await hearTiny(stream(empty, done))).finish).toMatchObject({ reason: undefined });
  });

  it('keeps the usage that stands in a chunk of its own, in the last one, or in a whole answer', async () => {
    const last = event({ choices: [{ delta: {}, finish_reason: 'length' }], usage });
    const whole = { choices: [{ message: { content: 'ab' }, finish_reason: 'length' }], usage };
    for (const handle of [
      stream(say('a'), stop.replace('stop', 'length'), event({ choices: [], usage }), done),
      stream(say('a'), last),
      refuse(200, whole),
    ]) {
      expect((await hearTiny(handle)).finish).toMatchObject({ usage: counted, reason: 'length' });
    }
  });

  it('is put together from bytes that are cut anywhere', async () => {
    const bytes = Buffer.from(say('naïve 😀') + stop + done);
    const { pieces } = await hearTiny(async (response) => {
      for (const byte of bytes) {
        response.write(Uint8Array.of(byte));
        await new Promise(setImmediate);
      }
      response.end();
    });
    expect(pieces).toEqual(['naïve 😀']);
  });

  it('ends after its reason though the server neither says [DONE] nor hangs up', async () => {
    const { pieces, finish } = await hearTiny((response) => void response.write(say('a') + stop));
    expect(pieces).toEqual(['a']);
    expect(finish).toMatchObject({ reason: 'stop' });
  });

  it('is whole where the connection breaks after its reason', async () => {
    const { finish, trouble } = await hearTiny(
      (response) => void response.write(say('a') + stop, () => response.destroy()),
    );
    expect({ reason: finish?.reason, trouble }).toEqual({ reason: 'stop', trouble: undefined });
  });

  it('stops at the signal, closes the connection and has no finish', async () => {
    const stopper = new AbortController();
    const heard: ChatEvent[] = [];
    let hungUp: Promise<unknown> | undefined;
    await using server = await startTiny((response) => {
      hungUp = new Promise((resolve) => response.on('close', () => resolve(response.writableFinished)));
      response.write(say('a'));
    });
    const question = { baseUrl: new URL(`${server.url}/v1`), messages };
    for await (const each of ask(question, { clock: createClock(), signal: stopper.signal })) {
      heard.push(each);
      stopper.abort();
    }
    expect(heard).toMatchObject([{ type: 'delta', text: 'a' }]);
    expect(await hungUp).toBe(false);
  });

  it('is asked for again without what a server does not know', async () => {
    await using server = await startTiny((response, body) => {
      const { stream_options: options, max_tokens: budget } = JSON.parse(body);
      if (options !== undefined)
        refuse(400, { error: { message: 'unknown field stream_options' } })(response, '');
      else if (budget !== undefined)
        refuse(400, {
          error: { message: "Use 'max_completion_tokens' instead.", param: 'max_tokens' },
        })(response, '');
      else response.end(say('a') + done);
    });
    const { pieces } = await hear(`${server.url}/v1`, { maxTokens: 5 });
    expect(pieces).toEqual(['a']);
    expect(server.bodies).toHaveLength(3);
    expect(JSON.parse(server.bodies[2] ?? '')).toMatchObject({ max_completion_tokens: 5 });
  });
});

describe('a trouble', () => {
  const shapes = [
    { error: { message: 'no', type: 't', param: 'model', code: 'c' } },
    { error: 'no' },
    { success: false, error: { code: 'c', status: 400, message: 'no' } },
    { message: 'no' },
    { detail: 'no' },
    { detail: [{ loc: ['body'], msg: 'no' }] },
    [{ error: { message: 'no' } }],
    'no',
    'no\nand more',
    '<html><head><title>no</title></head></html>',
  ];
  it.each(shapes)('has the words of the body %j', async (body) => {
    const { trouble } = await hearTiny(refuse(400, body));
    expect(trouble).toMatchObject({ kind: 'refusal', status: 400, message: 'no' });
  });

  it('has code, field and time to wait', async () => {
    const { trouble } = await hearTiny(refuse(429, shapes[0], { 'retry-after': '7' }));
    expect(trouble).toMatchObject({ status: 429, code: 'c', param: 'model', retryAfter: 7, isPage: false });
  });

  it.each<readonly [string, Handle, unknown]>([
    ['moved', refuse(308, '', { location: 'https://x/v1' }), { kind: 'moved', to: 'https://x/v1' }],
    [
      'an error within the stream',
      stream(say('a'), event({ error: { message: 'no' } })),
      { kind: 'broken', message: 'no' },
    ],
    [
      'an event that is called error',
      stream(say('a'), 'event: error\ndata: no\n\n'),
      { kind: 'broken', message: 'no' },
    ],
    ['an error in a success', refuse(200, { error: { message: 'no' } }), { kind: 'broken', message: 'no' }],
    [
      'a broken connection',
      (response) => void response.write(say('a'), () => response.destroy()),
      { kind: 'cut-off' },
    ],
    [
      'a head that never comes',
      (response) => void response.destroy(),
      { kind: 'unreachable', code: 'ECONNRESET' },
    ],
    ['a page', refuse(200, '<!doctype html>'), { kind: 'unreadable', sample: '<!doctype html>' }],
    ['other JSON', refuse(200, { models: [] }), { kind: 'unreadable', sample: '{"models":[]}' }],
    ['other events', stream('data: hello\n\n'), { kind: 'unreadable', sample: 'hello' }],
    ['nothing', refuse(200, ''), { kind: 'unreadable', sample: '' }],
  ])('tells of %s', async (_, handle, trouble) => {
    expect((await hearTiny(handle)).trouble).toEqual(trouble);
  });

  it('tells that nothing listens', async () => {
    const server = await startTiny(() => undefined);
    await server[Symbol.asyncDispose]();
    expect((await hear(`${server.url}/v1`)).trouble).toEqual({ kind: 'unreachable', code: 'ECONNREFUSED' });
  });

  it('keeps what came before a stream broke off', async () => {
    expect((await hearTiny(stream(say('a'), event({ error: {} })))).pieces).toEqual(['a']);
  });
});

describe('a thread', () => {
  it('is kept by our server from one question to the next', async () => {
    await using server = await startServer();
    const tell = (content: string) =>
      hear(server.baseURL, { model: undefined, thread: 't1', messages: [{ role: 'user', content }] });
    await tell('My name is Ann.');
    const { pieces, finish } = await tell('What is my name?');
    expect(pieces.join('')).toContain('Ann');
    expect(finish?.usage?.completionTokens).toBeGreaterThan(0);
  });
});
