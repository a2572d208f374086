import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { storageFailed } from '../../core/refusals.ts';
import type { Ask } from '../operations.ts';
import type { DatabaseSetup } from './database.ts';
import { type Answer, type Request, unflatten } from './requests.ts';

/** A way to a database that lives in a thread of its own, so that waiting for the disk holds up nothing else. */
export interface Connection {
  readonly ask: Ask;
  /** Does what has been asked for, and ends the thread. */
  close(): Promise<void>;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

// Beside this file, as TypeScript or compiled, whichever this file is.
const ownScript = new URL(`worker${extname(import.meta.url)}`, import.meta.url);

/** A connection whose thread starts with the first request, and again after it has died. */
export function createConnection(setup: DatabaseSetup, script: URL = ownScript): Connection {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let requests = 0;
  let closing: Promise<void> | undefined;

  function start(): Worker {
    const started = new Worker(script, {
      workerData: setup,
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    let cause: unknown;
    started.on('message', settle);
    started.on('error', (error) => (cause = error));
    started.once('exit', () => {
      worker = undefined;
      rejectAll(cause);
    });
    started.unref();
    return started;
  }

  function settle(answers: readonly Answer[]): void {
    for (const answer of answers) {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('error' in answer) asked?.reject(unflatten(answer.error));
      else asked?.resolve(answer.value);
    }
    // A process that has nothing else to do may end now.
    if (waiting.size === 0 && closing === undefined) worker?.unref();
  }

  function rejectAll(cause: unknown): void {
    const lost = [...waiting.values()];
    waiting.clear();
    for (const { reject } of lost)
      reject(storageFailed('The thread that keeps things ended before it answered. Try again.', cause));
  }

  function send(request: Request | null): Worker {
    worker ??= start();
    worker.ref();
    worker.postMessage(request, []);
    return worker;
  }

  const ask: Ask = (name, input) => {
    if (closing !== undefined) return Promise.reject(storageFailed('The store is closed.'));
    return new Promise((resolve, reject) => {
      const request = { id: (requests += 1), name, input };
      waiting.set(request.id, { resolve, reject });
      send(request);
    });
  };

  async function end(): Promise<void> {
    if (worker === undefined) return;
    const ended = new Promise<void>((resolve) => worker?.once('exit', () => resolve()));
    send(null);
    await ended;
  }

  return { ask, close: () => (closing ??= end()) };
}
