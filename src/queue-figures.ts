import type { Clock } from './core/clock.ts';
import { type WorkTally, readWork, waitBounds } from './core/work-tally.ts';
import type { Distribution } from './distribution.ts';
import type { Family, Sample } from './observers/exposition.ts';
import { listWorkers, readSharedWork } from './redis/workers.ts';

/** What queue and workers are watched with. */
export interface QueueWatch {
  readonly distribution: Distribution;
  readonly clock: Clock;
  /** What this process has made itself. */
  readonly work: WorkTally;
}

type Work = Readonly<Record<string, number>>;

/** What queue and workers tell whoever watches; what is shared is missing while its Redis does not answer. */
export async function readQueueFamilies(watch: QueueWatch): Promise<readonly Family[]> {
  const { distribution, clock, work } = watch;
  const { queue, redis } = distribution;
  if (redis === undefined) return [...countJobs(await queue.count()), ...tellWork(readWork(work))];
  try {
    const [jobs, workers, shared] = await Promise.all([
      queue.count(),
      listWorkers({ ...redis, clock }),
      readSharedWork(redis),
    ]);
    const living = tell('workers', 'gauge', 'Workers that live.', [{ labels: {}, value: workers.length }]);
    return [...countJobs(jobs), living, ...tellWork(shared)];
  } catch {
    // The other metrics are worth reading all the more.
    return [];
  }
}

type Jobs = Awaited<ReturnType<Distribution['queue']['count']>>;

// Models of queues are those that workers serve, never names that clients choose.
function countJobs(jobs: Jobs): readonly Family[] {
  const by = (key: 'waiting' | 'running' | 'failed'): readonly Sample[] =>
    jobs.map(({ model, ...counts }) => ({ labels: { model_name: model }, value: counts[key] }));
  return [
    tell('queue_waiting', 'gauge', 'Answers that wait for a worker.', by('waiting')),
    tell('queue_running', 'gauge', 'Answers that workers make.', by('running')),
    tell('queue_failed', 'gauge', 'Answers in the dead-letter list.', by('failed')),
  ];
}

function tellWork(work: Work): readonly Family[] {
  const count = (name: string): readonly Sample[] => [{ labels: {}, value: work[name] ?? 0 }];
  return [
    tell('answers_made_total', 'counter', 'Answers that workers have ended.', count('done')),
    tell('handovers_total', 'counter', 'Answers that leaving workers left to others.', count('handedOver')),
    tell('takeovers_total', 'counter', 'Answers gone on with after another worker.', count('takenOver')),
    tell('breakdowns_total', 'counter', 'Answers during which their maker broke down.', count('broken')),
    tell('fenced_appends_total', 'counter', 'Appends refused to workers replaced by then.', count('fenced')),
    tell('queue_wait_seconds', 'histogram', 'From a call to its first worker.', countWaits(work)),
  ];
}

function countWaits(work: Work): readonly Sample[] {
  const upTo = (le: string, value = 0): Sample => ({ suffix: '_bucket', labels: { le }, value });
  return [
    ...waitBounds.map((bound) => upTo(String(bound), work[`wait_${bound}`])),
    upTo('+Inf', work['waitCount']),
    { suffix: '_sum', labels: {}, value: work['waitSum'] ?? 0 },
    { suffix: '_count', labels: {}, value: work['waitCount'] ?? 0 },
  ];
}

function tell(name: string, type: Family['type'], help: string, samples: readonly Sample[]): Family {
  return { name: `understudy_${name}`, type, help, samples };
}
