import type * as BullMQ from 'bullmq';
import type { Job as BullJob, Queue as BullQueue } from 'bullmq';
import type { Job, QueueBounds, QueueWorker } from '../core/job-queue.ts';
import type { RedisClient } from '../redis/cluster.ts';

/** What the queue is made with. */
export interface BullQueueOptions {
  readonly bounds: QueueBounds;
  readonly commands: RedisClient;
  /** A connection that blocks on the queue. */
  extra(): RedisClient;
  /** What the names of all keys begin with. */
  readonly prefix: string;
}

/** The package, loaded where there is a Redis. */
export type Bull = typeof BullMQ;

/** A job as BullMQ has it. */
export type Waiting = BullJob<Job, unknown>;

/** What the parts of a queue share. */
export interface BullShared extends BullQueueOptions {
  readonly bull: Bull;
  readonly queues: Map<string, BullQueue<Job>>;
  /** Models whose queue has been told how many may run. */
  readonly prepared: Map<string, Promise<void>>;
  /** How many of each model waited when it was counted last, and those added since. */
  readonly waiting: Map<string, number>;
  readonly workers: Set<QueueWorker>;
}

/** The queue of a model; names are hexadecimal, since a model may be called anything and BullMQ's names may not hold a colon. */
export function openQueue({ bull, queues, commands, prefix }: BullShared, model: string): BullQueue<Job> {
  const known = queues.get(model);
  if (known !== undefined) return known;
  const name = nameQueue(model);
  const queue = new bull.Queue<Job>(name, { connection: commands, prefix: queuePrefix(prefix, name) });
  queue.on('error', () => undefined);
  queues.set(model, queue);
  return queue;
}

/** The name of a model's queue. */
export function nameQueue(model: string): string {
  return Buffer.from(model).toString('hex');
}

/** What a queue's keys begin with: a hash tag of its own, so that a cluster spreads queues and keeps each together. */
export function queuePrefix(prefix: string, name: string): string {
  return `${prefix}{jobs-${name}}`;
}

/** The key of the set of all models that have a queue. */
export function modelsKey({ prefix }: BullQueueOptions): string {
  return `${prefix}models`;
}
