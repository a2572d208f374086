import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/core/chance.ts';
import type { Logprob } from '../../src/core/generation.ts';
import { createEncodings } from '../../src/generation/encodings.ts';
import { inventLogprobs } from '../../src/generation/logprobs.ts';
import { anyText } from './texts.ts';

const encoding = await createEncodings()('o200k_base');

function checkLogprob({ token, logprob, bytes }: Logprob): void {
  expect(logprob).toBeLessThanOrEqual(0);
  expect(Number.isFinite(logprob)).toBe(true);
  const text = Buffer.from(bytes).toString('utf8');
  // A token that is no whole text is told by its bytes.
  const isText = Buffer.from(text).equals(Buffer.from(bytes));
  const escaped = bytes.map((byte) => String.raw`\x${byte.toString(16).padStart(2, '0')}`).join('');
  expect(token).toBe(isText ? text : escaped);
}

describe('inventLogprobs', () => {
  it('is consistent for any text and any number of alternatives', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 20 }), fc.integer(), (text, count, seed) => {
        const ids = encoding.encode(text).slice(0, 8);
        const told = inventLogprobs(ids, count, encoding, createRandom(seed));
        expect(told).toHaveLength(ids.length);
        told.forEach((each, index) => {
          checkLogprob(each);
          expect(each.bytes).toEqual([...encoding.bytes(ids[index] ?? -1)]);
          const { alternatives } = each;
          expect(alternatives).toHaveLength(count);
          for (const other of alternatives) checkLogprob(other);
          expect(new Set(alternatives.map(({ token }) => token)).size).toBe(count);
          const weights = alternatives.map(({ logprob }) => logprob);
          expect(weights).toEqual(weights.toSorted((one, other) => other - one));
          const sum = weights.reduce((total, weight) => total + Math.exp(weight), 0);
          expect(sum).toBeLessThanOrEqual(1);
          const { token, logprob, bytes } = each;
          expect(alternatives.slice(0, 1)).toEqual([{ token, logprob, bytes }].slice(0, count));
        });
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('is the same for the same chance, and other for another', () => {
    const ids = encoding.encode('one two three');
    const invent = (seed: number) => inventLogprobs(ids, 3, encoding, createRandom(seed));
    expect(invent(1)).toEqual(invent(1));
    expect(invent(1)).not.toEqual(invent(2));
  });
});
