import { assert, float, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBrains, decodeHalves, encodeBrains, encodeHalves } from '../../src/weights/floats.ts';
import { decodeQuantised, encodeQuantised } from '../../src/weights/quantised.ts';

const all = Uint16Array.from({ length: 65_536 }, (_, pattern) => pattern);

function halfOf(value: number): number {
  return decodeHalves(encodeHalves(Float32Array.of(value)))[0] ?? NaN;
}

describe('halves', () => {
  it('read as the numbers that IEEE 754 says', () => {
    const known = [
      [0x3c00, 1],
      [0xc000, -2],
      [0x7bff, 65_504],
      [0x0400, 2 ** -14],
      [0x0001, 2 ** -24],
      [0x03ff, 1023 * 2 ** -24],
      [0x8000, -0],
      [0x7c00, Infinity],
      [0xfc00, -Infinity],
      [0x3555, 0.333251953125],
    ] as const;
    const read = decodeHalves(Uint16Array.from(known, ([pattern]) => pattern));
    expect([...read]).toEqual(known.map(([, value]) => value));
  });

  it('come back as they were, all of them', () => {
    const back = encodeHalves(decodeHalves(all));
    const isNumber = (pattern: number): boolean => (pattern & 0x7fff) <= 0x7c00;
    expect(all.filter((pattern) => isNumber(pattern) && back[pattern] !== pattern)).toHaveLength(0);
    const others = all.filter((pattern) => !isNumber(pattern));
    expect(others.every((pattern) => Number.isNaN(decodeHalves(Uint16Array.of(back[pattern] ?? 0))[0]))).toBe(
      true,
    );
  });

  it('are the nearest ones, ties to even', () => {
    expect(halfOf(1 + 2 ** -11)).toBe(1);
    expect(halfOf(1 + 3 * 2 ** -11)).toBe(1 + 2 ** -9);
    expect(halfOf(2 ** -25)).toBe(0);
    expect(halfOf(3 * 2 ** -25)).toBe(2 ** -23);
    expect(halfOf(65_519)).toBe(65_504);
    expect(halfOf(65_520)).toBe(Infinity);
    const finite = float({ min: -65_504, max: 65_504, noNaN: true });
    assert(
      property(finite, (value) => {
        const step = Math.max(2 ** -24, 2 ** (Math.floor(Math.log2(Math.abs(value) || 1e-9)) - 10));
        return Math.abs(halfOf(value) - value) <= step / 2;
      }),
    );
  });
});

describe('bfloat16', () => {
  it('comes back as it was, all of it', () => {
    const back = encodeBrains(decodeBrains(all));
    const numbers = all.filter((pattern) => (pattern & 0x7fff) <= 0x7f80);
    expect(numbers.filter((pattern) => back[pattern] !== pattern)).toHaveLength(0);
    expect(Number.isNaN(decodeBrains(encodeBrains(Float32Array.of(NaN)))[0])).toBe(true);
  });

  it('is the nearest one, ties to even', () => {
    const [down, up, odd] = decodeBrains(
      encodeBrains(Float32Array.of(1 + 2 ** -8, 1 + 2 ** -8 + 2 ** -20, 1 + 3 * 2 ** -8)),
    );
    expect([down, up, odd]).toEqual([1, 1 + 2 ** -7, 1 + 2 ** -6]);
  });
});

describe('q8_0', () => {
  it('has the bytes that ggml gives', () => {
    const values = Float32Array.from({ length: 32 }, (_, index) => index - 16);
    const bytes = encodeQuantised(values);
    // 16 / 127 as a half, and -16 as -127.
    expect([...bytes.subarray(0, 4)]).toEqual([0x08, 0x30, 129, 137]);
    expect(bytes).toHaveLength(34);
    expect([...encodeQuantised(new Float32Array(32))]).toEqual(Array.from({ length: 34 }, () => 0));
  });

  it('rounds halves away from zero', () => {
    const values = new Float32Array(32);
    values.set([127, 0.5, -0.5, 1.5, -1.5, 2.4]);
    expect([...new Int8Array(encodeQuantised(values).buffer, 2, 6)]).toEqual([127, 1, -1, 2, -2, 2]);
  });

  it('is off by half a step and the rounding of its scale at most', () => {
    const values = Float32Array.from({ length: 320 }, (_, index) => Math.sin(index) * (1 + index / 32));
    const back = decodeQuantised(encodeQuantised(values));
    for (const [index, value] of values.entries()) {
      const block = values.subarray(index - (index % 32), index - (index % 32) + 32);
      const step = Math.max(...block.map(Math.abs)) / 127;
      expect(Math.abs((back[index] ?? NaN) - value)).toBeLessThanOrEqual(step * (0.5 + 127 / 2048));
    }
  });
});
