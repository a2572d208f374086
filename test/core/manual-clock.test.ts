import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { describeClock } from '../contracts/clock.ts';

describeClock('the manual clock', () => {
  const clock = createManualClock();
  return { clock, pass: (span) => clock.advance(span) };
});

describe('the manual clock', () => {
  it('stands still until it is moved', async () => {
    const clock = createManualClock();
    await new Promise((resolve) => setImmediate(resolve));
    expect(clock.now()).toBe(0);
    await clock.advance(12.5);
    expect(clock.now()).toBe(12.5);
  });

  it('counts seconds from its own timestamp', async () => {
    const clock = createManualClock(1000);
    expect(clock.timestamp()).toBe(1000);
    await clock.advance(1999);
    expect(clock.timestamp()).toBe(1001);
  });

  it('shows each alarm its own moment', async () => {
    const clock = createManualClock();
    const seen: number[] = [];
    for (const moment of [30, 10, 20]) clock.alarm(() => seen.push(clock.now())).set(moment);
    await clock.advance(100);
    expect(seen).toEqual([10, 20, 30]);
    expect(clock.now()).toBe(100);
  });

  it('lets what waits for a moment go on before it moves past it', async () => {
    const clock = createManualClock();
    const { signal } = new AbortController();
    const seen: number[] = [];
    const walk = async (): Promise<void> => {
      for (let moment = 10; moment <= 50; moment += 10) {
        await clock.sleepUntil(moment, signal);
        seen.push(clock.now());
      }
    };
    const walked = walk();
    await clock.advance(100);
    await walked;
    expect(seen).toEqual([10, 20, 30, 40, 50]);
  });
});
