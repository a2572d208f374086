import type { Generate, GenerationEvent, GenerationRequest } from '../core/generation.ts';
import type { Ids } from '../core/ids.ts';
import { asApiError, clientGone } from '../core/refusals.ts';
import { type WatchOptions, readWatched } from './watch-maker.ts';

/** What answers are sent away with. */
export interface DispatchOptions extends WatchOptions {
  readonly ids: Ids;
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
  let isOver = false;
  try {
    for await (const batch of readWatched(options, id, signal)) {
      isOver = batch.at(-1)?.type === 'end';
      yield batch;
    }
  } catch (error) {
    isOver = true;
    throw error;
  } finally {
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
