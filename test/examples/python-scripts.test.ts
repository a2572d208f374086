import { describe, expect, it } from 'vitest';
import { startServer } from '../../src/index.ts';
import { startFaulty } from '../support/faulty-server.ts';
import { runExample } from './run-example.ts';

const rowPattern = /^(?<name>\S.*?) +(?<status>PASS|FAIL) +(?<details>.*)$/gm;

describe('the test scripts in Python', { timeout: 60_000 }, () => {
  it('say that one piece is no stream, and end with 1', async () => {
    await using server = await startFaulty({ tokensPerChunk: 100 });
    const { code, output, errors } = await runExample('python/streaming_test.py', server.url);
    expect({ code, errors }).toEqual({ code: 1, errors: '' });
    expect(output).toContain('FAILED: the answer came in one piece');
    expect(output).toMatch(/\n3 of 4 tests passed\n$/);
  });

  it('measure a stream and a whole answer against each other', async () => {
    await using server = await startServer({ ttft: 20, tokensPerSecond: 500 });
    const { output } = await runExample('python/streaming_test.py', server.url);
    expect(output).toMatch(/\nnot streamed: first and last character after \d+\.\d{3} s\n/);
    expect(output).toMatch(/\nstreamed: first after \d+\.\d{3} s, last after \d+\.\d{3} s\n/);
    expect(server.requests.map(({ body }) => Object(body).messages.at(-1).content)).toEqual([
      'Hello!',
      'Hello!',
      'Tell me a joke!',
      'What is the capital of France?',
      'How do I test a chat client?',
      'Explain streaming in two sentences.',
      'Explain streaming in two sentences.',
      'Hello!',
    ]);
    expect(Object(server.requests.at(-1)?.body).messages[0].role).toBe('system');
  });

  it('show tokens at the pace that was asked for', async () => {
    await using server = await startServer({ ttft: 20, tokensPerSecond: 500 });
    const { code, output } = await runExample('python/slow_streaming_demo.py', server.url, ['50']);
    expect(code).toBe(0);
    const found =
      /\n(?<count>\d+) tokens: the first after \d+\.\d s, the last after (?<last>\d+\.\d) s\n$/.exec(
        output,
      )?.groups;
    // Half a second to the first, then 50 a second: an answer that came at once would be over sooner.
    expect(Number(found?.['last'])).toBeGreaterThanOrEqual(0.4 + (Number(found?.['count']) - 1) / 50);
  });

  it('check the requirements of a prompt, each by its number', async () => {
    await using server = await startServer({ ttft: 20, tokensPerSecond: 500 });
    const { output } = await runExample('python/test_api.py', server.url);
    const rows = [...output.matchAll(rowPattern)].map(({ groups }) => groups?.['name']);
    expect(rows).toEqual([
      'Status',
      'Content type',
      'No caching',
      'No buffering',
      'Kept connection',
      'Multiple chunks',
      'Character count',
      'First token latency',
      'Throughput',
      'Stream completion',
      'Relevance',
      'Refuses an empty prompt',
      'Refuses a long prompt',
      'Refuses no stream',
    ]);
    expect(output).toMatch(/\nCharacter count +PASS +\d{4} characters \(required: 1378\)\n/);
  });

  it('say what a server does not do that takes no prompts, and end with 1', async () => {
    await using server = await startFaulty();
    const { code, output, errors } = await runExample('python/test_api.py', server.url);
    expect({ code, errors }).toEqual({ code: 1, errors: '' });
    expect(output).toMatch(/\nStatus +FAIL +400\n/);
    expect(output).toMatch(/\nFirst token latency +FAIL /);
    expect(output).toMatch(/\nStream completion +FAIL /);
  });
});
