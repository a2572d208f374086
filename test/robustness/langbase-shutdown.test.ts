import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Process, startProcess } from '../cli/start-process.ts';
import { send } from './langbase-calls.ts';

const streams = 20;

describe('a server that is told to end while it streams', { timeout: 60_000 }, () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'understudy-shutdown-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function start(): Promise<{ server: Process; url: string }> {
    const words = ['--port', '0', '--data', folder, '--shutdown-grace', '0', '--log-level', 'warn'];
    const server = startProcess(words);
    const [, url = ''] = await server.message(/(http:\/\/127\.0\.0\.1:\d+) speaks openai/);
    return { server, url };
  }

  it('keeps at least what was heard of the streams that it breaks off', async () => {
    const heard: string[] = [];
    {
      const { server, url } = await start();
      await using _ = server;
      let speaking = 0;
      const begun = (): void => {
        speaking += 1;
        if (speaking === streams) server.child.kill('SIGTERM');
      };
      await Promise.all(
        Array.from({ length: streams }, async (_each, place) => {
          heard[place] = await listen(url, `thread-${place}`, begun);
        }),
      );
      expect(await server.ended).toBe(0);
    }
    const { server, url } = await start();
    await using _ = server;
    for (const [place, text] of heard.entries()) {
      expect(text).not.toBe('');
      const { body } = await send({ url }, `GET /v1/threads/thread-${place}/messages`);
      expect(body).toMatchObject([{ role: 'user' }, { role: 'assistant' }]);
      const kept = String(Reflect.get(Object(Array.isArray(body) ? body[1] : undefined), 'content'));
      expect(kept.slice(0, text.length)).toBe(text);
    }
  });
});

/** What the stream of a run says before it ends; `begun` is called once ten pieces have come. */
async function listen(url: string, thread: string, begun: () => void): Promise<string> {
  const messages = [{ role: 'user', content: `Tell me a long story about the sea, for ${thread}.` }];
  const response = await fetch(`${url}/v1/pipes/run`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ threadId: thread, messages, stream: true }),
  });
  let text = '';
  let isBegun = false;
  for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (isBegun || text.split('\n\n').length < 12) continue;
    isBegun = true;
    begun();
  }
  expect(text).toContain('event: error');
  return [...text.matchAll(/"content":("(?:[^"\\]|\\.)*")/g)]
    .map(([, said = '']) => JSON.parse(said))
    .join('');
}
