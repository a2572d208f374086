import { type Server, type Socket, connect, createServer } from 'node:net';
import { once } from 'node:events';
import OpenAI from 'openai';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../../src/index.ts';
import { openBrowser } from '../support/open-browser.ts';
import { lasting } from '../support/stream-client.ts';

const body = {
  model: 'gpt-4o-mini',
  messages: [{ role: 'user' as const, content: 'Explain in one sentence how tides work.' }],
  stream: true as const,
  stream_options: { include_usage: true },
};

describe("OpenAI's client for Node", () => {
  it('reads a stream that outlives its client as it reads any other, and what is left of it', async () => {
    await using server = await startServer();
    const client = new OpenAI({ baseURL: server.baseURL, apiKey: 'mock-api-key' });
    const read = async (chunks: AsyncIterable<OpenAI.ChatCompletionChunk>) => {
      const texts: string[] = [];
      for await (const { choices } of chunks) texts.push(choices[0]?.delta.content ?? '');
      return texts;
    };
    const ordinary = await read(await client.chat.completions.create(body));
    const asked = client.chat.completions.create(body, { headers: lasting });
    const { data, response } = await asked.withResponse();
    expect(await read(data)).toEqual(ordinary);
    const path = `/streams/${response.headers.get('x-understudy-stream-id') ?? ''}`;
    const headers = { 'last-event-id': '3' };
    const rest: AsyncIterable<OpenAI.ChatCompletionChunk> = await client.get(path, { headers, stream: true });
    // The chunk of the role is the event of index 0.
    expect(await read(rest)).toEqual(ordinary.slice(4));
    expect(ordinary.length).toBeGreaterThan(10);
    expect(await client.delete(path)).toMatchObject({ object: 'stream', cancelled: false });
    await expect(client.get('/streams/req_0')).rejects.toMatchObject({ status: 404 });
  });
});

/** A way to a server that breaks off once, as soon as a text has passed. */
async function openWeakLine(port: number, last: string): Promise<Server & { cuts: number }> {
  const line = Object.assign(createServer(), { cuts: 0 });
  line.on('connection', (near: Socket) => {
    const far = connect(port, '127.0.0.1');
    near.pipe(far);
    near.on('error', () => far.destroy()).on('close', () => far.destroy());
    far.on('error', () => near.destroy()).on('close', () => near.destroy());
    far.on('data', (data: Buffer) => {
      near.write(data, () => {
        if (line.cuts > 0 || !data.includes(last)) return;
        line.cuts += 1;
        near.destroySoon();
      });
    });
  });
  await once(line.listen(0, '127.0.0.1'), 'listening');
  return line;
}

describe('an EventSource in Chromium', { timeout: 60_000 }, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  }, 60_000);
  afterAll(() => browser.close());

  it('comes back to a stream by itself, and is kept away when it has everything', async () => {
    await using server = await startServer({ ttft: 0, tokensPerSecond: 50 });
    const line = await openWeakLine(Number(new URL(server.url).port), 'id: 8\n');
    const address = line.address();
    if (typeof address !== 'object' || address === null) throw new Error('No port.');
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${address.port}/health`);
    const asking = { method: 'POST', headers: { ...lasting, 'content-type': 'application/json' } };
    const heard = await page.evaluate(
      async (request) => {
        const first = await fetch('/v1/chat/completions', request);
        const id = first.headers.get('x-understudy-stream-id') ?? '';
        await first.body?.cancel();
        const source = new EventSource(`/v1/streams/${id}`);
        const events: { id: string; data: string }[] = [];
        let breaks = 0;
        source.addEventListener('message', ({ lastEventId, data }) => {
          events.push({ id: lastEventId, data: String(data) });
        });
        await new Promise<void>((resolve) => {
          source.addEventListener('error', () => {
            breaks += 1;
            if (source.readyState === source.CLOSED) resolve();
          });
        });
        return { id, events, breaks };
      },
      { ...asking, body: JSON.stringify(body) },
    );
    const whole = await (await fetch(`${server.url}/v1/streams/${heard.id}`)).text();
    const told = heard.events.map(({ id, data }) => `id: ${id}\ndata: ${data}\n\n`).join('');
    expect(told).toBe(whole);
    expect([line.cuts, heard.breaks]).toEqual([1, 3]);
    const answers = server.requests.filter(({ path }) => path === `/v1/streams/${heard.id}`);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 204, 200]);
    await page.close();
    line.close();
  });
});
