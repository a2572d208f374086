import fc from 'fast-check';
import { encode } from 'gpt-tokenizer/encoding/r50k_base';
import { describe, expect, it } from 'vitest';
import { createByteAlphabet } from '../../../src/engines/gpt2/tokenizer/byte-alphabet.ts';
import { type Tokenizer, createTokenizer } from '../../../src/engines/gpt2/tokenizer/tokenizer.ts';
import { createR50kVocabulary } from './r50k-vocabulary.ts';

const vocabulary = createR50kVocabulary();
const tokenizer = createTokenizer(vocabulary);
const expected = (text: string): number[] => encode(text, { disallowedSpecial: new Set<string>() });
const spell = (tokens: readonly number[]): string =>
  Buffer.concat(tokens.map((token) => tokenizer.bytesOf(token))).toString();

const hard: readonly string[] = [
  '',
  ' ',
  'Hello world',
  'The dog',
  "I'm sure they'd say it's what we've done; you'll see, I'LL don't 'tis",
  'a  b   c    d \t e\n\n\nf\r\n\r\ng ',
  '   leading and trailing   ',
  '\u00a0non\u00a0breaking\u2003em\u3000ideographic',
  '0 1 12 123 1234 12345 ½ Ⅷ ٣ 一二三',
  'Grüße, naïve façade, Ελληνικά, русский, العربية, हिन्दी, ไทย, 한국어',
  '日本語のテキスト、中文文本。',
  '😀 👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301 \u{1F1E9}\u{1F1EA}',
  'a\u0000b\u001fc\u007fd\u0080e\u00ad\ufffdf\u200b\u200d',
  '<|endoftext|> is text here',
  'function f(x){return x**2;} // ---- ==== /* *** */',
  'https://example.org/a?b=c&d=%20#e',
  'ÀÁÂ ǅ ʰ ª º ² ₃ €5 $5',
  '\ud800 lone \udc00\ud83d halves \ud83d',
];

describe('the tokenizer', () => {
  it('has the merges of GPT-2', () => {
    expect(vocabulary.merges).toHaveLength(50_000);
    expect(vocabulary.tokens).toHaveLength(50_257);
    expect(tokenizer.tokenize('The dog')).toEqual([464, 3290]);
  });

  it.each(hard)('splits %j as tiktoken does', (text) => {
    expect(tokenizer.tokenize(text)).toEqual(expected(text));
    expect(spell(tokenizer.tokenize(text))).toBe(text.toWellFormed());
  });

  // JavaScript's \s, with which the other tokenizer splits, knows one of these as a blank that Unicode does not, and lacks the other.
  const unit = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[ \n\t'a-zA-Z0-9.,]{0,20}$/),
    fc.constantFrom("'s", " '", '\u00a0', '\u2028', '  ', '\r\n', '\ud800', 'Ġ', '中'),
  );
  const texts = fc
    .array(unit, { maxLength: 12 })
    .map((parts) => parts.join('').replace(/[\ufeff\u0085]/g, ''));

  it('splits any text as tiktoken does', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(tokenizer.tokenize(text)).toEqual(expected(text));
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it('loses nothing of a text, and puts U+FFFD for half a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(spell(tokenizer.tokenize(`${text}\ufeff\u0085${text}`))).toBe(
          `${text}\ufeff\u0085${text}`.toWellFormed(),
        );
      }),
      { numRuns: 200, seed: 8 },
    );
  });

  it("knows Unicode's blanks, not those of JavaScript", () => {
    const first = (text: string): string => spell(tokenizer.tokenize(text).slice(0, 1));
    // The mark is no blank, so that the blank belongs to it; the line end is one, so that the blank stays alone.
    expect(first(' \ufeffx')).not.toBe(' ');
    expect(first(' \u0085x')).toBe(' ');
    expect([...tokenizer.bytesOf(expected(' \u0085x')[0] ?? 0)]).not.toEqual([0x20]);
    expect(spell(expected(' \ufeffx').slice(0, 1))).toBe(' ');
  });

  it.each([
    ['one letter', 'a'],
    ['two letters', 'ab'],
    ['a word', 'incomprehensible'],
    ['blanks', ' '],
    ['marks', '=-'],
    ['bytes of no letter', '😀'],
  ])('splits 100 kB without a border: %s', (_, part) => {
    const text = part.repeat(100_000 / part.length);
    expect(spell(tokenizer.tokenize(text))).toBe(text);
    const short = part.repeat(Math.ceil(300 / part.length));
    expect(tokenizer.tokenize(short)).toEqual(expected(short));
  });

  it('gives a special token no bytes', () => {
    expect(tokenizer.bytesOf(50_256)).toHaveLength(0);
    expect(tokenizer.bytesOf(50_257)).toHaveLength(0);
    expect(tokenizer.bytesOf(-1)).toHaveLength(0);
  });
});

describe('a tokenizer of a few merges', () => {
  const bytes = createByteAlphabet();
  const create = (others: readonly string[], merges: readonly string[]): Tokenizer => {
    const tokens = [...bytes, ...others];
    return createTokenizer({ tokens, kinds: tokens.map(() => 'normal'), merges });
  };

  it('merges as its table says, be the order as it may', () => {
    const odd = create(['ab', 'bc', 'abc', 'aa'], ['b c', 'a bc', 'a b', 'a a']);
    expect(odd.tokenize('abcab')).toEqual([258, 256]);
    expect(odd.tokenize('aaaaa')).toEqual([259, 259, bytes.indexOf('a')]);
  });

  it('merges by rank before place', () => {
    const odd = create(['bc', 'ab'], ['b c', 'a b']);
    expect(odd.tokenize('abc')).toEqual([bytes.indexOf('a'), 256]);
  });

  it('refuses a vocabulary that cannot write all texts', () => {
    expect(() => create(['ab'], ['a b', 'a c'])).toThrow('lacks "ac", which a merge needs');
    expect(() => createTokenizer({ tokens: bytes.slice(1), kinds: [], merges: [] })).toThrow(
      'lacks a token for the byte 0',
    );
  });
});
