import type { Clock } from '../core/clock.ts';
import { Interruption } from './interruption.ts';

/** Ends what waits for bytes when none have come for too long. */
export interface StallWatch {
  /** Aborts with an Interruption, or as the caller's own signal does. */
  readonly signal: AbortSignal;
  /** Begins to wait anew. */
  beat(): void;
  /** Stops waiting. */
  rest(): void;
  /** Ends whatever still goes by the signal. */
  end(): void;
}

const patience = 30_000;

/** A watch that waits 30 s from one beat to the next. */
export function watchStall(clock: Clock, signal: AbortSignal): StallWatch {
  const controller = new AbortController();
  const alarm = clock.alarm(() => {
    controller.abort(new Interruption(`nothing came for ${patience / 1000} s`));
  });
  const watch: StallWatch = {
    signal: AbortSignal.any([signal, controller.signal]),
    beat: () => alarm.set(clock.now() + patience),
    rest: () => alarm.clear(),
    end() {
      alarm.clear();
      controller.abort();
    },
  };
  watch.beat();
  return watch;
}
