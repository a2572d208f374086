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
  /** How many of each model it has under way. */
  readonly counts: Map<string, number>;
}

interface Queue extends MemoryQueueOptions {
  /** In the order in which they are taken. */
  readonly waiting: Entry[];
  readonly running: Map<string, Entry>;
  readonly failed: Map<string, Failed>;
  readonly takers: Set<Taker>;
  /** How many of each model wait, and how many are under way: counted as they come and go, since there may be thousands. */
  readonly counts: { readonly waiting: Map<string, number>; readonly running: Map<string, number> };
}

/** A job queue in the memory of this process. */
export function createMemoryQueue(options: MemoryQueueOptions): JobQueue {
  const queue: Queue = {
    ...options,
    waiting: [],
    running: new Map(),
    failed: new Map(),
    takers: new Set(),
    counts: { waiting: new Map(), running: new Map() },
  };
  return {
    name: 'memory',
    add: async (job) => add(queue, job),
    remove: async (id) => takeOut(queue, id),
    work: (perform, work) => start(queue, perform, work),
    count: async () => countAll(queue),
    list: async (limit) => list(queue).slice(0, limit),
    retry: async (id, began) => retry(queue, id, began),
    drain: async () => drain(queue),
    async close() {
      await Promise.all(Array.from(queue.takers, (taker) => leave(queue, taker)));
    },
  };
}

function add(queue: Queue, job: Job): void {
  const { waiting, running, bounds, counts } = queue;
  if (running.has(job.id) || waiting.some((entry) => entry.job.id === job.id)) return;
  if ((counts.waiting.get(job.model) ?? 0) >= bounds.depth) throw queueFull();
  queue.failed.delete(job.id);
  insert(queue, { job, attempts: 0 });
}

function insert(queue: Queue, entry: Entry): void {
  const { waiting } = queue;
  const later = waiting.findIndex(({ job }) => job.priority > entry.job.priority);
  waiting.splice(later < 0 ? waiting.length : later, 0, entry);
  count(queue.counts.waiting, entry, 1);
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

function next({ waiting, bounds, counts }: Queue, { options, leaving, counts: own }: Taker) {
  if (leaving.signal.aborted) return undefined;
  const most = bounds.running ?? Infinity;
  const position = waiting.findIndex(
    ({ job: { model } }) =>
      options.models.includes(model) &&
      (own.get(model) ?? 0) < options.concurrency &&
      (counts.running.get(model) ?? 0) < most,
  );
  return position < 0 ? undefined : takeAt(waiting, counts.waiting, position);
}

function takeAt(waiting: Entry[], counts: Map<string, number>, position: number): Entry | undefined {
  const [entry] = waiting.splice(position, 1);
  if (entry !== undefined) count(counts, entry, -1);
  return entry;
}

function count(counts: Map<string, number>, { job: { model } }: Entry, change: 1 | -1): void {
  counts.set(model, (counts.get(model) ?? 0) + change);
}

function take(queue: Queue, taker: Taker, entry: Entry): void {
  const { id } = entry.job;
  queue.running.set(id, entry);
  count(queue.counts.running, entry, 1);
  count(taker.counts, entry, 1);
  const made = make(queue, taker, entry).finally(() => {
    taker.under.delete(made);
    count(taker.counts, entry, -1);
    hand(queue);
  });
  taker.under.add(made);
}

async function make(queue: Queue, { perform, leaving, options }: Taker, entry: Entry): Promise<void> {
  const { job } = entry;
  const outcome = await perform(job, leaving.signal).catch((): 'broken' => 'broken');
  queue.running.delete(job.id);
  count(queue.counts.running, entry, -1);
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
    counts: new Map(),
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

function drain({ waiting, counts }: Queue): readonly string[] {
  counts.waiting.clear();
  return waiting.splice(0).map(({ job }) => job.id);
}

function takeOut({ waiting, failed, counts }: Queue, id: string): boolean {
  const position = waiting.findIndex(({ job }) => job.id === id);
  if (position >= 0) takeAt(waiting, counts.waiting, position);
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

function countAll(queue: Queue): QueueCount[] {
  const counts = new Map<string, { waiting: number; running: number; failed: number }>();
  for (const { model, state } of list(queue)) {
    const known = counts.get(model) ?? { waiting: 0, running: 0, failed: 0 };
    known[state] += 1;
    counts.set(model, known);
  }
  return Array.from(counts, ([model, counted]) => ({ model, ...counted }));
}
