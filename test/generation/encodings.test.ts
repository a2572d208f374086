import fc from 'fast-check';
import * as cl100k from 'gpt-tokenizer/encoding/cl100k_base';
import * as o200k from 'gpt-tokenizer/encoding/o200k_base';
import * as harmony from 'gpt-tokenizer/encoding/o200k_harmony';
import * as p50k from 'gpt-tokenizer/encoding/p50k_base';
import * as r50k from 'gpt-tokenizer/encoding/r50k_base';
import { describe, expect, it } from 'vitest';
import type { EncodingName } from '../../src/core/model.ts';
import { createEncodings } from '../../src/generation/encodings.ts';
import { anyText, difficultTexts } from './texts.ts';

const encodings = createEncodings();
const options = { disallowedSpecial: new Set<string>() };
const references = {
  o200k_base: o200k,
  o200k_harmony: harmony,
  cl100k_base: cl100k,
  p50k_base: p50k,
  r50k_base: r50k,
};
const names = Object.keys(references) as EncodingName[];
const texts = Object.entries(difficultTexts);

describe.each(names)('%s', (name) => {
  it.each(texts)('encodes and counts long %s as the whole text at once', async (_, text) => {
    const encoding = await encodings(name);
    // Of many lengths, so that slices end at every kind of place.
    for (const length of [1, 1023, 1024, 1025, 2500, 7001, 20_000]) {
      const long = text
        .repeat(Math.ceil(length / text.length))
        .slice(0, length)
        .toWellFormed();
      const ids = references[name].encode(long, options);
      expect(encoding.encode(long)).toEqual(ids);
      expect(encoding.count(long)).toBe(ids.length);
    }
  });

  it('encodes any text as the tokenizer does, and decodes it again', async () => {
    const encoding = await encodings(name);
    fc.assert(
      fc.property(anyText, (text) => {
        const ids = encoding.encode(text);
        expect(ids).toEqual(references[name].encode(text, options));
        expect(encoding.decode(ids)).toBe(text);
        expect(encoding.count(text)).toBe(ids.length);
        const bytes = Buffer.concat(ids.map((id) => encoding.bytes(id)));
        expect(bytes.equals(Buffer.from(text))).toBe(true);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('an encoding', () => {
  it('is loaded once', async () => {
    const [one, other] = await Promise.all([encodings('o200k_base'), encodings('o200k_base')]);
    expect(one).toBe(other);
    expect(one.name).toBe('o200k_base');
  });

  it('takes special tokens for plain text', async () => {
    const encoding = await encodings('o200k_base');
    const ids = encoding.encode('<|endoftext|>');
    expect(ids.length).toBeGreaterThan(1);
    expect(Math.max(...ids)).toBeLessThan(encoding.size);
    expect(encoding.decode(ids)).toBe('<|endoftext|>');
  });

  it('says nothing for ids that end inside a character', async () => {
    const encoding = await encodings('o200k_base');
    const ids = encoding.encode('𒀀');
    expect(ids.length).toBeGreaterThan(1);
    expect(encoding.decode(ids.slice(0, 1))).toBeUndefined();
    expect(encoding.decode([])).toBe('');
  });

  it.each([
    ['one letter', 'a'],
    ['blanks', ' '],
    ['line breaks', '\n'],
    ['one emoji', '🙂'],
    ['one sign', '='],
    ['letters without a blank', 'ACGT'],
  ])('comes to an end with 100 kB of %s', async (_, unit) => {
    const encoding = await encodings('o200k_base');
    const text = unit.repeat(100_000 / Buffer.byteLength(unit));
    const ids = encoding.encode(text);
    expect(encoding.decode(ids)).toBe(text);
    expect(encoding.count(text)).toBe(ids.length);
  });

  it('stops counting soon after the limit', async () => {
    const encoding = await encodings('o200k_base');
    const text = 'one two three four '.repeat(10_000);
    const counted = encoding.count(text, 100);
    expect(counted).toBeGreaterThan(100);
    expect(counted).toBeLessThan(1000);
    expect(encoding.count('one two', 2)).toBe(2);
  });
});
