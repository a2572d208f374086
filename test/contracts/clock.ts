import { describe, expect, it } from 'vitest';
import type { Clock } from '../../src/core/clock.ts';

/** A clock and the way to let so many milliseconds of it pass. */
export interface ClockInHand {
  readonly clock: Clock;
  pass(span: number): Promise<void>;
}

/** The tests that every clock passes. */
export function describeClock(title: string, create: () => ClockInHand): void {
  const { signal } = new AbortController();

  describe(`${title} as a clock`, () => {
    it('never goes back', async () => {
      const { clock, pass } = create();
      const before = clock.now();
      await pass(5);
      expect(clock.now()).toBeGreaterThanOrEqual(before + 5);
    });

    it('resolves a moment that has passed at once', async () => {
      const { clock } = create();
      await expect(clock.sleepUntil(clock.now(), signal)).resolves.toBeUndefined();
      await expect(clock.sleepUntil(clock.now() - 1000, signal)).resolves.toBeUndefined();
    });

    it('wakes nobody before the moment', async () => {
      const { clock, pass } = create();
      const moment = clock.now() + 4;
      const woken = clock.sleepUntil(moment, signal).then(() => clock.now());
      await pass(10);
      expect(await woken).toBeGreaterThanOrEqual(moment);
    });

    it('wakes sleepers in the order of their moments', async () => {
      const { clock, pass } = create();
      const start = clock.now();
      const order: number[] = [];
      const sleepers = [3, 1, 2].map((span) =>
        clock.sleepUntil(start + span, signal).then(() => order.push(span)),
      );
      await pass(10);
      await Promise.all(sleepers);
      expect(order).toEqual([1, 2, 3]);
    });

    it('wakes a sleeper with the reason of its signal, before its moment or at once', async () => {
      const { clock } = create();
      const controller = new AbortController();
      const sleeping = clock.sleepUntil(clock.now() + 60_000, controller.signal);
      controller.abort(new Error('enough'));
      await expect(sleeping).rejects.toThrow('enough');
      await expect(clock.sleepUntil(clock.now() + 60_000, controller.signal)).rejects.toThrow('enough');
      await expect(clock.sleepUntil(clock.now() - 1, controller.signal)).rejects.toThrow('enough');
    });

    it('rings an alarm once, at the last moment that was set', async () => {
      const { clock, pass } = create();
      const start = clock.now();
      const rung: number[] = [];
      const alarm = clock.alarm(() => rung.push(clock.now()));
      alarm.set(start + 2);
      alarm.set(start + 6);
      await pass(12);
      expect(rung).toHaveLength(1);
      expect(rung[0]).toBeGreaterThanOrEqual(start + 6);
    });

    it('does not ring an alarm that was cleared', async () => {
      const { clock, pass } = create();
      let rung = 0;
      const alarm = clock.alarm(() => (rung += 1));
      alarm.set(clock.now() + 2);
      alarm.clear();
      await pass(5);
      expect(rung).toBe(0);
    });

    it('rings an alarm that sets itself anew for a moment that has passed, turn after turn', async () => {
      const { clock, pass } = create();
      const rung: number[] = [];
      const alarm = clock.alarm(() => {
        rung.push(clock.now());
        if (rung.length < 50) alarm.set(clock.now());
      });
      alarm.set(clock.now());
      await pass(1);
      while (rung.length < 50) await pass(1);
      expect(rung).toHaveLength(50);
    });
  });
}
