import { describe, expect, it } from 'vitest';
import { createTold } from '../support/make-generate.ts';
import { openTestServer, saying } from '../support/open-test-server.ts';
import { chatRequest, connectRaw } from '../support/raw-client.ts';

// Half a million tokens without a pace.
const large = { model: 'gpt-4.1', max_tokens: 32_768, n: 16 };
const models = 'GET /v1/models/gpt-4o HTTP/1.1\r\nhost: localhost\r\n\r\n';

function createEndless() {
  const told = { texts: 0, left: 0 };
  const engine = createTold(function* () {
    try {
      for (;;) {
        told.texts += 1;
        yield ` ${saying}`;
      }
    } finally {
      told.left += 1;
    }
  });
  return { engine, told };
}

describe('a very long answer without a pace', () => {
  it.each([
    ['in a stream', { ...large, stream: true }],
    ['whole', large],
  ])('leaves others their turn, %s', async (_, body) => {
    await using server = await openTestServer({ engine: createEndless().engine });
    using busy = await connectRaw(server.port);
    using other = await connectRaw(server.port);
    busy.socket.resume();
    busy.send(chatRequest(body));
    while (server.tally.running + server.tally.waiting === 0)
      await new Promise((resolve) => setImmediate(resolve));
    other.send(models);
    expect((await other.answer()).status).toBe(200);
    expect(server.tally.running + server.tally.waiting).toBe(1);
  });

  it.each([
    ['in a stream', { ...large, stream: true }],
    ['whole', large],
  ])('ends soon after its client has hung up, %s', async (_, body) => {
    const { engine, told } = createEndless();
    await using server = await openTestServer({ engine });
    using busy = await connectRaw(server.port);
    const ended = server.nextRecord();
    busy.send(chatRequest(body));
    while (told.texts === 0) await new Promise((resolve) => setImmediate(resolve));
    busy.socket.destroy();
    expect(await ended).toMatchObject({ failure: 'aborted' });
    // Of more than 27,000 texts.
    expect(told.texts).toBeLessThan(10_000);
    await new Promise((resolve) => setImmediate(resolve));
    expect(told.left).toBe(large.n);
  });
});
