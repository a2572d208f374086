import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatBody } from '../../src/dialects/openai-chat-body.ts';
import { type StartedServer, startServer } from '../../src/index.ts';
import { exchange, post } from './raw-client.ts';

const body = { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Hello!' }] };
const limit = 16 * 1024 * 1024;

const openaiError = {
  error: {
    message: expect.stringMatching(/\S/),
    type: expect.stringMatching(/\S/),
    param: expect.toSatisfy((param) => param === null || typeof param === 'string'),
    code: expect.toSatisfy((code) => code === null || typeof code === 'string'),
  },
};

describe('a body that nobody should send', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  async function send(sent: string | Buffer): Promise<{ status: number; answer: unknown }> {
    const response = await fetch(`${server.baseURL}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(sent),
    });
    const text = await response.text();
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
    return { status: response.status, answer: isStream ? text : JSON.parse(text) };
  }

  it('is refused by its length alone when it is too large', async () => {
    const head = post('', { 'content-length': String(limit + 1) });
    const answer = await exchange(server, head);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toEqual(openaiError);
  });

  it('is refused when it turns out to be too large on the way', async () => {
    const head = post('').replace(/content-length: 0\r\n/, 'transfer-encoding: chunked\r\n');
    const chunk = Buffer.alloc(limit / 4, 0x20);
    const framed = Buffer.concat([
      Buffer.from(`${chunk.length.toString(16)}\r\n`),
      chunk,
      Buffer.from('\r\n'),
    ]);
    const answer = await exchange(server, head, framed, framed, framed, framed, '1\r\n \r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('is read when it is as large as it may be', async () => {
    const text = JSON.stringify(body);
    const { status } = await send(text + ' '.repeat(limit - text.length));
    expect(status).toBe(200);
  });

  it.each([
    ['arrays', '['.repeat(100_000)],
    ['objects', '{"a":'.repeat(100_000)],
    ['both, closed again', '[{"a":'.repeat(50_000) + '1' + '}]'.repeat(50_000)],
    ['a message', `{"model":"m","messages":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('is refused when it is nested 100,000 deep: %s', async (_name, sent) => {
    expect(await send(sent)).toEqual({ status: 400, answer: openaiError });
  });

  it.each([
    ['an overlong encoding', [0xc0, 0xaf]],
    ['half a surrogate pair', [0xed, 0xa0, 0x80]],
    ['the beginning of a character', [0xe2, 0x82]],
    ['a byte that UTF-8 has not', [0xff]],
  ])('is refused when it is not UTF-8: %s', async (_name, bytes) => {
    const [before = '', after = ''] = JSON.stringify(body).split('Hello!');
    const sent = Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
    expect(await send(sent)).toEqual({ status: 400, answer: openaiError });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"model":'],
    ['no object', '[]'],
    ['a number', '1e999'],
    ['text', '"hello"'],
    ['nothing but null', 'null'],
    ['a byte order mark', '\uFEFF{}'],
    ['two objects', '{}{}'],
    ['form fields', 'model=gpt-4o-mini'],
  ])('is refused when it is %s', async (_name, sent) => {
    expect(await send(sent)).toEqual({ status: 400, answer: openaiError });
  });

  it.each([1e9, 129, 1e308, -1, 0])('asks for %d answers and is refused', async (n) => {
    const { status, answer } = await send(JSON.stringify({ ...body, n }));
    expect(status).toBe(400);
    expect(answer).toMatchObject({ error: { param: 'n' } });
  });

  it('changes no prototype by a member that is named __proto__', async () => {
    const polluted = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}';
    const sent = `{${polluted},"model":"gpt-4o-mini","messages":[{${polluted},"role":"user","content":"Hello!"}],"metadata":{"__proto__":"x"}}`;
    const { status } = await send(sent);
    expect(status).toBeLessThan(500);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect('polluted' in {}).toBe(false);
    for (const model of ['__proto__', 'constructor', 'toString']) {
      expect((await send(JSON.stringify({ ...body, model }))).status).toBe(200);
    }
  });

  const scalars = [null, true, false, 0, -1, 1.5, 1e9, Number.MAX_SAFE_INTEGER, '', 'text', '\0'];
  const lists = [[], [[]], [null], [''], [{}], [{ type: 'function' }], Array.from({ length: 200 }, String)];
  const objects = [{}, { type: 'text' }, { type: null }, { a: { b: [1, { c: null }] } }];
  const wrong = [...scalars, ...lists, ...objects, '🦆'.repeat(1000)];

  it.each(Object.keys(chatBody.shape))(
    'is answered or refused in four members, whatever its %s is',
    async (name) => {
      const answers = await Promise.all(
        wrong.map((value) => send(JSON.stringify({ ...body, max_tokens: 5, [name]: value }))),
      );
      const refusals = answers.filter(({ status }) => status !== 200);
      expect(refusals).not.toEqual([]);
      expect(refusals).toEqual(refusals.map(() => ({ status: 400, answer: openaiError })));
    },
  );

  it('is answered or refused in four members, whatever a message holds', async () => {
    const members = [
      'role',
      'content',
      'name',
      'tool_calls',
      'tool_call_id',
      'refusal',
      'audio',
      'function_call',
    ];
    const roles = ['user', 'assistant', 'system', 'tool', 'developer', 'function'];
    const messages = roles.flatMap((role) =>
      members.flatMap((name) => wrong.map((value) => ({ role, content: 'x', [name]: value }))),
    );
    const answers = await Promise.all(
      messages.map((message) => send(JSON.stringify({ ...body, max_tokens: 1, messages: [message] }))),
    );
    const refusals = answers.filter(({ status }) => status !== 200);
    expect(refusals.length).toBeGreaterThan(messages.length / 4);
    expect(refusals).toEqual(refusals.map(() => ({ status: 400, answer: openaiError })));
  });
});
