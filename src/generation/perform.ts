import { ApiError } from '../core/api-error.ts';
import type { Clock } from '../core/clock.ts';
import type { Generate, GenerationEvent, GenerationRequest } from '../core/generation.ts';
import type { Job, Outcome, Perform } from '../core/job-queue.ts';
import { answerAbandoned, asApiError, shuttingDown, tooLong } from '../core/refusals.ts';
import type { Appended, LogClaim, LogEntry, TokenLog } from '../core/token-log.ts';
import { giveTurn } from '../core/turns.ts';
import type { WorkTally } from '../core/work-tally.ts';

/** What jobs are performed with. */
export interface PerformerOptions {
  readonly log: TokenLog;
  readonly clock: Clock;
  /** Who writes, as the log tells it. */
  readonly owner: string;
  readonly tally: WorkTally;
  /** What makes the answers of a route; undefined where there is none. */
  route(name: string): Generate | undefined;
  /** Hears of a bug of ours behind a failure: the log tells readers no more than its message. */
  crashed?(cause: unknown, id: string): void;
}

/** Makes answers and writes them into their logs. */
export interface Performer {
  readonly perform: Perform;
  /** Ends the log of a job that nobody will make any more. */
  abandoned(job: Job, reason: string): void;
  /** Ends what is being written with an error, and waits until its makers have heard. */
  close(): Promise<void>;
}

interface Writing extends PerformerOptions {
  readonly job: Job;
  readonly claim: LogClaim;
  readonly generate: Generate;
  readonly leaving: AbortSignal;
}

/** A performer with nothing under way. */
export function createPerformer(options: PerformerOptions): Performer {
  const { log, tally, clock } = options;
  const writing = new Map<string, Promise<Outcome>>();
  return {
    async perform(job, leaving) {
      const claim = await log.claim(job.id, options.owner);
      if (claim === 'over') return 'done';
      const generate = options.route(job.route);
      if (generate === undefined) throw new Error(`No worker makes answers of the route ${job.route}.`);
      if (claim.strikes >= mostStrikes) {
        tally.broken += 1;
        return 'hopeless';
      }
      if (claim.epoch > 1) tally.takenOver += 1;
      else tally.wait.record(clock.wall() - job.began);
      const written = write({ ...options, job, claim, generate, leaving });
      writing.set(job.id, written);
      const outcome = await written.finally(() => writing.delete(job.id));
      // Whoever has been replaced has made nothing.
      if (outcome !== 'done' || !claim.signal.aborted) tally[counts[outcome]] += 1;
      return outcome;
    },
    abandoned: ({ id }, reason) => void log.cancel(id, answerAbandoned(reason)).catch(() => undefined),
    async close() {
      await Promise.all(Array.from(writing.keys(), (id) => log.cancel(id, shuttingDown())));
      await Promise.all(writing.values());
    },
  };
}

// The poison guard: how many makers may begin an answer and be gone before a token comes of it.
const mostStrikes = 5;

const counts = { done: 'done', 'handed-over': 'handedOver', broken: 'broken', hopeless: 'broken' } as const;

async function write(writing: Writing): Promise<Outcome> {
  const { log, clock, job, claim, leaving } = writing;
  const began = clock.now() - (clock.wall() - job.began);
  const limit = clock.alarm(() => void log.cancel(job.id, tooLong(job.maxDuration)).catch(() => undefined));
  limit.set(began + job.maxDuration);
  const stop = AbortSignal.any([claim.signal, leaving]);
  const text = createText(writing, stop);
  try {
    for await (const batch of writing.generate(placeIn(writing, began), stop)) {
      if (leaving.aborted) break;
      const written = await text.write(batch);
      if (written !== 'ok') return written;
      if (batch.at(-1)?.type === 'end') return 'done';
      // Half of it is what the next one may take on its way to whoever plays it.
      await text.wait(began + (batch[batch.length >> 1]?.due ?? 0));
    }
    return await end(writing, text, asApiError('no end'));
  } catch (error) {
    return await end(writing, text, asApiError(error));
  } finally {
    limit.clear();
  }
}

// What another maker has said is said again by whoever goes on, and left out here; moments of a turn are those of this clock.
function placeIn({ job, log, claim, leaving }: Writing, began: number): GenerationRequest {
  const { request } = job;
  const { events, epoch } = claim;
  // Whoever takes the answer over keeps its turn.
  const isMine = async (): Promise<boolean> => !leaving.aborted && (await log.find(job.id))?.claim === epoch;
  const turned =
    request.turn === undefined ? request : { ...request, turn: { ...request.turn, began, isMine } };
  return events.length === 0 ? turned : { ...turned, said: events };
}

async function end({ claim, leaving, job, crashed }: Writing, text: Text, error: ApiError): Promise<Outcome> {
  // Where the log was taken away this one is fenced, and what took it away has said why.
  if (claim.signal.aborted) return 'done';
  if (leaving.aborted) return 'handed-over';
  if (error.details.cause !== undefined) crashed?.(error.details.cause, job.id);
  if (error.code === 'engine_failed') return 'broken';
  await text.fail(error);
  return 'done';
}

/** What is written into a log, in order, without what stands there already. */
interface Text {
  /** How it is to end, where it is not to go on. */
  write(batch: readonly GenerationEvent[]): Promise<'ok' | 'done' | 'handed-over'>;
  fail(error: ApiError): Promise<void>;
  /** Waits as if somebody played it, so that what nobody may ever hear is not made. */
  wait(moment: number): Promise<void>;
}

// Events after which others have their turn, even when more are due.
const burst = 256;

function createText({ log, clock, job, claim, tally }: Writing, stop: AbortSignal): Text {
  const { epoch, events } = claim;
  let index = events.length;
  const isNew = skipSaid(events);
  let unyielded = 0;

  const append = (entry: LogEntry): Promise<Appended> =>
    insist(clock, stop, () => log.append({ id: job.id, epoch, index }, entry));

  // A replica that took over may lack what was acknowledged last: whoever claims the log again goes on from what is there.
  const isBehind = async (appended: Appended): Promise<boolean> => {
    if (appended !== 'fenced') return appended === 'gap';
    const now = await log.find(job.id);
    return now !== undefined && !now.over && now.claim < epoch;
  };

  return {
    async write(batch) {
      const rest = events.length === 0 ? batch : batch.filter(isNew);
      if (rest.length === 0) return 'ok';
      const appended = await append(rest);
      if (appended === 'fenced') tally.fenced += 1;
      index += rest.length;
      unyielded += rest.length;
      // A duplicate was said before an answer of the log got lost.
      if (appended === 'ok' || appended === 'duplicate') return 'ok';
      return (await isBehind(appended)) ? 'handed-over' : 'done';
    },
    fail: async (error) => void (await append(error)),
    async wait(moment) {
      if (moment > clock.now()) await clock.sleepUntil(moment, stop);
      else if (unyielded < burst) return;
      else await giveTurn(clock);
      unyielded = 0;
    },
  };
}

// Choices of a model that computes come in another order each time; within each the order is the same.
function skipSaid(said: readonly GenerationEvent[]): (event: GenerationEvent) => boolean {
  const left = new Map<number | string, number>();
  const keyOf = (event: GenerationEvent) => ('choice' in event ? event.choice : event.type);
  for (const event of said) left.set(keyOf(event), (left.get(keyOf(event)) ?? 0) + 1);
  return (event) => {
    const count = left.get(keyOf(event)) ?? 0;
    if (count > 0) left.set(keyOf(event), count - 1);
    return count === 0;
  };
}

// How long a log may be away before its writer gives up, in ms; readers wait as long.
const patience = 15_000;

async function insist(clock: Clock, stop: AbortSignal, append: () => Promise<Appended>): Promise<Appended> {
  const until = clock.now() + patience;
  for (;;) {
    try {
      return await append();
    } catch (error) {
      const isAway = error instanceof ApiError && error.code === 'queue_unavailable';
      if (!isAway || stop.aborted || clock.now() > until) throw error;
      await clock.sleepUntil(clock.now() + 100, stop);
    }
  }
}
