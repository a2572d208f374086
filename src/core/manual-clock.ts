import { createAlarms } from './alarms.ts';
import { type Clock, sleepUntil } from './clock.ts';

/** A clock that stands still until it is moved: for tests. */
export interface ManualClock extends Clock {
  /** Moves the time on by so many milliseconds, running each alarm at its own moment and letting what waits on it finish. */
  advance(span: number): Promise<void>;
}

/** A manual clock that shows 0, and a timestamp of its own. */
export function createManualClock(timestamp = 1_700_000_000): ManualClock {
  let now = 0;
  const alarms = createAlarms(() => undefined);

  async function advance(span: number): Promise<void> {
    const end = now + span;
    await settle();
    for (let next = alarms.next(); next <= end; next = alarms.next()) {
      now = Math.max(now, next);
      alarms.run(now);
      await settle();
    }
    now = end;
    await settle();
  }

  return {
    now: () => now,
    wall: () => timestamp * 1000 + now,
    timestamp: () => timestamp + Math.floor(now / 1000),
    alarm: (task) => alarms.create(task),
    sleepUntil: (moment, signal) => sleepUntil(alarms.create, moment, now, signal),
    advance,
  };
}

// Promises settle in microtasks; a round of the event loop lets chains of them and socket work finish.
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
