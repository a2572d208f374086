import { createClock } from '../core/clock.ts';
import { type ResolvedModel, resolveModel } from '../weights/resolve-model.ts';
import { WeightsError } from '../weights/weights-error.ts';
import { Failure } from './failure.ts';
import { type ProgressLine, createProgressLine } from './progress-line.ts';
import { stayAwake } from './stay-awake.ts';
import { type Terminal, createPaint } from './terminal.ts';
import type { WeightsPlace } from './weights-place.ts';

/** Which model is wanted, and where it is kept and fetched from. */
export interface WantedModel extends WeightsPlace {
  readonly id: string;
}

/** Finds a model, fetches what is missing of it with a bar that shows how far that is, and does something with it; rejects with a Failure. */
export async function fetchModel(
  { id, ...place }: WantedModel,
  terminal: Pick<Terminal, 'messages' | 'env'>,
  use: (model: ResolvedModel, progress: ProgressLine) => Promise<void>,
): Promise<void> {
  const { messages } = terminal;
  const clock = createClock();
  const progress = createProgressLine(messages, clock, createPaint(messages));
  const stopping = new AbortController();
  const stop = (): void => stopping.abort(new Failure('Stopped. The same command goes on from here.', 1));
  process.once('SIGINT', stop);
  const sleep = stayAwake();
  try {
    const { signal } = stopping;
    await use(await resolveModel(id, { ...place, clock, signal, tell: progress.tell }), progress);
    progress.end();
  } catch (error) {
    progress.end();
    throw error instanceof WeightsError ? explain(error, terminal) : error;
  } finally {
    sleep();
    process.off('SIGINT', stop);
  }
}

// Node's own client takes no notice of the usual variables unless it is asked to.
function explain({ message }: WeightsError, { env }: Pick<Terminal, 'env'>): Failure {
  const hasProxy = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some((name) => env[name]);
  const isTold = message.includes('cannot be reached') && hasProxy && env['NODE_USE_ENV_PROXY'] !== '1';
  return new Failure(isTold ? `${message} With NODE_USE_ENV_PROXY=1 it goes by your proxy.` : message, 1);
}
