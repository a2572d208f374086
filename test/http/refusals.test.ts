import { describe, expect, it } from 'vitest';
import { openTestServer } from '../support/open-test-server.ts';
import { type RawAnswer, chatRequest, connectRaw } from '../support/raw-client.ts';
import { createTold, steady } from '../support/make-generate.ts';

const get = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): string => {
  const lines = Object.entries({ host: 'localhost', ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
};
const post = (body: string | Buffer, headers: Readonly<Record<string, string>>): string =>
  get('/v1/chat/completions', { 'content-length': String(Buffer.byteLength(body)), ...headers }, 'POST') +
  String(body);
const json = { 'content-type': 'application/json' };

/** What the server answers to these bytes on a connection of their own. */
async function ask(
  bytes: string,
  options: Parameters<typeof openTestServer>[0] = {},
  method = 'POST',
): Promise<RawAnswer> {
  await using server = await openTestServer(options);
  using client = await connectRaw(server.port);
  client.send(bytes);
  return await client.answer(method);
}

/** The error of an answer that has OpenAI's shape and headers. */
function readError(answer: RawAnswer): Record<string, unknown> {
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect(answer.headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{32}$/);
  expect(Number(answer.headers.get('content-length'))).toBe(Buffer.byteLength(answer.body));
  const body = JSON.parse(answer.body) as { error: Record<string, unknown> };
  expect(Object.keys(body)).toEqual(['error']);
  expect(Object.keys(body.error)).toEqual(['message', 'type', 'param', 'code']);
  return body.error;
}

describe('a request that is refused', () => {
  const invalid = 'invalid_request_error';

  it.each([
    [
      'an unknown path',
      get('/v1/nothing?x=1'),
      404,
      { type: invalid, message: 'Invalid URL (GET /v1/nothing)' },
    ],
    [
      'an unknown path with a body',
      get('/v1/x', { 'content-length': '2', ...json }, 'POST') + '{}',
      404,
      { message: 'Invalid URL (POST /v1/x)' },
    ],
    ['a path that is not well-formed', get('/v1/models/%ff'), 400, { type: invalid }],
    ['an unknown model', get('/v1/models/nothing'), 404, { code: 'model_not_found', param: 'model' }],
    ['another content type', post('{}', { 'content-type': 'text/plain' }), 415, { type: invalid }],
    ['a form', post('a=b', { 'content-type': 'application/x-www-form-urlencoded' }), 415, { type: invalid }],
    ['no content type that can be read', post('{}', { 'content-type': 'json' }), 415, { type: invalid }],
    ['half a body of JSON', post('{"a":', json), 400, { type: invalid }],
    ['no body', post('', json), 400, { type: invalid }],
    ['a body that is no object', post('[]', json), 400, { type: invalid }],
    ['a foreign Host', get('/v1/models', { host: 'evil.com' }), 403, { type: 'request_forbidden' }],
    ['a foreign Origin', chatRequest({}, { origin: 'https://evil.com' }), 403, { type: 'request_forbidden' }],
    ['a dialect that is not there', chatRequest({}, { 'x-dialect': 'klingon' }), 400, { param: 'x-dialect' }],
    [
      'a pace that cannot be',
      chatRequest({}, { 'x-understudy-ttft': '-1' }),
      400,
      { param: 'x-understudy-ttft' },
    ],
  ])("is answered in OpenAI's shape: %s", async (_, bytes, status, error) => {
    const answer = await ask(bytes);
    expect(answer.status).toBe(status);
    expect(readError(answer)).toMatchObject(error);
  });

  it.each([
    ['GET', '/v1/chat/completions', 'POST'],
    ['PUT', '/v1/chat/completions', 'POST'],
    ['DELETE', '/v1/models', 'GET'],
    ['PATCH', '/v1/models/gpt-4o', 'GET'],
  ])('is told the methods of the path: %s %s', async (method, path, allow) => {
    const answer = await ask(get(path, {}, method));
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe(allow);
    expect(readError(answer)).toMatchObject({ code: 'method_not_supported', type: invalid });
  });

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['a version that is none', 'GET / HTTP/9.9\r\n\r\n', 400],
    [
      'two lengths',
      `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}`,
      400,
    ],
    [
      'a length and chunks',
      `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    ['a length that is none', `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: -1\r\n\r\n{}`, 400],
    ['a header with a line break', `GET / HTTP/1.1\r\nhost: localhost\r\nx: a\n b\r\n\r\n`, 400],
    ['headers beyond 16 KiB', get('/', { 'x-large': 'x'.repeat(17_000) }), 431],
    ['an address beyond 16 KiB', get(`/${'x'.repeat(17_000)}`), 431],
  ])("is answered in OpenAI's shape and disconnected: %s", async (_, bytes, status) => {
    await using server = await openTestServer();
    using client = await connectRaw(server.port);
    client.send(bytes);
    const answer = await client.answer();
    expect(answer.status).toBe(status);
    expect(answer.headers.get('connection')).toBe('close');
    expect(readError(answer)).toMatchObject({ type: 'invalid_request_error' });
    await client.closed;
    expect(client.received).toBe('');
  });

  it('is not read when its length alone is too large', async () => {
    const length = 16 * 1024 * 1024 + 1;
    await using server = await openTestServer();
    using client = await connectRaw(server.port);
    client.send(get('/v1/chat/completions', { ...json, 'content-length': String(length) }, 'POST'));
    const answer = await client.answer();
    expect(answer.status).toBe(413);
    expect(readError(answer)).toMatchObject({ type: 'invalid_request_error' });
  });

  it('is read no further than the limit when it tells no length', async () => {
    await using server = await openTestServer({ limits: { bodyLimit: 2048 } });
    using client = await connectRaw(server.port);
    client.send(get('/v1/chat/completions', { ...json, 'transfer-encoding': 'chunked' }, 'POST'));
    for (let count = 0; count < 3; count += 1) client.send(`400\r\n${'x'.repeat(1024)}\r\n`);
    expect((await client.answer()).status).toBe(413);
  });

  it('leaves the connection open for the next one, where it was read whole', async () => {
    await using server = await openTestServer();
    using client = await connectRaw(server.port);
    for (const [bytes, status] of [
      [get('/v1/nothing'), 404],
      [post('{', json), 400],
      [post('{}', { 'content-type': 'text/plain' }), 415],
      [get('/v1/chat/completions'), 405],
    ] as const) {
      client.send(bytes);
      expect((await client.answer()).status).toBe(status);
    }
    client.send(get('/v1/models/gpt-4o'));
    expect((await client.answer()).status).toBe(200);
  });

  it('hears a 500 without details when something of ours breaks, and whoever watches hears the rest', async () => {
    const bug = new TypeError('the secret of the engine');
    const broken = createTold(() => {
      throw bug;
    });
    for (const body of [{ stream: true }, {}]) {
      await using server = await openTestServer({ engine: broken });
      using client = await connectRaw(server.port);
      client.send(chatRequest(body));
      const answer = await client.answer();
      expect(answer.status).toBe(500);
      expect(readError(answer)).toMatchObject({ type: 'server_error', code: null });
      expect(answer.body).not.toContain('secret');
      expect(server.crashes).toEqual([bug]);
      expect(server.records).toHaveLength(1);
      expect(server.tally).toMatchObject({ running: 0, waiting: 0 });
    }
  });

  it('hears of a bug in the middle of a stream, and whoever watches hears it all', async () => {
    const bug = new TypeError('the secret of the engine');
    const broken = createTold(function* () {
      yield* Array.from({ length: 40 }, () => ' word');
      throw bug;
    });
    await using server = await openTestServer({
      engine: broken,
      pacer: { ...steady, schedule: () => () => 1 },
    });
    using client = await connectRaw(server.port);
    client.send(chatRequest({ stream: true }));
    const { body } = await client.answer();
    expect(body).toContain('" word"');
    expect(body).toMatch(
      /data: \{"error":\{"message":"The server had an error[^\n]*"type":"server_error","param":null,"code":null\}\}\n\n$/,
    );
    expect(body).not.toContain('[DONE]');
    expect(body).not.toContain('secret');
    expect(server.crashes).toEqual([bug]);
    expect(server.records).toMatchObject([{ status: 200, failure: 'internal_error' }]);
  });
});

describe('every answer', () => {
  it.each([
    ['a stream', chatRequest({ stream: true })],
    ['a whole answer', chatRequest({})],
    ['the models', get('/v1/models')],
    ['a refusal', get('/v1/nothing')],
  ])('has an id of its own: %s', async (_, bytes) => {
    await using server = await openTestServer();
    using client = await connectRaw(server.port);
    const ids = new Set<string | undefined>();
    for (let count = 0; count < 3; count += 1) {
      client.send(bytes);
      ids.add((await client.answer()).headers.get('x-request-id'));
    }
    expect(ids.size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^req_[0-9a-f]{32}$/);
    expect(server.records.map(({ id }) => id)).toEqual([...ids]);
  });

  it('has no body where only its head was asked for', async () => {
    await using server = await openTestServer();
    using client = await connectRaw(server.port);
    client.send(get('/v1/models/gpt-4o', {}, 'HEAD') + get('/v1/models/gpt-4o'));
    const head = await client.answer('HEAD');
    const whole = await client.answer();
    expect(head.status).toBe(200);
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(whole.body)));
  });
});

describe('a request without a Host', () => {
  it('is refused as JSON over HTTP/1.1', async () => {
    const answer = await ask('GET /v1/models HTTP/1.1\r\n\r\n');
    expect(answer.status).toBe(400);
    expect(readError(answer)).toMatchObject({ message: 'The request has no Host header.' });
  });

  it('is taken over HTTP/1.0', async () => {
    expect((await ask('GET /v1/models HTTP/1.0\r\n\r\n')).status).toBe(200);
  });
});

describe('a page of another origin', () => {
  const preflight = (origin: string): string =>
    get(
      '/v1/chat/completions',
      {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,x-stainless-lang',
        'access-control-request-private-network': 'true',
      },
      'OPTIONS',
    );

  it('may ask from this machine, with any header', async () => {
    const answer = await ask(preflight('http://localhost:5173'));
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
    expect(answer.headers.get('access-control-allow-headers')).toBe(
      'authorization,content-type,x-stainless-lang',
    );
    expect(answer.headers.get('access-control-allow-methods')).toContain('POST');
    expect(answer.headers.has('access-control-allow-credentials')).toBe(false);
    expect(answer.headers.get('vary')).toMatch(/origin/i);
  });

  it('may not ask from elsewhere', async () => {
    const answer = await ask(preflight('https://evil.com'));
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.headers.has('access-control-allow-origin')).toBe(false);
    expect(answer.headers.has('access-control-allow-headers')).toBe(false);
    expect(readError(answer)).toBeTypeOf('object');
  });

  it('may read from this machine: streams, whole answers, refusals', async () => {
    const origin = 'http://localhost:5173';
    for (const bytes of [
      chatRequest({ stream: true }, { origin }),
      chatRequest({}, { origin }),
      get('/v1/models', { origin }),
      get('/v1/nothing', { origin }),
      post('{', { ...json, origin }),
      chatRequest({}, { origin, 'x-understudy-ttft': '-1' }),
    ]) {
      const answer = await ask(bytes);
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
      expect(answer.headers.get('access-control-expose-headers')).toContain('x-request-id');
      expect(answer.headers.get('vary')).toMatch(/origin/i);
    }
  });

  it('may not read from elsewhere', async () => {
    for (const origin of ['https://evil.com', 'null']) {
      const answer = await ask(get('/v1/models', { origin }));
      expect(answer.status).toBe(200);
      expect(answer.headers.has('access-control-allow-origin')).toBe(false);
    }
  });

  it('may read where its origin was allowed', async () => {
    const origin = 'https://app.example.com';
    const answer = await ask(chatRequest({ stream: true }, { origin }), { guard: { corsOrigins: [origin] } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
  });
});
