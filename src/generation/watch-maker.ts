import type { Clock } from '../core/clock.ts';
import type { GenerationEvent } from '../core/generation.ts';
import type { JobQueue } from '../core/job-queue.ts';
import { noWorker } from '../core/refusals.ts';
import type { TokenLog } from '../core/token-log.ts';

/** What answers are watched with. */
export interface WatchOptions {
  readonly log: TokenLog;
  readonly queue: JobQueue;
  readonly clock: Clock;
  /** How long an answer waits for a worker, in milliseconds: for the first one, and for another where that is gone. */
  readonly patience: number;
  /** Whether a maker lives; absent: all are in this process, and do. */
  isAlive?(owner: string): Promise<boolean>;
}

/** An answer from its beginning on, live. One that nobody makes any more ends for all who read it while somebody does. */
export async function* readWatched(
  options: WatchOptions,
  id: string,
  signal: AbortSignal,
): AsyncGenerator<readonly GenerationEvent[]> {
  const stopWatching = watchMaker(options, id);
  try {
    yield* options.log.read(id, 0, signal);
  } finally {
    stopWatching();
  }
}

// An answer that nobody makes ends: one that no worker has taken, and one whose worker is gone while no other goes on with it.
function watchMaker({ log, queue, clock, patience, isAlive }: WatchOptions, id: string): () => void {
  let seen = 0;
  const alarm = clock.alarm(() => void look().catch(again));
  const again = (): void => alarm.set(clock.now() + patience);

  async function look(): Promise<void> {
    const state = await log.find(id);
    if (state === undefined || state.over) return;
    const { owner, length } = state;
    const isMade =
      length > seen || (owner !== undefined && (isAlive === undefined || (await isAlive(owner))));
    seen = length;
    if (isMade) return again();
    await log.cancel(id, noWorker(patience));
    await queue.remove(id);
  }

  again();
  return () => alarm.clear();
}
