import type { Queue as BullQueue, Worker as BullWorker } from 'bullmq';
import {
  type Job,
  type JobQueue,
  type Outcome,
  type Perform,
  type QueueWorker,
  type WorkOptions,
  mostUrgent,
} from '../core/job-queue.ts';
import { queueFull } from '../core/refusals.ts';
import { orUnavailable } from '../redis/unavailable.ts';
import {
  type Bull,
  type BullQueueOptions,
  type BullShared,
  type Waiting,
  modelsKey,
  nameQueue,
  openQueue,
  queuePrefix,
} from './bullmq-names.ts';
import { brokenReason, hopelessReason } from './reasons.ts';
import { countJobs, drainJobs, listJobs, removeJob, retryJob } from './bullmq-operations.ts';

// Measured with killed and frozen workers: a dead one is replaced within about 2 s (bench/distributed.ts).
const lockDuration = 1200;
const stalledInterval = 350;
// A frozen worker that blocks on the queue may swallow the marker of a new job: this bounds the wait for the next one.
const drainDelay = 1;
const mostStalls = 1000;
// After a connection that broke, in ms; by default it is 15 s.
const runRetryDelay = 500;

/** A job queue in Redis, by BullMQ: one queue a model, so that a worker takes only what it can serve. */
export async function createBullQueue(options: BullQueueOptions): Promise<JobQueue> {
  const bull = await import('bullmq');
  const shared: BullShared = {
    ...options,
    bull,
    queues: new Map(),
    prepared: new Map(),
    waiting: new Map(),
    workers: new Set(),
  };
  return {
    name: 'bullmq',
    add: (job) => orUnavailable(add(shared, job)),
    remove: (id) => orUnavailable(removeJob(shared, id)),
    work: (perform, work) => start(shared, perform, work),
    count: () => orUnavailable(countJobs(shared)),
    list: (limit) => orUnavailable(listJobs(shared, limit)),
    retry: (id, began) => orUnavailable(retryJob(shared, id, began)),
    drain: () => orUnavailable(drainJobs(shared)),
    async close() {
      await Promise.all(Array.from(shared.workers, (worker) => worker.close()));
      await Promise.all(Array.from(shared.queues.values(), (queue) => queue.close()));
    },
  };
}

async function add(shared: BullShared, job: Job): Promise<void> {
  const { bounds } = shared;
  const queue = openQueue(shared, job.model);
  await prepare(shared, queue, job.model);
  await checkDepth(shared, queue, job.model);
  await queue.add('answer', job, {
    jobId: job.id,
    // BullMQ's count from 1.
    priority: job.priority + mostUrgent + 1,
    attempts: bounds.retries + 1,
    removeOnComplete: true,
    removeOnFail: { count: bounds.failed },
  });
}

// Once a model; what failed is tried again by the next call.
function prepare(shared: BullShared, queue: BullQueue<Job>, model: string): Promise<void> {
  const { commands, bounds, prepared } = shared;
  const prepareOnce = async (): Promise<void> => {
    await commands.sadd(modelsKey(shared), model);
    // An earlier server may have set a limit that is not wanted any more.
    await (bounds.running === undefined
      ? queue.removeGlobalConcurrency()
      : queue.setGlobalConcurrency(bounds.running));
  };
  const known = prepared.get(model) ?? prepareOnce();
  prepared.set(model, known);
  known.catch(() => prepared.delete(model));
  return known;
}

// Far from its bound a queue is counted while the job is added already: waiting for that costs a call a millisecond.
async function checkDepth(
  { bounds, waiting }: BullShared,
  queue: BullQueue<Job>,
  model: string,
): Promise<void> {
  const rough = waiting.get(model) ?? Infinity;
  const counting = queue.getJobCountByTypes('wait', 'prioritized');
  waiting.set(model, rough + 1);
  const counted = counting.then((exact) => {
    waiting.set(model, exact + 1);
    return exact;
  });
  if (rough < bounds.depth / 2) return void counted.catch(() => undefined);
  if ((await counted) >= bounds.depth) throw queueFull();
}

function start(shared: BullShared, perform: Perform, options: WorkOptions): QueueWorker {
  const leaving = new AbortController();
  let running = 0;
  const counted: Perform = async (job, signal) => {
    running += 1;
    try {
      return await perform(job, signal);
    } finally {
      running -= 1;
    }
  };
  const workers = options.models.map((model) => startOne(shared, model, { counted, leaving, options }));
  const ready = shared.commands.sadd(modelsKey(shared), ...options.models).catch(() => undefined);
  const worker: QueueWorker = {
    get running() {
      return running;
    },
    async close() {
      // First: what it hands over it must not take again itself.
      const paused = workers.map((each) => each.pause(true));
      leaving.abort('The worker leaves.');
      await Promise.all(paused);
      await ready;
      await Promise.all(workers.map((each) => each.close()));
      shared.workers.delete(worker);
    },
  };
  shared.workers.add(worker);
  return worker;
}

interface Taking {
  readonly counted: Perform;
  readonly leaving: AbortController;
  readonly options: WorkOptions;
}

function startOne(shared: BullShared, model: string, { counted, leaving, options }: Taking): BullWorker<Job> {
  const { bull, prefix } = shared;
  const name = nameQueue(model);
  const process = async (job: Waiting, token: string | undefined): Promise<void> => {
    const outcome = leaving.signal.aborted ? 'handed-over' : await counted(job.data, leaving.signal);
    await settle(bull, job, { token, outcome, wake });
  };
  const marker = openQueue(shared, model).keys['marker'] ?? '';
  const wake = (): Promise<unknown> => shared.commands.zadd(marker, 0, '0');
  const worker = new bull.Worker<Job>(name, process, {
    connection: shared.extra(),
    prefix: queuePrefix(prefix, name),
    concurrency: options.concurrency,
    lockDuration,
    stalledInterval,
    drainDelay,
    runRetryDelay,
    // Not the poison guard: a machine that stands still for a moment looks like a death. Whoever makes a job sees by its log
    // whether it comes to anything.
    maxStalledCount: mostStalls,
  });
  worker.on('error', () => undefined);
  worker.on('failed', (job, error) => {
    if (job === undefined) return;
    const isStalled = error.message.includes('stalled');
    const isOver =
      isStalled || error.name === 'UnrecoverableError' || job.attemptsMade >= (job.opts.attempts ?? 1);
    if (isOver) options.abandoned(job.data, isStalled ? hopelessReason : error.message);
  });
  return worker;
}

interface Settling {
  readonly token: string | undefined;
  readonly outcome: Outcome;
  /** Tells idle workers that there is a job. */
  wake(): Promise<unknown>;
}

async function settle(bull: Bull, job: Waiting, { token, outcome, wake }: Settling): Promise<void> {
  switch (outcome) {
    case 'done':
      return;
    case 'handed-over':
      await job.moveToWait(token);
      // BullMQ wakes nobody for a job with a priority that is put back: whoever is idle would see it up to a second later.
      await wake();
      throw new bull.WaitingError();
    case 'broken':
      throw new Error(brokenReason);
    case 'hopeless':
      throw new bull.UnrecoverableError(hopelessReason);
  }
}
