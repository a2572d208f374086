import { describe, expect, it } from 'vitest';
import { base16, base62, createCountingIds, createIds } from '../../src/core/ids.ts';

describe('ids', () => {
  it('have the length and the alphabet asked for', () => {
    const ids = createIds();
    for (const length of [1, 2, 24, 29, 32, 48, 100]) {
      expect(ids(length)).toMatch(new RegExp(`^[A-Za-z0-9]{${length}}$`));
      expect(ids(length, base16)).toMatch(new RegExp(`^[0-9a-f]{${length}}$`));
    }
  });

  it('do not come twice, however many are made', () => {
    const ids = createIds();
    const made = new Set(Array.from({ length: 20_000 }, () => ids(29)));
    expect(made.size).toBe(20_000);
  });

  it('use every character of the alphabet', () => {
    const ids = createIds();
    const seen = new Set(Array.from({ length: 2000 }, () => ids(29)).join(''));
    expect([...seen].toSorted().join('')).toBe(base62.split('').toSorted().join(''));
  });

  it('differ between two makers', () => {
    expect(createIds()(29)).not.toBe(createIds()(29));
  });
});

describe('counting ids', () => {
  it('count up from 1 in the length asked for', () => {
    const ids = createCountingIds();
    expect([ids(4), ids(4, base16), ids(1)]).toEqual(['0001', '0002', '3']);
  });

  it('keep their length when the number outgrows it', () => {
    const ids = createCountingIds();
    for (let count = 0; count < 11; count += 1) ids(3);
    expect(ids(1)).toBe('2');
  });
});
