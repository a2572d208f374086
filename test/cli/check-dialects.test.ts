import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/client/check/checks.ts';
import { speakCompletion, speakLangbase, speakPrompt, speakWords } from '../support/dialect-servers.ts';
import { type Manner, startFaulty } from '../support/faulty-server.ts';
import { list, patient } from '../support/run-check.ts';

type Fault = readonly [dialect: string, fault: string, manner: Partial<Manner>, failed: readonly string[]];

const html = '<!doctype html><h1>No</h1>';
const plain = { 'content-type': 'text/event-stream', connection: 'keep-alive' };
const short = Array.from({ length: 12 }, () => 'streaming ');
const few = Array.from({ length: 5 }, () => 'streaming '.repeat(40));
const wordy = Array.from({ length: 14 }, (_, index) => `id: ${index}\ndata:  two words\n\n`);
const raw = Array.from({ length: 14 }, () => ' word');

const faults: readonly Fault[] = [
  ['prompt', 'nothing', speakPrompt(), []],
  ['prompt', 'five chunks', speakPrompt({ pieces: few }), ['chunks']],
  ['prompt', 'few characters', speakPrompt({ pieces: short }), ['characters']],
  ['prompt', 'no headers against proxies', speakPrompt({ headers: plain }), ['cache-control', 'buffering']],
  ['prompt', 'no check of length', speakPrompt({ takes: (body) => body.length > 5000 }), ['long-prompt']],
  ['prompt', 'an answer to blanks', speakPrompt({ takes: (body) => body.includes('"  "') }), ['bad-request']],
  [
    'prompt',
    'streams at all times',
    speakPrompt({ takes: (body) => body.includes('false') }),
    ['not-streamed'],
  ],
  [
    'prompt',
    'HTML',
    speakPrompt({ refusal: html }),
    ['bad-json', 'bad-request', 'long-prompt', 'not-streamed'],
  ],
  ['completion', 'nothing', speakCompletion(), []],
  ['completion', 'no last event', speakCompletion({ ending: '' }), ['completion']],
  ['completion', 'several words an event', speakCompletion({ pieces: wordy }), ['tokens']],
  [
    'completion',
    'text without events',
    speakCompletion({ pieces: raw, ending: '' }),
    ['format', 'first-token', 'completion'],
  ],
  ['completion', 'no look at numbers', speakCompletion({ takes: () => true }), ['bad-request']],
  ['wordstream', 'nothing', speakWords(), []],
  [
    'wordstream',
    'two words an event',
    speakWords({ pieces: short.map((word) => `${word}again`) }),
    ['tokens'],
  ],
  ['wordstream', 'one client at a time', speakWords({}, true), ['concurrency']],
  ['langbase', 'nothing', speakLangbase(), []],
  ['langbase', 'no usage', speakLangbase({ usage: null }), ['usage']],
  ['langbase', 'a wrong sum', speakLangbase({ usage: { total_tokens: 4 } }), ['usage']],
  ['langbase', 'no completion', speakLangbase({ whole: { raw: {} } }), ['whole']],
  [
    'langbase',
    'an answer to nobody',
    speakLangbase({ takes: (body) => body.startsWith('{"stream') }),
    ['bad-request'],
  ],
];

describe.concurrent('understudy check in other dialects', () => {
  it.each(faults)('finds in %s: %s', async (dialect, _, manner, failed) => {
    await using server = await startFaulty(manner);
    const found = await list([server.url, '--dialect', dialect, '--timeout', '5', ...patient]);
    expect({ failed: found.failed, warned: found.warned }).toEqual({ failed, warned: [] });
    expect(found.status).toBe(failed.length === 0 ? 0 : 1);
  });
});

describe('the checks', () => {
  const page = readFileSync(new URL('../../docs/check.md', import.meta.url), 'utf8');

  it.each(checks)('have a row in docs/check.md: $name', ({ name }) => {
    expect(page).toContain(`\n| \`${name}\` | `);
  });

  it('have names of their own that fit the table', () => {
    const names = checks.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.length > 13)).toEqual([]);
  });
});
