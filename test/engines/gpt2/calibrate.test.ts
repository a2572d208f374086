import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../../src/core/manual-clock.ts';
import { calibrate } from '../../../src/engines/gpt2/calibrate.ts';
import { createFakeBackend } from './fake-backend.ts';

async function tryOut(
  cost: (size: number) => number,
  slots = 16,
  contextLength = 1000,
): Promise<[number, number]> {
  const clock = createManualClock();
  const signal = new AbortController().signal;
  const backend = createFakeBackend({
    slots,
    contextLength,
    hold: (steps) => clock.sleepUntil(clock.now() + cost(steps.length), signal),
  });
  const found = calibrate(backend, clock);
  await clock.advance(100_000);
  expect(backend.held.every((tokens) => tokens.length === 0)).toBe(true);
  return [await found, backend.calls.length];
}

describe('the trial of how many sequences are faster one by one', () => {
  it('finds the size from which on steps together win', async () => {
    // As measured for weights of eight bits: a slow kernel for few rows.
    const costs = new Map([
      [1, 5],
      [2, 23],
      [3, 24],
      [4, 26],
      [6, 34],
      [8, 36],
    ]);
    expect((await tryOut((size) => costs.get(size) ?? 43))[0]).toBe(6);
  });

  it('finds nothing to gain where two cost less than twice as much as one', async () => {
    const [found, calls] = await tryOut((size) => 5 + size);
    expect(found).toBe(1);
    expect(calls).toBe(8);
  });

  it('ends early with a model that is slow, and leaves out one whose context is small', async () => {
    const [, calls] = await tryOut((size) => 200 * size * size);
    expect(calls).toBeLessThanOrEqual(8);
    expect(await tryOut(() => 1, 4, 16)).toEqual([1, 0]);
  });
});
