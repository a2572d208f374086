import { readFile } from 'node:fs/promises';
import { type Clock, createClock } from './core/clock.ts';
import type { DocumentTools, LoadDocumentTools } from './core/document-tools.ts';
import type { Generate } from './core/generation.ts';
import { createIds } from './core/ids.ts';
import { createTally } from './core/tally.ts';
import { createCompletion } from './dialects/completion.ts';
import { createLangbase } from './dialects/langbase.ts';
import { createOpenai } from './dialects/openai.ts';
import { createPrompt } from './dialects/prompt.ts';
import { createWordstream } from './dialects/wordstream.ts';
import { type Distribution, openDistribution } from './distribution.ts';
import { dispatch, dispatchLasting } from './generation/dispatch.ts';
import { readWatched } from './generation/watch-maker.ts';
import { createPerformer } from './generation/perform.ts';
import type { Mount } from './http/state.ts';
import { createStreams } from './http/streams.ts';
import type { DialectName, ListenerPlan } from './listeners.ts';
import { type Makers, type Route, createMakers } from './makers.ts';
import { createMetrics } from './observers/metrics.ts';
import { openStore } from './open-store.ts';
import { createWorkTally } from './core/work-tally.ts';
import { readQueueFamilies } from './queue-figures.ts';
import { isWorkerAlive } from './redis/workers.ts';
import { type Settings, SettingsError } from './settings.ts';
import { logBounds } from './token-logs/bounds.ts';

/** What the listeners of one server share. */
export type Parts = Awaited<ReturnType<typeof createParts>>;

/** Makes what the listeners of a server share; rejects with a SettingsError where a setting cannot be used. */
export async function createParts(settings: Settings) {
  const clock = createClock();
  const ids = createIds();
  const tally = createTally();
  const distribution = await openDistribution(settings, clock);
  const { log } = distribution;
  const store = await openStore(settings, clock, distribution);
  const makers = await createMakers(settings, clock, ids, store);
  const { sources, models, local, encodings, openTurns, localModel: model } = makers;
  const { queue, redis } = distribution;
  const watching = redis === undefined ? {} : { isAlive: (owner: string) => isWorkerAlive(redis, owner) };
  const sending = { log, queue, clock, ids, patience: settings.queuePatience * 1000, ...watching };
  const streams = createStreams({
    log,
    clock,
    bounds: logBounds,
    read: (id, signal) => readWatched(sending, id, signal),
    ...distribution.shared,
  });
  const metrics = createMetrics({
    tally,
    isKnownModel: (id) => models.find(id) !== undefined,
    figures: async () => [...streams.figures(), ...((await local.engine.figures?.()) ?? [])],
    families: () => readQueueFamilies({ distribution, clock, work }),
  });
  const work = createWorkTally();
  const performer = createPerformer({ log, clock, tally: work, owner: 'this process', route: makers.route });
  const answering = createAnswering({ settings, makers, distribution, sending });
  if (redis === undefined) {
    const { perform, abandoned } = performer;
    queue.work(perform, { models: makers.served, concurrency: Infinity, abandoned });
  }
  const patience: Patience = sources.main === sources.words ? forWords : {};
  const { strict, extraNewline } = settings;
  const documents = await prepareDocuments(settings, clock);
  const langbase = createLangbase({ models, clock, ids, store, documents, strict, extraNewline });
  const completion = createCompletion({ models, clock, ids, model, maxNewTokens: settings.maxNewTokens });
  const mounts: Record<DialectName, (plan: ListenerPlan) => Mount> = {
    openai: () => ({
      dialect: createOpenai({ models, clock, ids, strict, rateLimit }),
      ...answering('main', patience),
    }),
    prompt: () => ({ dialect: createPrompt(), ...answering('main', patience) }),
    wordstream: () => ({ dialect: createWordstream(), ...answering('words', forWords) }),
    completion: () => ({ dialect: completion, ...answering('main', patience) }),
    langbase: ({ samples = false }) => ({
      dialect: langbase,
      ...(samples ? answering('samples') : answering('main', patience)),
    }),
  };
  // The default encoding is loaded once the server listens, so that neither the start nor the first answer waits for it.
  const warm = (): void => void encodings('o200k_base').catch(() => undefined);
  const close = async (): Promise<void> => {
    metrics.close();
    const { signal } = new AbortController();
    const ends = Promise.all([performer.close(), openTurns.closed()]);
    await Promise.race([ends, clock.sleepUntil(clock.now() + lastTurns, signal)]);
    await Promise.all([store.close(), local.engine.close?.(), distribution.close()]);
  };
  return { clock, ids, tally, sources, streams, metrics, model, mounts, warm, close, distribution };
}

interface AnsweringOptions {
  readonly settings: Settings;
  readonly makers: Makers;
  readonly distribution: Distribution;
  readonly sending: Parameters<typeof dispatch>[0];
}

// Through Redis goes all; within a process only what outlives its client, so that a token of any other passes no log.
function createAnswering({ settings, makers, distribution, sending }: AnsweringOptions) {
  const { limits } = settings;
  return (route: Route, patience: Patience = {}): Patience & { readonly generate: Generate } => {
    const { maxDuration = limits.maxDuration } = patience;
    const sent = dispatch(sending, {
      route,
      maxDuration,
      modelOf: (request) => makers.modelOf(route, request),
    });
    const isLocal = distribution.redis === undefined;
    return { ...patience, generate: isLocal ? dispatchLasting(makers.routes[route], sent) : sent };
  };
}

// Time to keep what was said of answers that broke off, in ms: an engine that never hears of it must not hold the end up.
const lastTurns = 1000;

interface Patience {
  readonly maxDuration?: number;
}

const rateLimit = { requests: 10_000, tokens: 2_000_000 };

// Loaded by the first call that needs them: most servers never do. A file of pages has to be right at the start.
async function prepareDocuments({ pagesFile }: Settings, clock: Clock): Promise<LoadDocumentTools> {
  let tools: Promise<DocumentTools> | undefined;
  const load = async (pages?: string): Promise<DocumentTools> =>
    (await import('./documents/document-tools.ts')).createDocumentTools({ clock, pages });
  if (pagesFile === undefined) return () => (tools ??= load());
  try {
    tools = Promise.resolve(await load(await readFile(pagesFile, 'utf8')));
  } catch (error) {
    throw new SettingsError('pagesFile', error instanceof Error ? error.message : String(error));
  }
  return () => (tools ??= load());
}

// A stream of words takes as long as its options say, not as long as an answer may: up to 24 days, what a timer can wait for.
const forWords: Patience = { maxDuration: 2_073_600_000 };
