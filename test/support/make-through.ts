import type { Clock } from '../../src/core/clock.ts';
import type { Generate } from '../../src/core/generation.ts';
import { createCountingIds } from '../../src/core/ids.ts';
import type { TokenLog } from '../../src/core/token-log.ts';
import { createWorkTally } from '../../src/core/work-tally.ts';
import { dispatch, dispatchLasting } from '../../src/generation/dispatch.ts';
import { createPerformer } from '../../src/generation/perform.ts';
import { queueBounds } from '../../src/job-queues/bounds.ts';
import { createMemoryQueue } from '../../src/job-queues/memory.ts';

/** What makes answers past a log, in this process. */
export function makeThrough({
  log,
  clock,
  maxDuration,
}: {
  readonly log: TokenLog;
  readonly clock: Clock;
  readonly maxDuration: number;
}) {
  const routes = new Map<string, Generate>();
  const tally = createWorkTally();
  const performer = createPerformer({ log, clock, tally, owner: 'test', route: (name) => routes.get(name) });
  const queue = createMemoryQueue({ bounds: { ...queueBounds, retries: 0 } });
  const { perform, abandoned } = performer;
  queue.work(perform, { models: ['any'], concurrency: Infinity, abandoned });
  const options = { log, queue, clock, ids: createCountingIds(), patience: 60_000 };
  return {
    wrap(generate: Generate): Generate {
      const route = `route ${routes.size}`;
      routes.set(route, generate);
      return dispatchLasting(generate, dispatch(options, { route, maxDuration, modelOf: () => 'any' }));
    },
    async close() {
      await performer.close();
      await queue.close();
    },
  };
}
