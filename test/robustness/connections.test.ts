import { describe, expect, it, vi } from 'vitest';
import { startServer } from '../../src/index.ts';
import { exchange, openSocket, post, readMetric } from './raw-client.ts';

const body = '{"model":"gpt-4o-mini","messages":[{"role":"user","content":"Hello!"}]}';
const streamed = '{"model":"gpt-4o-mini","messages":[{"role":"user","content":"Hello!"}],"stream":true}';

function readError(answer: string): unknown {
  return JSON.parse(answer.slice(answer.lastIndexOf('\r\n\r\n')));
}

const openaiError = {
  error: {
    message: expect.stringMatching(/\S/),
    type: expect.stringMatching(/\S/),
    param: null,
    code: expect.toSatisfy((code) => code === null || typeof code === 'string'),
  },
};

describe('a request from where none should come', () => {
  it.each(['evil.test', 'evil.test:8080', 'localhost.evil.test', '127.0.0.1.evil.test', '', 'local host'])(
    "is refused when its Host is '%s'",
    async (host) => {
      await using server = await startServer();
      const answer = await exchange(server, post(body, { host, connection: 'close' }));
      expect(answer).toMatch(/^HTTP\/1\.1 40[03] /);
      expect(readError(answer)).toEqual(openaiError);
    },
  );

  it.each([
    'http://evil.test',
    'https://localhost.evil.test',
    'null',
    'file://',
    'http://127.0.0.1.evil.test',
  ])("is refused when its Origin is '%s'", async (origin) => {
    await using server = await startServer();
    const answer = await exchange(server, post(body, { origin, connection: 'close' }));
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(answer).not.toMatch(/access-control-allow-origin/i);
    expect(readError(answer)).toEqual(openaiError);
  });

  it.each(['localhost', 'localhost:8080', 'app.localhost', '127.0.0.1:1', '[::1]:8080', 'LOCALHOST'])(
    "is answered when its Host is '%s'",
    async (host) => {
      await using server = await startServer();
      const answer = await exchange(server, post(body, { host, connection: 'close' }));
      expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    },
  );
});

describe('a request that is no proper HTTP', () => {
  it('is refused when its headers are too large', async () => {
    await using server = await startServer();
    const answer = await exchange(server, post(body, { 'x-filler': 'x'.repeat(20_000) }));
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(readError(answer)).toEqual(openaiError);
  });

  it('is refused long before 50 MB of headers have been sent', async () => {
    await using server = await startServer();
    const socket = await openSocket(server);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.resume();
    socket.write('POST /v1/chat/completions HTTP/1.1\r\nhost: localhost\r\n');
    const line = `x-filler: ${'x'.repeat(8000)}\r\n`.repeat(125);
    for (let sent = 0; sent < 50 && !socket.destroyed; sent += 1) socket.write(line);
    await closed;
    expect(await readMetric(server, 'understudy_answers_waiting')).toBe(0);
    expect(server.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('is refused when its headers do not come to an end in time', async () => {
    await using server = await startServer({ limits: { headersTimeout: 200 } });
    const answer = await exchange(server, post(body).slice(0, 40));
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(readError(answer)).toEqual(openaiError);
  });

  it('is refused when its body does not come to an end in time', async () => {
    await using server = await startServer({ limits: { headersTimeout: 200, requestTimeout: 400 } });
    const answer = await exchange(server, post(body).slice(0, -10));
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(readError(answer)).toEqual(openaiError);
  });

  it.each([
    ['garbage', 'THIS IS NOT HTTP\r\n\r\n'],
    ['nothing that ends', `\0\0\0\0${'A'.repeat(100)}\r\n\r\n`],
    ['a length and chunks at once', post(body, { 'transfer-encoding': 'chunked' })],
    ['two lengths', post(body).replace('content-length', 'content-length: 1\r\ncontent-length')],
    ['a bad length', post(body, { 'content-length': '-1' })],
    ['TLS', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03])],
    ['a line break in a header', post(body, { 'x-a': 'b\rc: d' })],
  ])('is refused when it is %s', async (_name, bytes) => {
    await using server = await startServer();
    const answer = await exchange(server, bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(readError(answer)).toEqual(openaiError);
  });

  it('is refused behind one that was answered', async () => {
    await using server = await startServer();
    const socket = await openSocket(server);
    let heard = '';
    socket.setEncoding('utf8').on('data', (text: string) => (heard += text));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write(post(body));
    await vi.waitFor(() => expect(heard).toMatch(/^HTTP\/1\.1 200 [^]*\}$/));
    socket.write('THIS IS NOT HTTP\r\n\r\n');
    await closed;
    expect(heard.split('HTTP/1.1 ').map((part) => part.slice(0, 3))).toEqual(['', '200', '400']);
  });

  it('is not answered in the middle of a stream: the connection is cut', async () => {
    await using server = await startServer({ ttft: 0, tokensPerSecond: 0.01 });
    const socket = await openSocket(server);
    let heard = '';
    socket.setEncoding('utf8').on('data', (text: string) => (heard += text));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write(post(streamed));
    await vi.waitFor(() => expect(heard).toContain('data: '));
    socket.write('THIS IS NOT HTTP\r\n\r\n');
    await closed;
    expect(heard.match(/HTTP\/1\.1/g)).toHaveLength(1);
    await vi.waitFor(() => expect(server.requests[0]?.failure).toBe('aborted'));
  });

  it('is answered in turn when it comes behind a stream that is not over', async () => {
    await using server = await startServer({ ttft: 50, tokensPerSecond: 1000 });
    const second = post(body, { connection: 'close' });
    const answer = await exchange(server, post(streamed) + second);
    const [first = '', ...others] = answer.split('HTTP/1.1 200 OK').slice(1);
    expect(first).toMatch(/data: \[DONE\]\n\n\r\n0\r\n\r\n$/);
    expect(others).toHaveLength(1);
    expect(JSON.parse(others[0]?.slice(others[0].indexOf('\r\n\r\n')) ?? '')).toMatchObject({
      object: 'chat.completion',
    });
  });
});
