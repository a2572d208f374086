import { handleResponseStream } from 'langbase';
import { describe, expect, it } from 'vitest';
import { type SettingsInput, startServer } from '../../src/index.ts';
import { connectLangbase } from '../support/make-langbase.ts';

const messages = [{ role: 'user' as const, content: 'Tell me a story.' }];

// The first token comes at once, the second one in 100 s: what is seen before the second has been told by the first alone.
const endless: SettingsInput = { ttft: 50, tokensPerSecond: 0.01, shutdownGrace: 0 };

/** The contents that a stream of the client tells until one has text, or until so many have come. */
async function readContents(stream: ReadableStream, count: number): Promise<readonly string[]> {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  const contents: string[] = [];
  while (contents.length < count && !contents.some((content) => content !== '')) {
    const { value, done } = await reader.read();
    if (done) break;
    for (const line of value.trim().split('\n')) contents.push(JSON.parse(line).choices[0].delta.content);
  }
  return contents;
}

async function readTokens({ url }: { readonly url: string }): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^understudy_tokens_total (\d+)$/m.exec(metrics)?.[1]);
}

describe("when Langbase's client tells an event", () => {
  it('is with the next one, since its parser waits for the bytes that follow', async () => {
    await using server = await startServer(endless);
    const { stream } = await connectLangbase(server.url).pipes.run({ name: 'any', messages, stream: true });
    const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toContain('"delta":{"role":"assistant","content":""}');
    // The first token has long been sent, and much has come from the server since.
    expect(await readTokens(server)).toBe(1);
    const next = reader.read().then(
      () => 'told',
      () => 'ended',
    );
    for (let count = 0; count < 20; count += 1) await readTokens(server);
    expect(await Promise.race([next, Promise.resolve('not yet')])).toBe('not yet');
    await server.close();
    await next;
  });

  it('is at once, where events end with one line end more', async () => {
    await using server = await startServer({ ...endless, extraNewline: true });
    const { stream } = await connectLangbase(server.url).pipes.run({ name: 'any', messages, stream: true });
    expect(await readContents(stream, 2)).toEqual(['', expect.stringMatching(/\S/)]);
  });

  it("is at once with the parser of OpenAI's client", async () => {
    await using server = await startServer(endless);
    const response = await fetch(`${server.url}/v1/pipes/run`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ messages, stream: true }),
    });
    const { stream } = handleResponseStream({ response });
    expect(await readContents(stream, 2)).toEqual(['', expect.stringMatching(/\S/)]);
  });

  it('is in the order and at the pace of the server, piece by piece', async () => {
    await using server = await startServer({ ttft: 0, tokensPerSecond: 20, extraNewline: true });
    const began = performance.now();
    const moments: number[] = [];
    const { stream } = await connectLangbase(server.url).pipes.run({
      name: 'any',
      messages: [{ role: 'user', content: 'Hello!' }],
      stream: true,
    });
    for await (const _ of stream) moments.push(performance.now() - began);
    const pieces = moments.length - 2;
    expect(pieces).toBeGreaterThan(5);
    // The last piece is due after all the gaps before it: what came sooner has not been paced.
    expect(moments.at(-1)).toBeGreaterThan((pieces - 1) * 50 - 10);
    expect(moments[1]).toBeLessThan(moments.at(-1) ?? 0);
  });
});
