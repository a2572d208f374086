import { describe, expect, it } from 'vitest';
import { createTold, makeGenerate, instant, steady } from '../support/make-generate.ts';
import { type TestServer, openTestServer, saying } from '../support/open-test-server.ts';
import { chatRequest, connectRaw, streamText } from '../support/raw-client.ts';

const stream = { stream: true };
// The first piece at once, the others never.
const stuck = {
  ...steady,
  schedule: () => {
    let count = 0;
    return () => ((count += 1) === 1 ? 0 : 300_000);
  },
};
const brief = { ...steady, schedule: () => () => 60 };
const models = 'GET /v1/models HTTP/1.1\r\nhost: localhost\r\n\r\n';

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await turn();
}

/** Whether the port takes no connection any more. */
async function isClosed({ port }: TestServer): Promise<boolean> {
  return await connectRaw(port).then(
    (client) => {
      client.socket.destroy();
      return false;
    },
    () => true,
  );
}

describe('a full server', () => {
  it('refuses one answer more than it gives at a time, and takes the next when one has ended', async () => {
    await using server = await openTestServer({ pacer: stuck, limits: { maxStreams: 2 } });
    using first = await connectRaw(server.port);
    using second = await connectRaw(server.port);
    using third = await connectRaw(server.port);
    first.send(chatRequest(stream));
    await first.until('Streaming');
    second.send(chatRequest({}));
    await until(() => server.tally.waiting === 1);
    for (const body of [stream, {}]) {
      third.send(chatRequest(body));
      const refused = await third.answer();
      expect(refused.status).toBe(503);
      expect(refused.headers.get('retry-after')).toBe('1');
      expect(JSON.parse(refused.body)).toMatchObject({ error: { code: 'server_is_overloaded' } });
    }
    third.send(models);
    expect((await third.answer()).status).toBe(200);
    first.socket.destroy();
    await until(() => server.tally.running === 0);
    third.send(chatRequest(stream));
    await third.until('Streaming');
  });
});

describe('a server that shuts down', () => {
  it('lets running answers finish, refuses new ones and closes', async () => {
    const [slow, quick] = [
      makeGenerate(
        createTold(() => [saying]),
        brief,
      ),
      makeGenerate(
        createTold(() => [saying]),
        instant,
      ),
    ];
    await using server = await openTestServer({
      generate: (request, signal) => (request.seed === 1 ? slow : quick)(request, signal),
    });
    using running = await connectRaw(server.port);
    using waiting = await connectRaw(server.port);
    using late = await connectRaw(server.port);
    // A connection that has been used, so that it is there when the server closes.
    late.send(models);
    await late.answer();
    running.send(chatRequest({ ...stream, seed: 1 }));
    await running.until('"role"');
    waiting.send(chatRequest({ seed: 1 }));
    await until(() => server.tally.waiting === 1);
    const closing = server.close(10_000);
    late.send(chatRequest(stream));
    const refused = await late.answer();
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.headers.get('connection')).toBe('close');
    expect(JSON.parse(refused.body)).toMatchObject({ error: { code: 'shutting_down' } });
    expect(streamText((await running.answer()).body)).toBe(saying);
    expect((await waiting.answer()).body).toContain(saying);
    await closing;
    await Promise.all([running.closed, waiting.closed, late.closed]);
    expect(await isClosed(server)).toBe(true);
    expect(server.tally).toMatchObject({ running: 0, waiting: 0, aborted: 0 });
  });

  it('ends what still runs after the grace with an error of its dialect', async () => {
    await using server = await openTestServer({ pacer: stuck });
    using running = await connectRaw(server.port);
    using waiting = await connectRaw(server.port);
    running.send(chatRequest(stream));
    await running.until('Streaming');
    waiting.send(chatRequest({}));
    await until(() => server.tally.waiting === 1);
    await server.close(30);
    const { body } = await running.answer();
    expect(body).toMatch(/\n\ndata: \{"error":\{[^\n]*"code":"shutting_down"\}\}\n\n$/);
    expect(body).not.toContain('[DONE]');
    const refused = await waiting.answer();
    expect(refused.status).toBe(503);
    expect(JSON.parse(refused.body)).toMatchObject({ error: { code: 'shutting_down' } });
    await Promise.all([running.closed, waiting.closed]);
    expect(await isClosed(server)).toBe(true);
    expect(server.tally).toMatchObject({ running: 0, waiting: 0 });
  });

  it('waits for nobody who asks nothing, half a question or reads nothing', async () => {
    await using server = await openTestServer({
      engine: createTold(function* () {
        for (;;) yield saying.repeat(20);
      }),
    });
    using silent = await connectRaw(server.port);
    using half = await connectRaw(server.port);
    half.send('POST /v1/chat/completions HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\n{');
    using deaf = await connectRaw(server.port);
    deaf.socket.pause();
    deaf.send(chatRequest({ ...stream, model: 'gpt-4.1', max_tokens: 32_768, n: 20 }));
    await until(() => server.tally.running === 1);
    await server.close(0);
    deaf.socket.resume();
    await Promise.all([silent.closed, half.closed, deaf.closed]);
    expect(await isClosed(server)).toBe(true);
  });
});
