import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cosine, embed } from '../../src/documents/embed.ts';

function likeness(left: string, right: string, dimensions = 1536): number {
  return cosine(embed(left, dimensions), embed(right, dimensions));
}

describe('embedding', () => {
  it('gives vectors of length 1, of the size asked for, and the same for the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 300 }), (text, dimensions) => {
        const vector = embed(text, dimensions);
        expect(vector).toHaveLength(dimensions);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 9);
        expect(embed(text, dimensions)).toEqual(vector);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it.each(['', '  ', '?!'])('gives the first axis for %j, which has no words', (text) => {
    expect(embed(text, 4)).toEqual([1, 0, 0, 0]);
  });

  it.each([
    [
      'How do plants make food?',
      'Photosynthesis is how plants make their food.',
      'The king moves one square.',
    ],
    ['running shoes', 'He runs every day', 'Coffee is brewed from beans'],
    ['tokenization of text', 'Tokenised texts', 'Weather in the mountains'],
    ['café in Zürich', 'The CAFE of zurich', 'A harbour in Lisbon'],
    [
      'What is the price of the blue bicycle?',
      'Blue bicycles cost 300 euros.',
      'What is the time of the next train?',
    ],
    ['photosynthesis', 'photosinthesis', 'chess'],
    ['機械学習の本', '学習と機械', '天気予報'],
  ])('puts %j nearer to %j than to %j', (text, near, far) => {
    for (const dimensions of [256, 1536]) {
      expect(likeness(text, near, dimensions)).toBeGreaterThan(likeness(text, far, dimensions) + 0.05);
    }
  });

  it('copes with 10 MB', () => {
    expect(Math.hypot(...embed('a'.repeat(10_000_000), 64))).toBeCloseTo(1);
    expect(Math.hypot(...embed('a b '.repeat(2_500_000), 64))).toBeCloseTo(1);
  });
});
