import { describe, expect, it } from 'vitest';
import { pipesChunks } from '../examples/pipes-texts.ts';
import { startProcess } from './start-process.ts';

describe('the pace and the number of the chunks of samples', { timeout: 60_000 }, () => {
  const classic = ['--preset', 'classic', '--port', '0', '--data', ':memory:'];

  it.each([
    ['the environment', [], { CHUNK_DELAY_SECONDS: '0', MIN_CHUNKS: '3', MAX_CHUNKS: '3' }],
    ['flags', ['--chunk-delay', '0', '--min-chunks', '3', '--max-chunks', '3'], {}],
  ])('are set by %s', async (_name, flags, env) => {
    await using server = startProcess([...classic, ...flags], env);
    const [, url = ''] = await server.message(/(http:\/\/127\.0\.0\.1:\d+) speaks wordstream/);
    for (const content of ['Hello!', 'What is streaming?', 'Thanks.']) {
      const response = await fetch(`${url}/v1/pipes/run`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ messages: [{ role: 'user', content }], stream: true }),
      });
      const events = (await response.text()).split('\n\n');
      expect(events.filter((event) => pipesChunks.piece.test(event))).toHaveLength(3);
    }
  });

  it('are a second, five and ten by default', async () => {
    await using server = startProcess([...classic, '--help']);
    await server.ended;
    expect(server.told.output).toMatch(
      /--chunk-delay[^]*default 1\)[^]*--min-chunks[^]*default 5\)[^]*--max-chunks[^]*default 10\)/,
    );
  });
});
