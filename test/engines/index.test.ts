import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { engines } from '../../src/engines/index.ts';

describe('the list of engines', () => {
  it.each(Object.entries(engines))('makes %s with its defaults under its own name', (name, maker) => {
    expect(maker.create({}).name).toBe(name);
  });

  it('checks options', () => {
    expect(() => engines.words.create({ repeatCount: 0 })).toThrow(ZodError);
  });
});
