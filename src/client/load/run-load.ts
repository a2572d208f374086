import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type LoadFigures, mergeFigures } from './figures.ts';
import type { LoadPlan, Share } from './plan.ts';

/** What a worker thread is started with. */
export interface WorkerSetup {
  readonly plan: LoadPlan;
  readonly share: Share;
}

/** How a plan is run. */
export interface LoadOptions {
  readonly workers: number;
  /** Ends the run early, with what has been counted. */
  readonly signal: AbortSignal;
  /** Hears, a few times a second, what has been counted up to now. */
  progress?(figures: LoadFigures): void;
}

const script = new URL(`./worker${extname(import.meta.filename)}`, import.meta.url);

/** Runs a plan in worker threads and gives what they counted together. */
export async function runLoad(plan: LoadPlan, options: LoadOptions): Promise<LoadFigures> {
  const { arrivals, requests } = plan;
  const most = arrivals.kind === 'closed' ? arrivals.concurrency : Math.ceil(arrivals.rate);
  const count = Math.max(1, Math.min(options.workers, most, requests));
  const latest: LoadFigures[] = [];
  const ends = Array.from({ length: count }, (_, index) =>
    runWorker({ plan, share: { index, of: count } }, options.signal, (figures) => {
      latest[index] = figures;
      options.progress?.(mergeFigures(latest.filter((each) => each !== undefined)));
    }),
  );
  return mergeFigures(await Promise.all(ends));
}

interface Told {
  readonly isLast: boolean;
  readonly figures: LoadFigures;
}

function runWorker(
  setup: WorkerSetup,
  signal: AbortSignal,
  progress: (figures: LoadFigures) => void,
): Promise<LoadFigures> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: setup });
    const stop = (): void => worker.postMessage('stop', []);
    signal.addEventListener('abort', stop, { once: true });
    worker.on('message', ({ isLast, figures }: Told) => {
      progress(figures);
      if (isLast) resolve(figures);
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      signal.removeEventListener('abort', stop);
      reject(new Error('a worker thread ended before its run did'));
    });
  });
}
