import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSamples } from '../../src/engines/sample-file.ts';

function texts(file: string): string[] {
  return parseSamples(file).map(({ text }) => text);
}

describe('parseSamples', () => {
  it('splits at lines of three dashes alone', () => {
    expect(texts('a\n---\nb --- b\n----\nc\n---  \nd')).toEqual(['a', 'b --- b\n----\nc', 'd']);
  });

  it('reads files of Windows', () => {
    expect(texts('\uFEFFa\r\nb\r\n---\r\n# match: x\r\nc\r\n')).toEqual(['a\nb', 'c']);
  });

  it('leaves out what holds no text', () => {
    expect(texts('---\n\n---\n# match: x\n---\na\n---')).toEqual(['a']);
  });

  it('keeps headings', () => {
    expect(texts('# Title\nbody')).toEqual(['# Title\nbody']);
  });

  it('throws where there is no sample', () => {
    expect(() => parseSamples('')).toThrow('holds no sample');
  });

  it('replaces halves of characters', () => {
    expect(texts('a \uD83D b')[0]?.isWellFormed()).toBe(true);
  });
});

describe('assets/samples.txt', () => {
  const samples = parseSamples(readFileSync(new URL('../../assets/samples.txt', import.meta.url), 'utf8'));

  it('holds two dozen samples of 60 to 160 words', () => {
    expect(samples).toHaveLength(24);
    for (const { text } of samples) {
      const words = text.split(/\s+/).length;
      expect(words).toBeGreaterThanOrEqual(60);
      expect(words).toBeLessThanOrEqual(160);
    }
  });
});
