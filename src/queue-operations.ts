import type { QueueCount, QueuedJob } from './core/job-queue.ts';
import { answerAbandoned } from './core/refusals.ts';
import type { Clock } from './core/clock.ts';
import type { WorkerFacts } from './core/worker-facts.ts';
import type { Distribution } from './distribution.ts';
import { listWorkers } from './redis/workers.ts';

/** What an operator sees of the queue, and does to it. */
export interface QueueOperations {
  status(): Promise<{ readonly queues: readonly QueueCount[]; readonly workers: readonly WorkerFacts[] }>;
  list(limit: number): Promise<readonly QueuedJob[]>;
  /** Takes an answer out that nobody has begun, and tells whoever waits for it. */
  remove(id: string): Promise<boolean>;
  /** Has a failed answer made again, from where its stream broke off: whoever knows its name reads the rest. */
  retry(id: string): Promise<boolean>;
  /** Takes out all that wait, tells whoever waits for them, and gives how many there were. */
  drain(): Promise<number>;
}

/** The operations on the queue of a server or of a Redis. */
export function createQueueOperations({ queue, log, redis }: Distribution, clock: Clock): QueueOperations {
  // Where nobody waits any more there is nothing to tell.
  const tell = (id: string): Promise<unknown> => log.cancel(id, answerAbandoned('It was taken out.'));
  return {
    async status() {
      const [queues, workers] = await Promise.all([
        queue.count(),
        redis === undefined ? [] : listWorkers({ ...redis, clock }),
      ]);
      return { queues, workers };
    },
    list: queue.list,
    async remove(id) {
      const done = await queue.remove(id);
      if (done) await tell(id);
      return done;
    },
    async retry(id) {
      // Before a worker takes it: what it finds over it leaves alone.
      const isOpen = (await log.reopen(id)) || (await log.create(id));
      const done = await queue.retry(id, clock.wall());
      if (!done && isOpen) await log.cancel(id, answerAbandoned('There is nothing to try again.'));
      return done;
    },
    async drain() {
      const ids = await queue.drain();
      await Promise.all(ids.map(tell));
      return ids.length;
    },
  };
}
