import type { Clock } from '../../core/clock.ts';
import { queueFull } from '../../core/refusals.ts';

/** Places for answers that are promised before they begin, so that a request is refused while it still can be. */
export interface Gate {
  /** Promises so many places; throws an ApiError where there are not as many. */
  reserve(count: number): Reservation;
}

/** Places that are promised to one request. */
export interface Reservation {
  /** Takes one of them; gives what leaves it. */
  take(): () => void;
  /** Gives up those that have not been taken. */
  release(): void;
}

interface Promised {
  readonly until: number;
  left: number;
}

// Milliseconds after which places that nobody took are given to others.
const patience = 5000;

/** A gate of so many places. */
export function createGate(places: number, clock: Clock): Gate {
  let taken = 0;
  let promises: Promised[] = [];

  return {
    reserve(count) {
      const now = clock.now();
      promises = promises.filter(({ until, left }) => until > now && left > 0);
      const promised = promises.reduce((sum, { left }) => sum + left, 0);
      if (taken + promised + count > places) throw queueFull();
      const promise = { until: now + patience, left: count };
      promises.push(promise);
      return {
        take() {
          promise.left -= 1;
          taken += 1;
          return () => void (taken -= 1);
        },
        release: () => void (promise.left = 0),
      };
    },
  };
}
