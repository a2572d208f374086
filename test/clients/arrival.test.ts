import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { startServer } from '../../src/index.ts';

const body = { model: 'gpt-4o-mini', messages: [{ role: 'user' as const, content: 'Tell me a story.' }] };

describe('a paced stream', () => {
  it('gives the client its first piece of text before the second one is due', async () => {
    // One token in 100 s: whatever comes cannot have waited for the rest.
    await using server = await startServer({ ttft: 100, tokensPerSecond: 0.01 });
    const client = new OpenAI({ baseURL: server.baseURL, apiKey: 'mock-api-key' });
    const stream = await client.chat.completions.create({ ...body, stream: true });
    const texts: string[] = [];
    for await (const { choices } of stream) {
      texts.push(choices[0]?.delta.content ?? '');
      if (texts.at(-1) !== '') break;
    }
    expect(texts).toEqual(['', expect.stringMatching(/\S/)]);
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toContain('\nunderstudy_tokens_total 1\n');
  });

  it('reaches the client piece by piece, not in one read', async () => {
    await using server = await startServer({ ttft: 100, tokensPerSecond: 50 });
    const reply = await fetch(`${server.baseURL}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, stream: true, max_tokens: 50 }),
    });
    const reads = await Array.fromAsync(reply.body ?? []);
    const whole = Buffer.concat(reads).toString();
    expect(whole.split('\n\n').length).toBeGreaterThan(50);
    // Two reads would take a pause of the whole machine for the second that the stream lasts; fifty is the usual number.
    expect(reads.length).toBeGreaterThan(3);
    const text = new TextDecoder();
    expect(text.decode(reads[0])).toContain('"role":"assistant"');
    expect(text.decode(reads[0])).not.toContain('[DONE]');
  });
});
