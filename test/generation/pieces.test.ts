import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/core/chance.ts';
import { createEncodings } from '../../src/generation/encodings.ts';
import { type Piece, createPieceCutter, cutTokens, joinPieces } from '../../src/generation/pieces.ts';
import { anyText, difficultTexts } from './texts.ts';

const encodings = createEncodings();
const o200k = await encodings('o200k_base');
const cl100k = await encodings('cl100k_base');
const texts = Object.entries(difficultTexts);

const join = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');
const idsOf = (pieces: readonly Piece[]): number[] => pieces.flatMap(({ ids }) => [...ids]);

describe.each([o200k, cl100k])('cutTokens in $name', (encoding) => {
  function check(text: string): void {
    const pieces = cutTokens(text, encoding);
    expect(join(pieces)).toBe(text);
    expect(idsOf(pieces)).toEqual(encoding.encode(text));
    for (const piece of pieces) {
      expect(piece.text.isWellFormed()).toBe(true);
      expect(piece.text).not.toContain('\uFFFD');
      expect(piece.ids.length).toBeGreaterThan(0);
      expect(encoding.decode(piece.ids)).toBe(piece.text);
      // No piece could have left earlier: before its last token it ends inside a character.
      for (let count = 1; count < piece.ids.length; count += 1) {
        expect(encoding.decode(piece.ids.slice(0, count))).toBeUndefined();
      }
    }
  }

  it.each(texts)('cuts %s between characters, one piece a token', (_, text) => {
    check(text);
    expect(cutTokens(text, encoding).length).toBeGreaterThan(1);
  });

  it('cuts any text between characters', () => {
    fc.assert(
      fc.property(
        anyText.filter((text) => !text.includes('\uFFFD')),
        check,
      ),
      { seed: 1, numRuns: 500 },
    );
  });

  it('has a piece of several tokens for a character of several tokens', () => {
    expect(cutTokens('𒀀', encoding)).toHaveLength(1);
    expect(cutTokens('𒀀', encoding)[0]?.ids.length).toBeGreaterThan(1);
  });

  it('has none for nothing', () => {
    expect(cutTokens('', encoding)).toEqual([]);
  });
});

describe('a piece cutter', () => {
  const token = { kind: 'token' } as const;
  const random = createRandom(1);

  it('cuts as cutTokens does, the first time and later, each encoding for itself', () => {
    const cutter = createPieceCutter();
    for (const [, text] of [...texts, ...texts]) {
      for (const encoding of [o200k, cl100k]) {
        expect(cutter.cut(text, encoding, token, random)).toEqual(cutTokens(text, encoding));
      }
    }
  });

  it('cuts a text that it remembers only once', () => {
    const cutter = createPieceCutter(1000);
    const first = cutter.cut('one two', o200k, token, random);
    expect(cutter.cut('one two', o200k, token, random)).toBe(first);
  });

  it('forgets the text that it learned first, where there is no room for all', () => {
    // Room for four texts of 239 characters.
    const cutter = createPieceCutter(1000);
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(239)) as [
      string,
      string,
      string,
      string,
    ];
    const first = new Map([a, b, c].map((text) => [text, cutter.cut(text, o200k, token, random)]));
    cutter.cut('e'.repeat(230), o200k, token, random);
    cutter.cut(d, o200k, token, random);
    expect(cutter.cut(b, o200k, token, random)).toBe(first.get(b));
    expect(cutter.cut(a, o200k, token, random)).not.toBe(first.get(a));
  });

  it('joins the words of a text that it remembers only once', () => {
    const cutter = createPieceCutter();
    const words = cutter.cut('unbelievable things happen', o200k, { kind: 'word' }, random);
    expect(words.map(({ text }) => text)).toEqual(['unbelievable', ' things', ' happen']);
    expect(cutter.cut('unbelievable things happen', o200k, { kind: 'word' }, random)).toBe(words);
  });

  it('does not remember a text that would push out most others', () => {
    const cutter = createPieceCutter(1000);
    const text = 'x'.repeat(300);
    expect(cutter.cut(text, o200k, token, random)).not.toBe(cutter.cut(text, o200k, token, random));
  });
});

describe('joinPieces', () => {
  const random = createRandom(1);

  it('leaves tokens alone', () => {
    const pieces = cutTokens(difficultTexts.prose, o200k);
    expect(joinPieces(pieces, { kind: 'token' }, random)).toBe(pieces);
  });

  it('joins words with the blank before them', () => {
    const words = joinPieces(
      cutTokens('Incomprehensibilities  are\nunbelievable.', o200k),
      { kind: 'word' },
      random,
    );
    expect(words.map(({ text }) => text)).toEqual(['Incomprehensibilities', ' ', ' are', '\nunbelievable.']);
  });

  it('loses neither text nor tokens, whatever the cut', () => {
    const cut = fc.oneof(
      fc.constant({ kind: 'word' } as const),
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.nat(8))
        .map(([min, more]) => ({ kind: 'groups', min, max: min + more }) as const),
    );
    fc.assert(
      fc.property(anyText, cut, fc.integer(), (text, how, seed) => {
        const pieces = cutTokens(text, o200k);
        const joined = joinPieces(pieces, how, createRandom(seed));
        expect(join(joined)).toBe(join(pieces));
        expect(idsOf(joined)).toEqual(idsOf(pieces));
        expect(joined.every(({ ids }) => ids.length > 0)).toBe(true);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('makes as many groups as asked for, each number of them in turn', () => {
    const pieces = cutTokens(difficultTexts.prose.repeat(3), o200k);
    const counts = new Set<number>();
    for (let seed = 0; seed < 200; seed += 1) {
      counts.add(joinPieces(pieces, { kind: 'groups', min: 5, max: 10 }, createRandom(seed)).length);
    }
    expect([...counts].toSorted((one, other) => one - other)).toEqual([5, 6, 7, 8, 9, 10]);
  });

  it('makes groups of about one size', () => {
    const pieces = cutTokens('one two three four five six seven eight nine ten', o200k);
    const groups = joinPieces(pieces, { kind: 'groups', min: 5, max: 5 }, random);
    expect(groups.map(({ text }) => text)).toEqual([
      'one two',
      ' three four',
      ' five six',
      ' seven eight',
      ' nine ten',
    ]);
  });

  it('makes as many groups as there are words when there are fewer than asked for', () => {
    const pieces = cutTokens('Hi, you!', o200k);
    expect(joinPieces(pieces, { kind: 'groups', min: 9, max: 9 }, random)).toHaveLength(4);
    expect(joinPieces([], { kind: 'groups', min: 5, max: 10 }, random)).toEqual([]);
  });
});
