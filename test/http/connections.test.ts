import { describe, expect, it } from 'vitest';
import { createTold, instant, makeGenerate, steady } from '../support/make-generate.ts';
import { openTestServer, saying } from '../support/open-test-server.ts';
import { chatRequest, connectRaw, streamText } from '../support/raw-client.ts';

const stream = { stream: true };

describe('a connection', () => {
  it('carries one answer after the other', async () => {
    await using server = await openTestServer();
    using client = await connectRaw(server.port);
    for (let count = 0; count < 3; count += 1) {
      client.send(chatRequest(stream));
      const answer = await client.answer();
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
      expect(streamText(answer.body)).toBe(saying);
      client.send(chatRequest({}));
      expect((await client.answer()).body).toContain(saying);
      client.send('GET /v1/models/gpt-4o HTTP/1.1\r\nhost: localhost\r\n\r\n');
      expect((await client.answer()).body).toContain('"id":"gpt-4o"');
    }
    expect(client.received).toBe('');
  });

  it('answers requests that come in one write in their order', async () => {
    await using server = await openTestServer({
      engine: createTold(({ request }) => [`You said ${request.messages[0]?.content}. ${saying}`]),
      pacer: { ...steady, schedule: () => () => 30 },
    });
    using client = await connectRaw(server.port);
    const ask = (content: string, more = {}) =>
      chatRequest({ messages: [{ role: 'user', content }], ...more });
    client.send(ask('one', stream) + ask('two', stream) + ask('three') + ask('four', stream));
    const answers = [
      await client.answer(),
      await client.answer(),
      await client.answer(),
      await client.answer(),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(streamText(answers[0]?.body ?? '')).toBe(`You said one. ${saying}`);
    expect(streamText(answers[1]?.body ?? '')).toBe(`You said two. ${saying}`);
    expect(answers[2]?.body).toContain(`You said three. ${saying}`);
    expect(streamText(answers[3]?.body ?? '')).toBe(`You said four. ${saying}`);
    expect(client.received).toBe('');
  });

  it('is reset where an answer behind another one waits too long for its turn', async () => {
    const never = { ...steady, schedule: () => () => 300_000 };
    const [first, second] = [
      makeGenerate(
        createTold(() => [saying]),
        never,
      ),
      makeGenerate(
        createTold(() => [saying.repeat(100)]),
        instant,
      ),
    ];
    await using server = await openTestServer({
      generate: (request, signal) => (request.seed === 1 ? first : second)(request, signal),
      limits: { writeDeadline: 50 },
    });
    using client = await connectRaw(server.port);
    client.send(chatRequest({ ...stream, seed: 1 }) + chatRequest(stream));
    await client.closed;
    expect(client.received).toContain('"role":"assistant"');
    expect(client.received).not.toContain('"content":"Streaming"');
    while (server.records.length < 2) await server.nextRecord();
    expect(server.records.map(({ failure }) => failure)).toEqual(['slow-reader', 'aborted']);
    expect(server.tally.running).toBe(0);
  });

  it('is closed after an answer when the client asks for that', async () => {
    await using server = await openTestServer();
    for (const body of [stream, {}]) {
      using client = await connectRaw(server.port);
      client.send(chatRequest(body, { connection: 'close' }));
      const answer = await client.answer();
      expect(answer.headers.get('connection')).toBe('close');
      expect(answer.body).toContain('made');
      await client.closed;
      expect(client.received).toBe('');
    }
  });

  it('answers a client of HTTP/1.0 without chunks and closes', async () => {
    await using server = await openTestServer();
    using client = await connectRaw(server.port);
    client.send(chatRequest(stream, {}, '1.0'));
    await client.closed;
    const answer = await client.answer();
    expect(answer.headers.has('transfer-encoding')).toBe(false);
    expect(streamText(answer.body)).toBe(saying);
    expect(answer.body.startsWith('data: {"id"')).toBe(true);
  });

  it('answers a client of HTTP/1.0 that names no host', async () => {
    await using server = await openTestServer();
    using client = await connectRaw(server.port);
    client.send('GET /v1/models/gpt-4o HTTP/1.0\r\n\r\n');
    await client.closed;
    expect((await client.answer()).body).toContain('"id":"gpt-4o"');
  });

  it('takes a client that ends its side for one that hangs up', async () => {
    const never = { ...steady, schedule: () => () => 300_000 };
    await using server = await openTestServer({ pacer: never });
    for (const body of [stream, {}]) {
      using client = await connectRaw(server.port);
      const ended = server.nextRecord();
      client.socket.end(chatRequest(body));
      expect(await ended).toMatchObject({ failure: 'aborted' });
      await client.closed;
    }
    expect(server.tally).toMatchObject({ running: 0, waiting: 0, aborted: 2 });
  });

  it('asks for a body that waits to be asked for', async () => {
    await using server = await openTestServer();
    using client = await connectRaw(server.port);
    const [head = '', body = ''] = chatRequest(stream, { expect: '100-continue' }).split(/(?<=\r\n\r\n)/);
    client.send(head);
    const asked = await client.answer();
    expect(asked.status).toBe(100);
    client.send(body);
    expect(streamText((await client.answer()).body)).toBe(saying);
  });

  it('reads a request that comes byte by byte', async () => {
    await using server = await openTestServer();
    using client = await connectRaw(server.port);
    client.socket.setNoDelay(true);
    for (const character of chatRequest(stream)) {
      client.send(character);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(streamText((await client.answer()).body)).toBe(saying);
  });

  it('carries characters beyond ASCII whole, in chunks of the right length', async () => {
    const text = 'Zürich, 東京, 👩‍👩‍👧‍👦 und e\u0301 – "so" \\ \n\u2028\u0000\u007f\ufeff ';
    for (const pacer of [steady, undefined]) {
      await using server = await openTestServer({
        engine: createTold(() => [text]),
        ...(pacer === undefined
          ? {}
          : {
              pacer: {
                ...pacer,
                schedule: () => {
                  let due = 0;
                  return () => (due += 1);
                },
              },
            }),
      });
      using client = await connectRaw(server.port);
      client.send(chatRequest(stream));
      const answer = await client.answer();
      expect(streamText(answer.body)).toBe(text);
      expect(answer.chunks.reduce((total, length) => total + length, 0)).toBe(Buffer.byteLength(answer.body));
      // Over HTTP/1.0 there is no length to tell.
      using old = await connectRaw(server.port);
      old.send(chatRequest(stream, {}, '1.0'));
      await old.closed;
      expect(streamText((await old.answer()).body)).toBe(text);
    }
  });
});

describe('a paced stream', () => {
  it('reaches the client piece by piece: its first piece before the server has made its third', async () => {
    await using server = await openTestServer({
      pacer: steady,
      engine: createTold(() => [saying.repeat(2)]),
    });
    using client = await connectRaw(server.port);
    client.send(chatRequest(stream));
    await client.until('"content":"Streaming"');
    expect(server.tally.tokens).toBeLessThan(3);
    expect(server.tally.running).toBe(1);
    await client.until('"content":" tokens"');
    expect(server.tally.tokens).toBeLessThan(6);
    const answer = await client.answer();
    expect(streamText(answer.body)).toBe(saying.repeat(2));
    // Each piece travels in a chunk of its own.
    expect(answer.chunks.length).toBeGreaterThan(30);
  });

  it('sends its head and its first chunk before the first token', async () => {
    const never = { ...steady, schedule: () => () => 3_600_000 };
    await using server = await openTestServer({ pacer: never });
    using client = await connectRaw(server.port);
    client.send(chatRequest(stream));
    const received = await client.until('"role":"assistant"');
    expect(received).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(server.tally.tokens).toBe(0);
  });

  it('is stopped when the client hangs up, within a piece', async () => {
    let said = 0;
    const endless = createTold(function* () {
      for (;;) {
        said += 1;
        yield ' more';
      }
    });
    await using server = await openTestServer({ engine: endless, pacer: steady });
    using client = await connectRaw(server.port);
    client.send(chatRequest(stream));
    await client.until('more');
    const ended = server.nextRecord();
    client.socket.destroy();
    expect(await ended).toMatchObject({ status: 200, failure: 'aborted', streamed: true });
    const before = said;
    expect(server.tally).toMatchObject({ running: 0, aborted: 1 });
    await server.clock.sleepUntil(server.clock.now() + 100, new AbortController().signal);
    expect(said).toBe(before);
  });

  it('is given up when the client hangs up before a whole answer', async () => {
    const never = { ...steady, schedule: () => () => 300_000 };
    await using server = await openTestServer({ pacer: never });
    using client = await connectRaw(server.port);
    const ended = server.nextRecord();
    client.send(chatRequest({}));
    while (server.tally.waiting === 0) await new Promise((resolve) => setImmediate(resolve));
    client.socket.destroy();
    expect(await ended).toMatchObject({ status: 499, failure: 'aborted', streamed: false });
    expect(server.tally).toMatchObject({ waiting: 0, aborted: 1 });
  });

  it('is cut with a reset when the client does not read', async () => {
    const endless = createTold(function* () {
      for (;;) yield saying.repeat(20);
    });
    await using server = await openTestServer({ engine: endless, limits: { writeDeadline: 100 } });
    using client = await connectRaw(server.port);
    client.socket.pause();
    const ended = server.nextRecord();
    client.send(chatRequest({ ...stream, model: 'gpt-4.1', max_tokens: 32_768, n: 20 }));
    expect(await ended).toMatchObject({ failure: 'slow-reader' });
    expect(server.tally).toMatchObject({ running: 0, slowReaders: 1, aborted: 0 });
    client.socket.resume();
    await client.closed;
  });
});
