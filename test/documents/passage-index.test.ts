import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPassageIndex } from '../../src/documents/passage-index.ts';

const texts = [
  'Plants make food from light by photosynthesis.',
  'The king moves one square in chess.',
  'Coffee is brewed from roasted beans. Coffee keeps people awake.',
  'A short note on coffee.',
  'Redis keeps data structures in memory.',
];
const passages = texts.map((text, index) => ({ text, meta: { number: String(index) } }));
const index = createPassageIndex(passages);

describe('an index of passages', () => {
  it('finds the best one first', () => {
    expect(index.search('How do plants make food?', 1).map(({ text }) => text)).toEqual([texts[0]]);
    expect(index.search('coffee beans', 2).map(({ text }) => text)).toEqual([texts[2], texts[3]]);
  });

  it('gives each passage as it came, with a similarity', () => {
    expect(index.search('chess', 1)).toEqual([
      { ...passages[1], similarity: expect.closeTo(0.6, 0) as unknown },
    ]);
  });

  it('finds other forms of a word', () => {
    expect(index.search('Brewing a cup', 1)[0]?.text).toBe(texts[2]);
  });

  it('fills up with what is nearest where too few share a word, with less similarity', () => {
    const found = index.search('photosinthesis', 5);
    expect(found).toHaveLength(5);
    expect(found[0]?.text).toBe(texts[0]);
    const mixed = index.search('chess', 5).map(({ similarity }) => similarity);
    expect(Math.max(...mixed.slice(1))).toBeLessThan(Math.min(0.2, mixed[0] ?? 0));
  });

  it('asks which passages are allowed', () => {
    const found = index.search('coffee', 9, ({ meta }) => meta['number'] !== '2');
    expect(found.map(({ meta }) => meta['number'])).toHaveLength(4);
    expect(found[0]?.text).toBe(texts[3]);
    expect(index.search('coffee', 9, () => false)).toEqual([]);
  });

  it('keeps the order of passages that are equally good', () => {
    const same = createPassageIndex(
      ['0', '1', '2', '3'].map((number) => ({ text: 'one word', meta: { number } })),
    );
    expect(same.search('other word', 3).map(({ meta }) => meta['number'])).toEqual(['0', '1', '2']);
    expect(same.search('nothing of it', 3).map(({ meta }) => meta['number'])).toEqual(['0', '1', '2']);
  });

  it('ranks as BM25+ says: a rare word counts more than a common one, a short text more than a long one', () => {
    const some = createPassageIndex(
      ['tea', 'tea milk', 'tea tea sugar lemon', 'milk', 'milk'].map((text) => ({ text, meta: {} })),
    );
    expect(some.search('tea sugar', 1)[0]?.text).toBe('tea tea sugar lemon');
    expect(some.search('tea', 1)[0]?.text).toBe('tea');
    // A text of one word where the mean is 8/5, each word counted once: idf * (0.5 + 2.2 / (1 + 1.2 * (0.3 + 0.7 * 5/8))) of idf * 2.7.
    expect(some.search('tea', 1)[0]?.similarity).toBeCloseTo(
      (0.5 + 2.2 / (1 + 1.2 * (0.3 + (0.7 * 5) / 8))) / 2.7,
      9,
    );
  });

  it('says less similarity where a part of the query is nowhere', () => {
    const known = index.search('chess', 1)[0]?.similarity ?? 0;
    expect(index.search('chess zebra', 1)[0]?.similarity).toBeLessThan(known / 2 + 0.01);
  });

  it('finds nothing where there is nothing, or nothing is asked for', () => {
    expect(createPassageIndex([]).search('coffee', 5)).toEqual([]);
    expect(index.search('coffee', 0)).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['stop words', 'what is the'],
    ['a regular expression', '(a+)+$ [ \\'],
    ['names of objects', '__proto__ constructor toString hasOwnProperty'],
    ['NULs', '\0\0'],
    ['half of a pair', '\uD83D'],
    ['a million words', 'coffee '.repeat(1_000_000)],
    ['a word of ten million letters', 'x'.repeat(10_000_000)],
  ])('answers a query of %s', (_, query) => {
    const found = index.search(query, 3);
    expect(found).toHaveLength(3);
    expect(found.every(({ similarity }) => similarity > 0 && similarity <= 1)).toBe(true);
  });

  it('indexes hostile texts', () => {
    const hostile = ['__proto__', 'constructor constructor', '', '\0', 'x'.repeat(1_000_000)].map((text) => ({
      text,
      meta: {},
    }));
    expect(createPassageIndex(hostile).search('constructor', 5)).toHaveLength(5);
    expect(createPassageIndex(hostile).search('constructor', 1)[0]?.text).toBe('constructor constructor');
  });

  it('gives similarities above 0 and at most 1 that never rise', () => {
    const word = fc.constantFrom('tea', 'milk', 'sugar', 'the', 'lemon', 'cup', 'x');
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), text, fc.nat(12), (all, query, limit) => {
        const found = createPassageIndex(all.map((each) => ({ text: each, meta: {} }))).search(query, limit);
        expect(found).toHaveLength(Math.min(limit, all.length));
        const values = found.map(({ similarity }) => similarity);
        expect(values.every((value) => value > 0 && value <= 1)).toBe(true);
        expect(values).toEqual([...values].sort((left, right) => right - left));
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
