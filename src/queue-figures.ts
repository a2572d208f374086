import type { Clock } from './core/clock.ts';
import type { EngineFigure } from './core/engine.ts';
import type { Distribution } from './distribution.ts';
import { listWorkers } from './redis/workers.ts';

/** What the queue in Redis tells whoever watches: nothing where there is none, or where it does not answer now. */
export async function readQueueFigures(
  { queue, redis }: Distribution,
  clock: Clock,
): Promise<readonly EngineFigure[]> {
  if (redis === undefined) return [];
  try {
    const [counts, workers] = await Promise.all([queue.count(), listWorkers({ ...redis, clock })]);
    const sum = (key: 'waiting' | 'running' | 'failed'): number =>
      counts.reduce((total, count) => total + count[key], 0);
    return [
      gauge('queue_waiting', 'Answers that wait for a worker.', sum('waiting')),
      gauge('queue_running', 'Answers that workers make.', sum('running')),
      gauge('queue_failed', 'Answers in the dead-letter list.', sum('failed')),
      gauge('workers', 'Workers that live.', workers.length),
    ];
  } catch {
    // The other metrics are worth reading all the more.
    return [];
  }
}

function gauge(name: string, help: string, value: number): EngineFigure {
  return { name: `understudy_${name}`, help, type: 'gauge', value };
}
