import { parentPort, workerData } from 'node:worker_threads';
import { createClock } from '../../core/clock.ts';
import { createCall } from './call.ts';
import { startGenerator } from './generator.ts';
import type { WorkerSetup } from './run-load.ts';
import { createRequest } from './request.ts';

const { plan, share }: WorkerSetup = workerData;
const clock = createClock();
const stop = new AbortController();
parentPort?.on('message', () => stop.abort());

const { dialect, timeout } = plan;
const call = createCall({ request: createRequest(plan), dialect, timeout, clock });
const { figures, ended } = startGenerator({ plan, share, clock, call, signal: stop.signal });
const every = 250;
const telling = clock.alarm(() => {
  parentPort?.postMessage({ isLast: false, figures }, []);
  telling.set(clock.now() + every);
});
telling.set(clock.now() + every);
await ended;
telling.clear();
parentPort?.postMessage({ isLast: true, figures }, []);
parentPort?.close();
