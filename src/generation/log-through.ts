import type { Clock } from '../core/clock.ts';
import type { Generate, GenerationEvent, GenerationRequest } from '../core/generation.ts';
import { asApiError, shuttingDown, tooLong } from '../core/refusals.ts';
import type { LogClaim, LogEntry, TokenLog } from '../core/token-log.ts';
import { giveTurn } from '../core/turns.ts';

/** What logging through takes. */
export interface LogThroughOptions {
  readonly log: TokenLog;
  readonly clock: Clock;
  /** How long an answer may take in milliseconds, whoever listens. */
  readonly maxDuration: number;
}

/** Makes answers go on without whoever asked for them. */
export interface LogThrough {
  /** A Generate whose resumable requests are answered through the log; all others pass by it. */
  wrap(generate: Generate, maxDuration?: number): Generate;
  /** Ends what is still being written, and waits until its makers have heard. */
  close(): Promise<void>;
}

interface Logging extends LogThroughOptions {
  /** What is being written, by the name of its log. */
  readonly writing: Map<string, Promise<void>>;
}

interface Writing extends Logging {
  readonly generate: Generate;
  readonly id: string;
}

/** A LogThrough with nothing under way. */
export function createLogThrough(options: LogThroughOptions): LogThrough {
  const logging: Logging = { ...options, writing: new Map() };
  return {
    wrap:
      (generate, maxDuration = options.maxDuration) =>
      (request, signal) =>
        request.resumable === undefined
          ? generate(request, signal)
          : tell({ ...logging, maxDuration, generate, id: request.resumable.id }, request, signal),
    async close() {
      const { writing, log } = logging;
      await Promise.all(Array.from(writing.keys(), (id) => log.cancel(id, shuttingDown())));
      await Promise.all(writing.values());
    },
  };
}

async function* tell(
  writing: Writing,
  request: GenerationRequest,
  signal: AbortSignal,
): AsyncGenerator<readonly GenerationEvent[]> {
  const { log, id } = writing;
  if (await log.create(id)) await begin(writing, request);
  yield* log.read(id, 0, signal);
}

async function begin(writing: Writing, request: GenerationRequest): Promise<void> {
  const { log, id, clock, maxDuration } = writing;
  const claim = await log.claim(id, 'this process');
  if (claim === 'over') return;
  const limit = clock.alarm(() => void log.cancel(id, tooLong(maxDuration)));
  limit.set(clock.now() + maxDuration);
  const written = write(writing, request, claim).finally(() => {
    limit.clear();
    writing.writing.delete(id);
  });
  writing.writing.set(id, written);
}

// Events after which others have their turn, even when more are due.
const burst = 256;

async function write(
  { log, id, clock, generate }: Writing,
  request: GenerationRequest,
  { epoch, signal }: LogClaim,
): Promise<void> {
  let index = 0;
  let unyielded = 0;
  const append = async (entry: LogEntry): Promise<boolean> =>
    (await log.append({ id, epoch, index }, entry)) === 'ok';
  const began = clock.now();
  try {
    for await (const batch of generate(request, signal)) {
      if (!(await append(batch))) return;
      index += batch.length;
      const last = batch.at(-1);
      if (last?.type === 'end') return;
      unyielded += batch.length;
      // No further ahead than one batch, as if somebody played it: what nobody may ever hear is not made.
      const moment = began + (last?.due ?? 0);
      if (moment > clock.now()) await clock.sleepUntil(moment, signal);
      else if (unyielded < burst) continue;
      else await giveTurn(clock);
      unyielded = 0;
    }
    await append(asApiError('no end'));
  } catch (error) {
    // Where the log was taken away this one is fenced, and what took it away has said why.
    await append(asApiError(error));
  }
}
