import type { Clock } from '../core/clock.ts';
import type { Generate, GenerationEvent, GenerationRequest } from '../core/generation.ts';
import type { Ids } from '../core/ids.ts';
import type { JobQueue } from '../core/job-queue.ts';
import { asApiError, clientGone, noWorker } from '../core/refusals.ts';
import type { TokenLog } from '../core/token-log.ts';

/** What answers are sent away with. */
export interface DispatchOptions {
  readonly log: TokenLog;
  readonly queue: JobQueue;
  readonly clock: Clock;
  readonly ids: Ids;
  /** How long an answer waits for a worker, in milliseconds: for the first one, and for another where that is gone. */
  readonly patience: number;
  /** Whether a maker lives; absent: all are in this process, and do. */
  isAlive?(owner: string): Promise<boolean>;
}

/** Where an answer is made. */
export interface Destination {
  readonly route: string;
  readonly maxDuration: number;
  /** Which model computes the request. */
  modelOf(request: GenerationRequest): string;
}

/** A Generate whose answers are made by whoever takes them out of the queue, and read from the log. */
export function dispatch(options: DispatchOptions, destination: Destination): Generate {
  return (request, signal) => tell(options, destination, request, signal);
}

/** A Generate that sends away what outlives its client, and makes all else here and now. */
export function dispatchLasting(inner: Generate, sent: Generate): Generate {
  return (request, signal) => (request.resumable === undefined ? inner : sent)(request, signal);
}

async function* tell(
  options: DispatchOptions,
  destination: Destination,
  request: GenerationRequest,
  signal: AbortSignal,
): AsyncGenerator<readonly GenerationEvent[]> {
  const { log, queue, ids } = options;
  const id = request.resumable?.id ?? `gen_${ids(32)}`;
  if (signal.aborted) return;
  const isNew = await log.create(id);
  if (isNew) await send(options, destination, request, id);
  const stopWatching = watchMaker(options, id);
  let isOver = false;
  try {
    for await (const batch of log.read(id, 0, signal)) {
      isOver = batch.at(-1)?.type === 'end';
      yield batch;
    }
  } catch (error) {
    isOver = true;
    throw error;
  } finally {
    stopWatching();
    // Not awaited: nobody hears of it, and where it fails the answer ends by its own bounds.
    if (!isOver && request.resumable === undefined) {
      void log.cancel(id, clientGone()).catch(() => undefined);
      void queue.remove(id).catch(() => undefined);
    }
  }
}

async function send(
  options: DispatchOptions,
  { route, maxDuration, modelOf }: Destination,
  request: GenerationRequest,
  id: string,
): Promise<void> {
  const { log, queue, clock } = options;
  const { priority = 0 } = request;
  const job = { id, route, model: modelOf(request), request, maxDuration, began: clock.wall(), priority };
  try {
    await queue.add(job);
  } catch (error) {
    await log.cancel(id, asApiError(error));
    throw error;
  }
}

// An answer that nobody makes ends: one that no worker has taken, and one whose worker is gone while no other goes on with it.
function watchMaker({ log, queue, clock, patience, isAlive }: DispatchOptions, id: string): () => void {
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
