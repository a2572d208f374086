import type { Queue as BullQueue } from 'bullmq';
import type { Job, QueueCount, QueuedJob } from '../core/job-queue.ts';
import { type BullShared, type Waiting, modelsKey, openQueue } from './bullmq-names.ts';

async function all(shared: BullShared): Promise<readonly (readonly [string, BullQueue<Job>])[]> {
  const models = await shared.commands.smembers(modelsKey(shared));
  return models.sort().map((model) => [model, openQueue(shared, model)] as const);
}

async function find(shared: BullShared, id: string): Promise<Waiting | undefined> {
  const queues = await all(shared);
  const found = await Promise.all(queues.map(([, queue]) => queue.getJob(id)));
  return found.find((job) => job !== undefined);
}

/** Takes out a job that nobody has begun. */
export async function removeJob(shared: BullShared, id: string): Promise<boolean> {
  const job = await find(shared, id);
  return job !== undefined && !(await job.isActive()) && takeOut(job);
}

// One that a worker has taken meanwhile is locked, and stays.
function takeOut(job: Waiting): Promise<boolean> {
  return job.remove().then(
    () => true,
    () => false,
  );
}

/** Puts a failed job back. */
export async function retryJob(shared: BullShared, id: string, began: number): Promise<boolean> {
  const job = await find(shared, id);
  if (job === undefined || !(await job.isFailed())) return false;
  try {
    await job.updateData({ ...job.data, began });
    await job.retry('failed', { resetAttemptsMade: true });
  } catch (error) {
    // Somebody else put it back meanwhile, or took it out.
    if (await job.isFailed()) throw error;
    return false;
  }
  return true;
}

/** Takes out all that wait, and tells which. */
export async function drainJobs(shared: BullShared): Promise<readonly string[]> {
  const queues = await all(shared);
  const waiting = await Promise.all(queues.map(([, queue]) => queue.getJobs(['wait', 'prioritized'])));
  const taken = await Promise.all(
    waiting.flat().map(async (job) => ((await takeOut(job)) ? [job.id ?? ''] : [])),
  );
  return taken.flat();
}

/** How many jobs there are of each model. */
export async function countJobs(shared: BullShared): Promise<readonly QueueCount[]> {
  const queues = await all(shared);
  return Promise.all(
    queues.map(async ([model, queue]) => {
      const counts = await queue.getJobCounts('wait', 'prioritized', 'active', 'failed');
      const { wait = 0, prioritized = 0, active = 0, failed = 0 } = counts;
      return { model, waiting: wait + prioritized, running: active, failed };
    }),
  );
}

const states = { running: ['active'], waiting: ['wait', 'prioritized'], failed: ['failed'] } as const;

/** The jobs, those under way first, the oldest ahead. */
export async function listJobs(shared: BullShared, limit: number): Promise<readonly QueuedJob[]> {
  const queues = await all(shared);
  const rows: QueuedJob[] = [];
  for (const state of ['running', 'waiting', 'failed'] as const) {
    for (const [model, queue] of queues) {
      const jobs = await queue.getJobs([...states[state]], 0, limit - 1, true);
      rows.push(...jobs.filter((job) => job !== undefined).map((job) => tellJob(job, model, state)));
    }
  }
  return rows.slice(0, limit);
}

function tellJob(job: Waiting, model: string, state: QueuedJob['state']): QueuedJob {
  const { id = '', data, failedReason } = job;
  const told = { id, model, state, began: data.began };
  return failedReason === undefined ? told : { ...told, reason: failedReason };
}
