import { describe, expect, it } from 'vitest';
import type { KeyMemory, KeyUse } from '../../src/core/key-memory.ts';

/** Describes what every memory of keys promises; each test makes one that is empty. */
export function describeKeyMemory(name: string, make: () => KeyMemory): void {
  const use = (id: string, print = 'print'): KeyUse => ({ print, id, began: 1_700_000_000_123.25 });

  describe(`a memory of keys: ${name}`, () => {
    it('keeps the first use of a key and gives it to all who come later', async () => {
      const keys = make();
      expect(await keys.claim('a', use('one'))).toEqual(use('one'));
      expect(await keys.claim('a', use('two', 'another'))).toEqual(use('one'));
      expect(await keys.claim('b', use('three'))).toEqual(use('three'));
    });

    it('lets one of many at once be the first', async () => {
      const keys = make();
      const uses = Array.from({ length: 50 }, (_, index) => use(String(index)));
      const kept = await Promise.all(uses.map((each) => keys.claim('a', each)));
      expect(new Set(kept.map(({ id }) => id)).size).toBe(1);
    });

    it('forgets a key that is released, unless another use has it by now', async () => {
      const keys = make();
      await keys.claim('a', use('one'));
      await keys.release('a', use('two'));
      expect(await keys.claim('a', use('three'))).toEqual(use('one'));
      await keys.release('a', use('one'));
      expect(await keys.claim('a', use('four'))).toEqual(use('four'));
      await keys.release('nobody', use('one'));
    });
  });
}
