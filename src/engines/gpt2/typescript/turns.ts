import type { Clock } from '../../../core/clock.ts';
import type { Work } from './forward.ts';

// Two or three milliseconds' work: after it whatever else the process has to do gets its turn.
const turnWork = 2 ** 22;

/** Does work to its end and lets others have their turn again and again; `check` may throw after each, which ends the work. */
export function createLabour(clock: Clock, check: () => void): (work: Work) => Promise<void> {
  let done = 0;
  return async (work) => {
    for (const amount of work) {
      done += amount;
      if (done < turnWork) continue;
      done = 0;
      await new Promise<void>((resolve) => clock.alarm(resolve).set(clock.now()));
      check();
    }
  };
}

/** Runs tasks one after the other, each when all before it have ended, well or badly. */
export function createQueue(): <T>(task: () => T | Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task, task);
    last = result;
    return result;
  };
}
