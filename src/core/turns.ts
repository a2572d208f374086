import type { Clock } from './clock.ts';

/** Lets others have their turn before long work goes on. */
export function giveTurn(clock: Clock): Promise<void> {
  return new Promise((resolve) => clock.alarm(resolve).set(clock.now()));
}
