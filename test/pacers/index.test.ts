import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { pacers } from '../../src/pacers/index.ts';

describe('the list of pacers', () => {
  it.each(Object.entries(pacers))('makes %s with its defaults under its own name', (name, maker) => {
    expect(maker.create({}).name).toBe(name);
  });

  it('checks options', () => {
    expect(() => pacers.steady.create({ ttft: -1 })).toThrow(ZodError);
  });
});
