import type {
  Job,
  JobQueue,
  Perform,
  QueueBounds,
  QueueCount,
  QueueWorker,
  QueuedJob,
  WorkOptions,
} from '../core/job-queue.ts';
import { queueFull } from '../core/refusals.ts';
import { brokenReason, hopelessReason } from './reasons.ts';

/** What the queue is made with. */
export interface MemoryQueueOptions {
  readonly bounds: QueueBounds;
}

interface Entry {
  readonly job: Job;
  attempts: number;
}

interface Failed extends Entry {
  readonly reason: string;
}

interface Taker {
  readonly perform: Perform;
  readonly options: WorkOptions;
  readonly leaving: AbortController;
  readonly under: Set<Promise<void>>;
  /** What it has under way, by id. */
  readonly taken: Map<string, Entry>;
}

interface Queue extends MemoryQueueOptions {
  /** In the order in which they are taken. */
  readonly waiting: Entry[];
  readonly running: Map<string, Entry>;
  readonly failed: Map<string, Failed>;
  readonly takers: Set<Taker>;
}

/** A job queue in the memory of this process. */
export function createMemoryQueue(options: MemoryQueueOptions): JobQueue {
  const queue: Queue = {
    ...options,
    waiting: [],
    running: new Map(),
    failed: new Map(),
    takers: new Set(),
  };
  return {
    name: 'memory',
    add: async (job) => add(queue, job),
    remove: async (id) => takeOut(queue, id),
    work: (perform, work) => start(queue, perform, work),
    count: async () => count(queue),
    list: async (limit) => list(queue).slice(0, limit),
    retry: async (id, began) => retry(queue, id, began),
    drain: async () => queue.waiting.splice(0).map(({ job }) => job.id),
    async close() {
      await Promise.all(Array.from(queue.takers, (taker) => leave(queue, taker)));
    },
  };
}

function add(queue: Queue, job: Job): void {
  const { waiting, running, bounds } = queue;
  if (running.has(job.id) || waiting.some((entry) => entry.job.id === job.id)) return;
  if (waiting.filter((entry) => entry.job.model === job.model).length >= bounds.depth) throw queueFull();
  queue.failed.delete(job.id);
  insert(queue, { job, attempts: 0 });
}

function insert(queue: Queue, entry: Entry): void {
  const { waiting } = queue;
  const later = waiting.findIndex(({ job }) => job.priority > entry.job.priority);
  waiting.splice(later < 0 ? waiting.length : later, 0, entry);
  hand(queue);
}

function hand(queue: Queue): void {
  for (const taker of queue.takers) {
    for (;;) {
      const entry = next(queue, taker);
      if (entry === undefined) break;
      take(queue, taker, entry);
    }
  }
}

function next({ waiting, running, bounds }: Queue, { options, leaving, taken }: Taker): Entry | undefined {
  if (leaving.signal.aborted) return undefined;
  const most = bounds.running ?? Infinity;
  const position = waiting.findIndex(
    ({ job: { model } }) =>
      options.models.includes(model) &&
      countOf(taken, model) < options.concurrency &&
      countOf(running, model) < most,
  );
  return position < 0 ? undefined : waiting.splice(position, 1)[0];
}

function countOf(jobs: Queue['running'], model: string): number {
  let sum = 0;
  for (const { job } of jobs.values()) if (job.model === model) sum += 1;
  return sum;
}

function take(queue: Queue, taker: Taker, entry: Entry): void {
  const { id } = entry.job;
  queue.running.set(id, entry);
  taker.taken.set(id, entry);
  const made = make(queue, taker, entry).finally(() => {
    taker.under.delete(made);
    taker.taken.delete(id);
    hand(queue);
  });
  taker.under.add(made);
}

async function make(queue: Queue, { perform, leaving, options }: Taker, entry: Entry): Promise<void> {
  const { job } = entry;
  const outcome = await perform(job, leaving.signal).catch((): 'broken' => 'broken');
  queue.running.delete(job.id);
  if (outcome === 'done') return;
  if (outcome === 'handed-over') return insert(queue, entry);
  entry.attempts += 1;
  if (outcome === 'broken' && entry.attempts <= queue.bounds.retries) return insert(queue, entry);
  const reason = outcome === 'broken' ? brokenReason : hopelessReason;
  bury(queue, { ...entry, reason });
  options.abandoned(job, reason);
}

function bury({ failed, bounds }: Queue, entry: Failed): void {
  failed.set(entry.job.id, entry);
  const [oldest] = failed.keys();
  if (failed.size > bounds.failed && oldest !== undefined) failed.delete(oldest);
}

function start(queue: Queue, perform: Perform, options: WorkOptions): QueueWorker {
  const taker: Taker = {
    perform,
    options,
    leaving: new AbortController(),
    under: new Set(),
    taken: new Map(),
  };
  queue.takers.add(taker);
  hand(queue);
  return {
    get running() {
      return taker.under.size;
    },
    close: () => leave(queue, taker),
  };
}

async function leave(queue: Queue, taker: Taker): Promise<void> {
  taker.leaving.abort('The worker leaves.');
  await Promise.all(taker.under);
  queue.takers.delete(taker);
}

function takeOut({ waiting, failed }: Queue, id: string): boolean {
  const position = waiting.findIndex(({ job }) => job.id === id);
  if (position >= 0) waiting.splice(position, 1);
  return failed.delete(id) || position >= 0;
}

function retry(queue: Queue, id: string, began: number): boolean {
  const entry = queue.failed.get(id);
  if (entry === undefined) return false;
  queue.failed.delete(id);
  insert(queue, { job: { ...entry.job, began }, attempts: 0 });
  return true;
}

function list({ waiting, running, failed }: Queue): QueuedJob[] {
  const tell = (
    state: QueuedJob['state'],
    { job }: Entry,
    more: { readonly reason?: string } = {},
  ): QueuedJob => {
    const { id, model, began } = job;
    return { id, model, state, began, ...more };
  };
  return [
    ...[...running.values()].map((entry) => tell('running', entry)),
    ...waiting.map((entry) => tell('waiting', entry)),
    ...[...failed.values()].map((entry) => tell('failed', entry, { reason: entry.reason })),
  ];
}

function count(queue: Queue): QueueCount[] {
  const counts = new Map<string, { waiting: number; running: number; failed: number }>();
  for (const { model, state } of list(queue)) {
    const known = counts.get(model) ?? { waiting: 0, running: 0, failed: 0 };
    known[state] += 1;
    counts.set(model, known);
  }
  return Array.from(counts, ([model, counted]) => ({ model, ...counted }));
}
