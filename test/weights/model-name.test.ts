import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGgufName, parseModelName } from '../../src/weights/model-name.ts';
import { WeightsError } from '../../src/weights/weights-error.ts';

function staysInside(named: string): boolean {
  try {
    const name = parseModelName(named);
    const parts =
      'repository' in name ? [name.repository, name.revision, 'file' in name ? name.file : ''] : [];
    return parts.every((part) => !/(?:^|\/)\.\.?(?:\/|$)|^\/|[\\:\0]/.test(part ?? ''));
  } catch (error) {
    return error instanceof WeightsError;
  }
}

describe('the name of a model', () => {
  it.each([
    ['story', { kind: 'story' }],
    ['gpt2', { kind: 'repository', repository: 'openai-community/gpt2', revision: 'main' }],
    ['distilgpt2', { kind: 'repository', repository: 'distilbert/distilgpt2', revision: 'main' }],
    ['openai-community/gpt2', { kind: 'repository', repository: 'openai-community/gpt2', revision: 'main' }],
    ['a/b.c_d@v1.0', { kind: 'repository', repository: 'a/b.c_d', revision: 'v1.0' }],
    ['hf:a/b', { kind: 'hub-file', repository: 'a/b', revision: 'main' }],
    ['hf:a/b@x/c.gguf', { kind: 'hub-file', repository: 'a/b', revision: 'x', file: 'c.gguf' }],
    [
      'hf:a/b/q/c.Q8_0.gguf',
      { kind: 'hub-file', repository: 'a/b', revision: 'main', file: 'q/c.Q8_0.gguf' },
    ],
    ['hf:a/b:Q4_K_M', { kind: 'hub-file', repository: 'a/b', revision: 'main', quantisation: 'Q4_K_M' }],
    ['https://example.com/a/b.gguf?x=1', { kind: 'url', url: new URL('https://example.com/a/b.gguf?x=1') }],
  ])('is understood: %s', (named, name) => {
    expect(parseModelName(named)).toEqual(name);
  });

  it.each([
    '',
    'nothing',
    'a/b/c',
    '../b',
    'a/..',
    'a/b@../..',
    '-a/b',
    'a--b/c',
    'a/b..c',
    'hf:a',
    'hf:a/b/../c.gguf',
    'hf:a/b//c.gguf',
    'hf:a/b/c.bin',
    'hf:a/b/c.gguf#x',
    'https://example.com/a',
    'http://',
    'a/b?c',
    'a/b\0',
    'file:///etc/passwd',
  ])('is refused: %j', (named) => {
    expect(() => parseModelName(named)).toThrow(WeightsError);
  });

  it('is understood or refused, and never leaves its folder', () => {
    assert(
      property(string({ unit: 'binary-ascii' }), string({ unit: 'binary-ascii' }), (left, right) => {
        for (const named of [`${left}/${right}`, `hf:${left}/${right}`, `hf:a/b/${left}.gguf`]) {
          expect(staysInside(named)).toBe(true);
        }
      }),
      { seed: 5 },
    );
  });
});

describe('the name of a GGUF file', () => {
  it('has no part that leads up, and ends as such names do', () => {
    expect(['a.gguf', 'Q8/a b (1).GGUF'].map(isGgufName)).toEqual([true, true]);
    const others = [
      'a.bin',
      '/a.gguf',
      '../a.gguf',
      'a/./b.gguf',
      String.raw`a\b.gguf`,
      '.gguf/',
      ' '.repeat(300) + '.gguf',
    ];
    expect(others.map(isGgufName)).toEqual(others.map(() => false));
  });
});
