import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';
import { openSocket, post, readMetric } from './raw-client.ts';

const mebibyte = 1024 * 1024;

const chat = post(
  '{"model":"gpt-4o-mini","messages":[{"role":"user","content":"Hello!"}],"stream":true,"n":128}',
);

// Words that do not end and are never late: only the clients' reading holds them back.
const endless = {
  message: 'supercalifragilisticexpialidocious',
  repeatCount: 1_000_000,
  instant: true,
  shutdownGrace: 3600,
} as const;

describe('clients that stop reading', () => {
  it.each([
    { name: 'words', preset: 'wordstream' as const, request: post('{}'), count: 10 },
    { name: 'chat completions', preset: 'openai' as const, request: chat, count: 50 },
  ])('are cut at the write deadline: $count of $name', async ({ preset, request, count }) => {
    await using server = await startServer({ preset, ...endless, limits: { writeDeadline: 500 } });
    const sockets = await Promise.all(Array.from({ length: count }, () => openSocket(server)));
    for (const socket of sockets) socket.write(request);
    await vi.waitFor(
      async () => expect(await readMetric(server, 'understudy_slow_readers_total')).toBe(count),
      15_000,
    );
    expect(await readMetric(server, 'understudy_streams_running')).toBe(0);
    const ends = server.requests.filter(({ method }) => method === 'POST').map(({ failure }) => failure);
    expect(ends).toEqual(Array.from({ length: count }, () => 'slow-reader'));
    for (const socket of sockets) socket.destroy();
  });

  it('cost less than a megabyte each while the server waits for them', async () => {
    await using server = await startServer({ ...endless, limits: { writeDeadline: 3_600_000 } });
    await fetch(`${server.url}/metrics`);
    const before = measureMemory();
    const count = 50;
    const sockets = await Promise.all(Array.from({ length: count }, () => openSocket(server)));
    for (const socket of sockets) socket.write(chat);
    await waitUntilStalled(server);
    expect(await readMetric(server, 'understudy_streams_running')).toBe(count);
    expect((measureMemory() - before) / mebibyte).toBeLessThan(count);
    for (const socket of sockets) socket.destroy();
  });
});

// All that the process holds on to, in bytes: what is garbage only waits for its collection, however much it is.
function measureMemory(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function waitUntilStalled(server: StartedServer): Promise<void> {
  let last = -1;
  await vi.waitFor(
    async () => {
      const tokens = await readMetric(server, 'understudy_tokens_total');
      const before = last;
      last = tokens;
      expect(tokens).toBeGreaterThan(0);
      expect(tokens).toBe(before);
    },
    { timeout: 15_000, interval: 100 },
  );
}
