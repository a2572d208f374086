import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutIntoChunks } from '../../src/documents/chunk.ts';

const seed = 20_240_601;
const texts = fc
  .array(
    fc.constantFrom(
      'a',
      'bcd',
      'word',
      '.',
      '!"',
      '。',
      ' ',
      '  ',
      '\n',
      '\r\n',
      '\n\n',
      '😀',
      '界',
      '\uFEFF',
      'verylongword',
    ),
    {
      maxLength: 200,
    },
  )
  .map((parts) => parts.join(''));
const options = fc.record({
  maxLength: fc.integer({ min: 2, max: 60 }),
  overlap: fc.integer({ min: 0, max: 80 }),
});

function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

describe('cutting into chunks', () => {
  it.each(['', ' \n\n\t '])('makes nothing of %j', (text) => {
    expect(cutIntoChunks(text, { maxLength: 10, overlap: 5 })).toEqual([]);
  });

  it('keeps a short text whole', () => {
    expect(cutIntoChunks('  One two.\n\nThree. ', { maxLength: 100, overlap: 50 })).toEqual([
      'One two.\n\nThree.',
    ]);
  });

  it.each([
    [
      'paragraphs',
      'One two three.\nFour five.\n \nSix.\nSeven eight nine ten.',
      34,
      ['One two three.\nFour five.', 'Six.\nSeven eight nine ten.'],
    ],
    ['lines', 'One two. Three four\nfive. six seven', 30, ['One two. Three four', 'five. six seven']],
    ['sentences', 'One two three. “Four five!” Six seven', 30, ['One two three. “Four five!”', 'Six seven']],
    ['sentences without blanks', '一二三。四五六。七八九', 9, ['一二三。四五六。', '七八九']],
    ['words', 'One two three four', 9, ['One two', 'three', 'four']],
    ['characters', 'abcdefgh', 3, ['abc', 'def', 'gh']],
  ])('cuts between %s', (_, text, maxLength, expected) => {
    expect(cutIntoChunks(text, { maxLength, overlap: 0 })).toEqual(expected);
  });

  it('repeats whole words of the end', () => {
    expect(cutIntoChunks('one two three four five six', { maxLength: 16, overlap: 8 })).toEqual([
      'one two three',
      'three four five',
      'five six',
    ]);
  });

  it('makes chunks that are not too long, begin and end with text, and have whole characters', () => {
    fc.assert(
      fc.property(texts, options, (text, { maxLength, overlap }) => {
        for (const chunk of cutIntoChunks(text, { maxLength, overlap })) {
          expect(chunk.length).toBeLessThanOrEqual(maxLength);
          expect(chunk).toBe(chunk.trim());
          expect(chunk).not.toBe('');
          expect(chunk.isWellFormed()).toBe(true);
        }
      }),
      { seed, numRuns: 500 },
    );
  });

  it('loses and adds nothing but white space where nothing is repeated', () => {
    fc.assert(
      fc.property(texts, options, (text, { maxLength }) => {
        const chunks = cutIntoChunks(text, { maxLength, overlap: 0 });
        expect(withoutSpace(chunks.join(''))).toBe(withoutSpace(text));
      }),
      { seed, numRuns: 500 },
    );
  });

  it('repeats at the beginning of a chunk only what the one before ends with, and leaves nothing out', () => {
    // Characters that occur once each, so that a chunk has one place in the text.
    const distinct = fc
      .array(fc.constantFrom('', '', '', ' ', '\n', ' \n\n'), { maxLength: 150 })
      .map((gaps) => gaps.map((gap, index) => String.fromCharCode(0x4e00 + index) + gap).join(''));
    fc.assert(
      fc.property(distinct, options, (text, { maxLength, overlap }) => {
        let end = 0;
        let begin = -1;
        for (const chunk of cutIntoChunks(text, { maxLength, overlap })) {
          const place = text.indexOf(chunk, begin + 1);
          expect(place).toBeGreaterThan(begin);
          expect(text.slice(end, Math.max(end, place)).trim()).toBe('');
          expect(end - place).toBeLessThanOrEqual(Math.max(overlap, 0));
          expect(place + chunk.length).toBeGreaterThan(end);
          begin = place;
          end = place + chunk.length;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
      { seed, numRuns: 500 },
    );
  });

  it.each([
    ['a word', 'a'.repeat(10_000_000)],
    ['blanks', ' '.repeat(10_000_000)],
    ['pairs of surrogates', '😀'.repeat(5_000_000)],
    ['lines', 'a\n'.repeat(5_000_000)],
  ])('copes with 10 MB of %s', (_, text) => {
    const chunks = cutIntoChunks(text, { maxLength: 1000, overlap: 200 });
    expect(chunks.every((chunk) => chunk.length <= 1000)).toBe(true);
  });
});
