import type { Clock } from '../../core/clock.ts';

/** What Ctrl-C does: it stops what is under way, or else leaves. */
export interface Interrupts {
  /** Does something that a Ctrl-C stops through the signal. */
  during<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
  close(): void;
}

// npm passes on the Ctrl-C that the terminal has sent to its children already: that is no second one.
const repeated = 250;

/** Listens for Ctrl-C until it is closed. */
export function createInterrupts(clock: Clock, leave: () => void): Interrupts {
  let stop: AbortController | undefined;
  let stopped = -Infinity;

  function interrupt(): void {
    if (stop !== undefined && !stop.signal.aborted) {
      stopped = clock.now();
      stop.abort();
    } else if (clock.now() - stopped > repeated) leave();
  }

  process.on('SIGINT', interrupt);
  return {
    async during(work) {
      stop = new AbortController();
      try {
        return await work(stop.signal);
      } finally {
        stop = undefined;
      }
    },
    close: () => void process.off('SIGINT', interrupt),
  };
}
