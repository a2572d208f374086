import { createManualClock } from '../../src/core/manual-clock.ts';
import type { WeightsProgress } from '../../src/weights/hub-access.ts';
import type { Hub } from '../../src/weights/hub.ts';

/** A way to a hub by a clock that is moved by hand, but for waits before a retry: those pass at once. */
export function createTestAccess(given: Pick<Hub, 'endpoint' | 'cache'> & Partial<Hub>) {
  const clock = createManualClock();
  const stopping = new AbortController();
  const told: WeightsProgress[] = [];
  const listeners = new Set<() => void>();
  const hub: Hub = {
    offline: false,
    clock,
    signal: stopping.signal,
    freeBytes: async () => 2 ** 40,
    ...given,
    tell(progress) {
      told.push(progress);
      if (progress.kind === 'retry') void clock.advance(progress.wait);
      for (const listener of listeners) listener();
    },
  };

  /** Resolves once this has been told. */
  function heard(isIt: (progress: WeightsProgress) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!told.some((progress) => isIt(progress))) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
    });
  }

  /** Resolves once so many bytes of a file are there. */
  const received = (bytes: number): Promise<void> =>
    heard((progress) => progress.kind === 'download' && progress.bytes === bytes);

  return { hub, clock, told, heard, received, stop: () => stopping.abort(new Error('Stopped.')) };
}
