import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, drawNormal, hash, pick } from '../../src/core/chance.ts';

const draws = 100_000;

function draw(count: number, ...parts: readonly (string | number | null | undefined)[]): number[] {
  const random = createRandom(...parts);
  return Array.from({ length: count }, () => random());
}

// Pearson's statistic against evenly filled bins, with as many degrees of freedom as bins less one.
function scatter(values: readonly number[], bins: number): number {
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of values) counts[Math.floor(value * bins)] = (counts[Math.floor(value * bins)] ?? 0) + 1;
  const mean = values.length / bins;
  return counts.reduce((total, count) => total + (count - mean) ** 2 / mean, 0);
}

// Beyond 99.999 % of what chance gives with 63 degrees of freedom.
const unlikely = 120;

describe('a random source', () => {
  it('gives equal numbers for equal parts', () => {
    expect(draw(100, 'a', 1, null)).toEqual(draw(100, 'a', 1, null));
  });

  it('never changes: the same seed gives these numbers for ever', () => {
    expect(draw(3, 'understudy', 0)).toMatchInlineSnapshot(`
      [
        0.717873620102182,
        0.17051429627463222,
        0.6924414746463299,
      ]
    `);
  });

  it('gives other numbers for other parts', () => {
    const seeds = [['a'], ['b'], ['a', 0], ['a', 1], ['a', null], ['', 'a'], ['a', ''], [0], [1], []];
    const firsts = seeds.map((parts) => draw(4, ...parts).join());
    expect(new Set(firsts).size).toBe(seeds.length);
  });

  it('stays within 0 and 1 and fills the span evenly', () => {
    const values = draw(draws, 7);
    expect(Math.min(...values.slice(0, 1000))).toBeGreaterThanOrEqual(0);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(scatter(values, 64)).toBeLessThan(unlikely);
  });

  it('spreads the first number of seeds that follow each other evenly, and of their pairs', () => {
    const firsts = Array.from({ length: draws }, (_, seed) => draw(2, seed, 'pace'));
    expect(
      scatter(
        firsts.map(([first = 0]) => first),
        64,
      ),
    ).toBeLessThan(unlikely);
    expect(
      scatter(
        firsts.map(([, second = 0]) => second),
        64,
      ),
    ).toBeLessThan(unlikely);
    const pairs = firsts.map(([first = 0, second = 0]) => (Math.floor(first * 8) + second) / 8);
    expect(scatter(pairs, 64)).toBeLessThan(unlikely);
  });

  it('picks each item about equally often, and nothing from nothing', () => {
    const random = createRandom(3);
    const counts = new Map<string, number>();
    for (let index = 0; index < 30_000; index += 1) {
      const item = pick(['a', 'b', 'c'], random);
      counts.set(item, (counts.get(item) ?? 0) + 1);
    }
    for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(500);
    expect(() => pick([], random)).toThrow(RangeError);
  });

  it('draws normal numbers of mean 0 and deviation 1', () => {
    const random = createRandom(5);
    const values = Array.from({ length: draws }, () => drawNormal(random));
    const mean = values.reduce((total, value) => total + value, 0) / draws;
    const variance = values.reduce((total, value) => total + (value - mean) ** 2, 0) / draws;
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(variance - 1)).toBeLessThan(0.02);
    expect(values.filter((value) => Math.abs(value) < 1).length / draws).toBeCloseTo(0.6827, 2);
  });
});

describe('hash', () => {
  it('gives whole numbers of 32 bits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.integer()), { maxLength: 5 }),
        (parts) => {
          const value = hash(...parts);
          expect(Number.isInteger(value) && value >= 0 && value < 2 ** 32).toBe(true);
          expect(hash(...parts)).toBe(value);
        },
      ),
      { seed: 1 },
    );
  });

  it('keeps its parts apart', () => {
    expect(hash('ab', 'c')).not.toBe(hash('a', 'bc'));
    expect(hash('abc')).not.toBe(hash('ab', 'c'));
    expect(hash('a', '')).not.toBe(hash('a'));
    expect(hash('', 'a')).not.toBe(hash('a', ''));
    expect(hash('a', 'b')).not.toBe(hash('b', 'a'));
    expect(hash()).not.toBe(hash(''));
  });

  it('gives different texts different numbers, but for chance', () => {
    const values = new Set(Array.from({ length: 50_000 }, (_, index) => hash('model', index, 'text')));
    // About 0.3 collisions are what chance gives.
    expect(values.size).toBeGreaterThan(49_995);
  });
});
