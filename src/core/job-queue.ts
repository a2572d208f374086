import type { GenerationRequest } from './generation.ts';

/** An answer that is to be made, by whoever takes it. */
export interface Job {
  /** That of the log into which it is written. */
  readonly id: string;
  /** Which of a worker's makers answers it. */
  readonly route: string;
  /** Which model computes it: only workers that have it take the job. */
  readonly model: string;
  readonly request: GenerationRequest;
  /** How long it may take in milliseconds, from `began` on. */
  readonly maxDuration: number;
  /** When it was asked for, in milliseconds since 1970: its moments count from here, on every machine. */
  readonly began: number;
  /** Lower ones first; 0 is the usual one, and none is further from it than `mostUrgent`. */
  readonly priority: number;
}

/** How far a priority may be from 0. */
export const mostUrgent = 1000;

/**
 * What became of a job: made, to be made by somebody else at once, to be made again because its maker broke down, or given up
 * because it comes to nothing each time that it is begun.
 */
export type Outcome = 'done' | 'handed-over' | 'broken' | 'hopeless';

/** Makes one job; `signal` aborts when the worker has to leave it to others. */
export type Perform = (job: Job, signal: AbortSignal) => Promise<Outcome>;

/** What a worker takes. */
export interface WorkOptions {
  /** The models whose jobs it takes. */
  readonly models: readonly string[];
  /** Jobs of one model at one time. */
  readonly concurrency: number;
  /** Hears of a job that nobody will make any more. */
  abandoned(job: Job, reason: string): void;
}

/** Whoever takes jobs. */
export interface QueueWorker {
  /** Jobs under way. */
  readonly running: number;
  /** Takes no more, hands over what is under way and resolves when nothing is. */
  close(): Promise<void>;
}

/** How many jobs of one model there are. */
export interface QueueCount {
  readonly model: string;
  readonly waiting: number;
  readonly running: number;
  readonly failed: number;
}

/** A job as an operator sees it. */
export interface QueuedJob {
  readonly id: string;
  readonly model: string;
  readonly state: 'waiting' | 'running' | 'failed';
  /** When it was asked for, in milliseconds since 1970. */
  readonly began: number;
  readonly reason?: string;
}

/**
 * Where answers wait for whoever makes them. At least once: a job whose worker dies is made again by another, until it is made or
 * is hopeless; what has failed for good stays in a bounded dead-letter list.
 */
export interface JobQueue {
  readonly name: string;
  /** Does nothing where the id is there already; rejects with queueFull where as many wait as may. */
  add(job: Job): Promise<void>;
  /** Takes a job out that nobody has begun; false where there is none. */
  remove(id: string): Promise<boolean>;
  work(perform: Perform, options: WorkOptions): QueueWorker;
  count(): Promise<readonly QueueCount[]>;
  list(limit: number): Promise<readonly QueuedJob[]>;
  /** Puts a failed job into the queue again, as if it were asked for at this moment; false where there is none. */
  retry(id: string, began: number): Promise<boolean>;
  /** Takes out all that wait, and tells which. */
  drain(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** How much a queue takes. */
export interface QueueBounds {
  /** Jobs of one model that wait. */
  readonly depth: number;
  /** Jobs of one model under way, of all workers together; absent: what the workers take. */
  readonly running?: number;
  /** How often a job is made again after its maker broke down or died. */
  readonly retries: number;
  /** Failed jobs that are kept. */
  readonly failed: number;
}
