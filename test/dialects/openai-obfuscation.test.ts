import { describe, expect, it } from 'vitest';
import { createObfuscation } from '../../src/dialects/openai-obfuscation.ts';

const read = (ending: string): string =>
  /^,"obfuscation":"([A-Za-z0-9]*)"\}\n\n$/.exec(ending)?.[1] ?? 'unreadable';

describe('an obfuscator', () => {
  it('fills each length up to a multiple of 16', () => {
    const obfuscate = createObfuscation()(1);
    for (let length = 0; length < 200; length += 1) {
      expect(read(obfuscate(length))).toHaveLength((16 - (length % 16)) % 16);
    }
  });

  it('writes the same for the same seed, and other values for another', () => {
    const lengths = Array.from({ length: 50 }, (_, index) => 300 + 7 * index);
    const write = (seed: number): string[] => {
      const obfuscate = createObfuscation()(seed);
      return lengths.map((length) => read(obfuscate(length)));
    };
    expect(write(1)).toEqual(write(1));
    expect(write(1)).not.toEqual(write(2));
  });

  it('writes values that differ from chunk to chunk', () => {
    const obfuscate = createObfuscation()(1);
    const values = Array.from({ length: 100 }, () => read(obfuscate(1)));
    expect(new Set(values).size).toBeGreaterThan(40);
  });
});
