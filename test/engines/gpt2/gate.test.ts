import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../../src/core/manual-clock.ts';
import { createGate } from '../../../src/engines/gpt2/gate.ts';

describe('the gate', () => {
  it('promises as many places as there are, and no more until one is left', () => {
    const gate = createGate(3, createManualClock());
    const first = gate.reserve(2);
    const second = gate.reserve(1);
    expect(() => gate.reserve(1)).toThrow('Too many requests are waiting for this model.');
    const leave = first.take();
    first.take();
    second.take();
    expect(() => gate.reserve(1)).toThrow('Too many');
    leave();
    expect(() => gate.reserve(2)).toThrow('Too many');
    gate.reserve(1);
  });

  it('gives places that were given up to others at once', () => {
    const gate = createGate(3, createManualClock());
    const left = gate.reserve(3);
    left.take();
    left.release();
    gate.reserve(2);
    expect(() => gate.reserve(1)).toThrow('Too many');
  });

  it('gives places that nobody took to others after a while', async () => {
    const clock = createManualClock();
    const gate = createGate(2, clock);
    const late = gate.reserve(2);
    await clock.advance(4999);
    expect(() => gate.reserve(1)).toThrow('Too many');
    await clock.advance(1);
    gate.reserve(2);
    // Who comes late is let in all the same: it was promised.
    late.take();
  });
});
