import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/core/chance.ts';
import type { Pacer } from '../../src/core/pacer.ts';

/** What a pacer promises beyond the contract. */
export interface PacerPromise {
  /** When the first piece of one token is due. */
  readonly first: number;
  /** Mean milliseconds between pieces of one token. */
  readonly gap: number;
  /** How far the mean may be off, as a fraction of the gap. */
  readonly tolerance: number;
}

const tokens = 10_000;
const sizes = [1, 3, 1, 7, 2, 40, 1, 1, 5];

/** The tests that every pacer passes. */
export function describePacer(title: string, create: () => Pacer, promise: PacerPromise): void {
  function play(seed: number, size: (index: number) => number, count = tokens): number[] {
    const schedule = create().schedule(createRandom(seed, 'pace'));
    return Array.from({ length: count }, (_, index) => schedule(size(index)));
  }
  const mixed = (index: number): number => sizes[index % sizes.length] ?? 1;

  describe(`${title} as a pacer`, () => {
    it('gives moments that are finite, not negative and never fall', () => {
      let last = 0;
      for (const due of play(1, mixed)) {
        expect(Number.isFinite(due)).toBe(true);
        expect(due).toBeGreaterThanOrEqual(last);
        last = due;
      }
    });

    it('gives equal moments for equal seeds', () => {
      expect(play(7, mixed, 500)).toEqual(play(7, mixed, 500));
    });

    it('keeps its schedules apart', () => {
      const pacer = create();
      const one = pacer.schedule(createRandom(3));
      for (let index = 0; index < 20; index += 1) one(2);
      const other = pacer.schedule(createRandom(3));
      const alone = create().schedule(createRandom(3));
      for (let index = 0; index < 20; index += 1) expect(other(1)).toBe(alone(1));
    });

    it('has the first token due at the time to first token', () => {
      expect(play(5, () => 1, 1)).toEqual([promise.first]);
    });

    it('keeps its mean rate', () => {
      const due = play(11, () => 1, tokens + 1);
      const mean = ((due.at(-1) ?? Number.NaN) - promise.first) / tokens;
      expect(Math.abs(mean - promise.gap)).toBeLessThanOrEqual(promise.gap * promise.tolerance);
    });
  });
}
