import { expect, it } from 'vitest';
import { type BannerFacts, formatBanner } from '../../src/cli/banner.ts';
import { type SettingsInput, readSettings } from '../../src/settings.ts';

const openai = {
  url: 'http://127.0.0.1:8080',
  host: '127.0.0.1',
  port: 8080,
  dialects: ['openai', 'prompt', 'completion'],
};
const words = { url: 'http://127.0.0.1:8000', host: '127.0.0.1', port: 8000, dialects: ['wordstream'] };

function format(
  settings: SettingsInput = {},
  facts: Partial<BannerFacts['server']> & { files?: string[] } = {},
): string {
  const { files = [], ...server } = facts;
  return formatBanner(
    {
      version: '1.2.3',
      server: { listeners: [openai], engine: 'composer', pacer: 'steady', model: 'story', ...server },
      settings: readSettings(settings),
      files,
    },
    (_style, text) => text,
  );
}

it('shows where the server is and what to copy', () => {
  expect(format()).toMatchInlineSnapshot(`
    "Understudy 1.2.3 listens. Press Ctrl-C to stop.

      http://127.0.0.1:8080 speaks openai, prompt, completion
      composer engine, 200 ms to the first token, then 50/s, seed 0
      model story computes, at /completion and by its name
      docs: http://127.0.0.1:8080/docs
      playground: http://127.0.0.1:8080/playground

      export OPENAI_BASE_URL=http://127.0.0.1:8080/v1
      export OPENAI_API_KEY=anything

      curl -N http://127.0.0.1:8080/v1/chat/completions \\
        -H 'content-type: application/json' -d '{"model": "gpt-4o-mini",
        "stream": true, "messages": [{"role": "user", "content": "Hello!"}]}'

    "
  `);
});

it('shows one line for each address, and stays short with everything on', () => {
  const banner = format(
    { apiKey: ['secret'], jitter: 0.5 },
    { listeners: [words, openai], pacer: 'jittered', files: ['.env', 'understudy.config.yaml'] },
  );
  expect(banner).toMatchInlineSnapshot(`
    "Understudy 1.2.3 listens. Press Ctrl-C to stop.

      http://127.0.0.1:8000 speaks wordstream
      http://127.0.0.1:8080 speaks openai, prompt, completion
      composer engine, 200 ms to the first token, then 50/s (jitter 0.5), seed 0
      model story computes, at /completion and by its name
      settings from .env, understudy.config.yaml
      docs: http://127.0.0.1:8080/docs
      playground: http://127.0.0.1:8080/playground

      export OPENAI_BASE_URL=http://127.0.0.1:8080/v1
      export OPENAI_API_KEY=YOUR_KEY

      curl -N http://127.0.0.1:8080/v1/chat/completions \\
        -H "authorization: Bearer $OPENAI_API_KEY" \\
        -H 'content-type: application/json' -d '{"model": "gpt-4o-mini",
        "stream": true, "messages": [{"role": "user", "content": "Hello!"}]}'

    "
  `);
  expect(banner).not.toContain('secret');
  const lines = banner.trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(17);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
});

it('shows a call without a body where only words are spoken', () => {
  const banner = format({}, { listeners: [words], engine: 'words', pacer: 'chunk-delay' });
  expect(banner).toContain('words engine, 2 words/s');
  expect(banner).toContain('  curl -N -X POST http://127.0.0.1:8000/v1/chat/completions\n');
  expect(banner).not.toContain('OPENAI');
  expect(banner).not.toContain('playground');
});

it('shows the key that a strict server asks for', () => {
  expect(format({ strict: true })).toContain('-H "authorization: Bearer $OPENAI_API_KEY"');
});

it.each([
  ['0.0.0.0', 'http://127.0.0.1:8080'],
  ['::', 'http://[::1]:8080'],
  ['10.0.0.7', 'http://10.0.0.7:8080'],
])('shows an address that can be reached for %s', (host, url) => {
  const listener = { ...openai, host, url: `http://${host}:8080` };
  expect(format({ host }, { listeners: [listener] })).toContain(`OPENAI_BASE_URL=${url}/v1\n`);
});

it.each([
  ['instant', 'composer', {}, 'composer engine, no pacing, seed 0'],
  ['chunk-delay', 'samples', { chunkDelay: 2 }, 'samples engine, a piece each 2 s, seed 0'],
  ['chunk-delay', 'words', { wordsPerSecond: 9 }, 'words engine, 9 words/s, seed 0'],
  ['steady', 'composer', { ttft: 5, seed: 3 }, 'composer engine, 5 ms to the first token, then 50/s, seed 3'],
] as const)('tells the pace of %s with %s', (pacer, engine, settings, line) => {
  expect(format(settings, { pacer, engine })).toContain(`  ${line}\n`);
});
