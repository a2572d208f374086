import { once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import type { GenerationRequest } from '../../src/core/generation.ts';
import { type StartedServer, startServer } from '../../src/index.ts';
import { openTestServer } from '../support/open-test-server.ts';
import { openSocket, post, readMetric } from './raw-client.ts';

const messages = [{ role: 'user', content: 'Hello!' }];
const streamed = JSON.stringify({ model: 'gpt-4o-mini', messages, stream: true });
const whole = JSON.stringify({ model: 'gpt-4o-mini', messages });

/** Asks for a stream, waits for its beginning and hangs up, in order or with a reset. */
async function hangUp(server: StartedServer, index: number): Promise<void> {
  const socket = await openSocket(server);
  socket.write(post(streamed));
  await once(socket, 'data');
  if (index % 2 === 0) socket.destroy();
  else socket.resetAndDestroy();
}

async function inWaves(count: number, task: (index: number) => Promise<void>): Promise<void> {
  const size = 200;
  for (let begin = 0; begin < count; begin += size) {
    await Promise.all(Array.from({ length: size }, (_, index) => task(begin + index)));
  }
}

describe('clients that hang up', () => {
  it('leave no stream behind, be they a thousand', async () => {
    // One token in 100 s: no stream ends by itself.
    await using server = await startServer({ ttft: 0, tokensPerSecond: 0.01, shutdownGrace: 3600 });
    await inWaves(1000, (index) => hangUp(server, index));
    await vi.waitFor(
      async () => expect(await readMetric(server, 'understudy_streams_running')).toBe(0),
      5000,
    );
    expect(await readMetric(server, 'understudy_aborted_total')).toBe(1000);
    const ends = server.requests.filter(({ method }) => method === 'POST').map(({ failure }) => failure);
    expect(new Set(ends)).toEqual(new Set(['aborted']));
  });

  it('leave nothing behind when they wait for a whole answer', async () => {
    await using server = await startServer({ ttft: 300_000, shutdownGrace: 3600 });
    const sockets = await Promise.all(Array.from({ length: 200 }, () => openSocket(server)));
    for (const socket of sockets) socket.write(post(whole));
    await vi.waitFor(async () =>
      expect(await readMetric(server, 'understudy_answers_waiting')).toBe(sockets.length),
    );
    for (const socket of sockets) socket.destroy();
    await vi.waitFor(async () => expect(await readMetric(server, 'understudy_answers_waiting')).toBe(0));
    expect(await readMetric(server, 'understudy_aborted_total')).toBe(sockets.length);
  });

  it('leave nothing behind when they are gone before a beginning that comes all the same', async () => {
    const first = Promise.withResolvers<void>();
    const left = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<AbortSignal>();
    async function* generate(_request: GenerationRequest, signal: AbortSignal) {
      asked.resolve(signal);
      await first.promise;
      try {
        yield [{ type: 'start', due: 0, choices: 1, promptTokens: 1 } as const];
      } finally {
        left.resolve();
      }
    }
    await using server = await openTestServer({ generate });
    const socket = await openSocket(server);
    socket.write(post(streamed));
    const signal = await asked.promise;
    socket.destroy();
    await once(signal, 'abort');
    first.resolve();
    await left.promise;
    expect(server.tally.aborted).toBe(1);
  });

  it('leave nothing behind when half of their body is missing', async () => {
    const server = await startServer({ shutdownGrace: 3600, limits: { requestTimeout: 3_600_000 } });
    const sockets = await Promise.all(Array.from({ length: 50 }, () => openSocket(server)));
    for (const socket of sockets) socket.write(post(whole).slice(0, -10));
    await (await fetch(`${server.url}/health`)).text();
    for (const socket of sockets) socket.destroy();
    // A connection that were left would keep the server open for an hour.
    await server.close();
    expect(server.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('are heard while a stream that they do not read is stalled', async () => {
    await using server = await startServer({
      preset: 'wordstream',
      instant: true,
      repeatCount: 1_000_000,
      shutdownGrace: 3600,
    });
    const socket = await openSocket(server);
    socket.write(post('{}'));
    await vi.waitFor(async () => expect(await readMetric(server, 'understudy_streams_running')).toBe(1));
    socket.destroy();
    await vi.waitFor(async () => expect(await readMetric(server, 'understudy_streams_running')).toBe(0));
  });
});
