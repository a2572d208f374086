import { readFile } from 'node:fs/promises';
import { ApiError } from './core/api-error.ts';
import { type Clock, createClock } from './core/clock.ts';
import type { DocumentTools, LoadDocumentTools } from './core/document-tools.ts';
import type { Generate } from './core/generation.ts';
import { createIds } from './core/ids.ts';
import type { Store } from './core/store.ts';
import { createTally } from './core/tally.ts';
import { createCompletion } from './dialects/completion.ts';
import { createLangbase } from './dialects/langbase.ts';
import { createOpenai } from './dialects/openai.ts';
import { createPrompt } from './dialects/prompt.ts';
import { createWordstream } from './dialects/wordstream.ts';
import { createEncodings } from './generation/encodings.ts';
import { createOpenTurns } from './generation/open-turns.ts';
import { createLogThrough } from './generation/log-through.ts';
import { createPieceCutter } from './generation/pieces.ts';
import { remember } from './generation/remember.ts';
import { type RunEngineOptions, runEngine } from './generation/run-engine.ts';
import type { Mount } from './http/state.ts';
import { createStreams } from './http/streams.ts';
import type { DialectName, ListenerPlan } from './listeners.ts';
import { createLocalModel } from './local-model.ts';
import { createModels } from './models/catalogue.ts';
import { openaiCards } from './models/openai.ts';
import { createMetrics } from './observers/metrics.ts';
import { type Settings, SettingsError } from './settings.ts';
import { createSources } from './sources.ts';
import { stores } from './stores/index.ts';
import { logBounds } from './token-logs/bounds.ts';
import { tokenLogs } from './token-logs/index.ts';

/** What the listeners of one server share. */
export type Parts = Awaited<ReturnType<typeof createParts>>;

/** Makes what the listeners of a server share; rejects with a SettingsError where a setting cannot be used. */
export async function createParts(settings: Settings) {
  const clock = createClock();
  const ids = createIds();
  const tally = createTally();
  const encodings = createEncodings();
  const store = await openStore(settings, clock);
  const local = createLocalModel(settings, clock);
  const sources = await createSources(settings, local);
  const models = createModels([...openaiCards, ...local.cards, ...configuredCards(settings)]);
  const log = tokenLogs.memory({ clock, bounds: logBounds });
  const streams = createStreams({ log, clock, bounds: logBounds });
  const metrics = createMetrics({
    tally,
    isKnownModel: (id) => models.find(id) !== undefined,
    figures: async () => [...streams.figures(), ...((await local.engine.figures?.()) ?? [])],
  });
  const engineParts = { models, encodings, cutter: createPieceCutter(), seed: settings.seed };
  const from = (choose: RunEngineOptions['choose']): Generate => runEngine({ ...engineParts, choose });
  const openTurns = createOpenTurns();
  const remembering = { threads: store.threads, models, encodings, clock, ids, openTurns };
  const through = createLogThrough({ log, clock, maxDuration: settings.limits.maxDuration });
  const answering = (generate: Generate, patience: Patience = {}) => ({
    ...patience,
    generate: through.wrap(generate, patience.maxDuration),
  });
  const patience: Patience = sources.main === sources.words ? forWords : {};
  const main = from(sources.choose);
  const { strict, extraNewline } = settings;
  const documents = await prepareDocuments(settings, clock);
  const langbase = createLangbase({ models, clock, ids, store, documents, strict, extraNewline });
  const [{ id: model }] = local.cards;
  const completion = createCompletion({ models, clock, ids, model, maxNewTokens: settings.maxNewTokens });
  const mounts: Record<DialectName, (plan: ListenerPlan) => Mount> = {
    openai: () => ({
      dialect: createOpenai({ models, clock, ids, strict, rateLimit }),
      ...answering(main, patience),
    }),
    prompt: () => ({ dialect: createPrompt(), ...answering(main, patience) }),
    wordstream: () => ({
      dialect: createWordstream(),
      ...answering(from(sources.chooseWords), forWords),
    }),
    completion: () => ({ dialect: completion, ...answering(main, patience) }),
    langbase: ({ samples = false }) => ({
      dialect: langbase,
      ...(samples
        ? answering(remember(from(sources.chooseSamples), remembering))
        : answering(remember(main, remembering), patience)),
    }),
  };
  // The default encoding is loaded once the server listens, so that neither the start nor the first answer waits for it.
  const warm = (): void => void encodings('o200k_base').catch(() => undefined);
  const close = async (): Promise<void> => {
    metrics.close();
    const { signal } = new AbortController();
    const ends = Promise.all([through.close(), openTurns.closed()]);
    await Promise.race([ends, clock.sleepUntil(clock.now() + lastTurns, signal)]);
    await Promise.all([store.close(), local.engine.close?.()]);
  };
  return { clock, ids, tally, sources, streams, metrics, model, mounts, warm, close };
}

// Time to keep what was said of answers that broke off, in ms: an engine that never hears of it must not hold the end up.
const lastTurns = 1000;

interface Patience {
  readonly maxDuration?: number;
}

const rateLimit = { requests: 10_000, tokens: 2_000_000 };

const defaultData = '.understudy';

// A folder that somebody named must be there to use; ours is not even made before there is something to keep.
async function openStore({ data, storage }: Settings, clock: Clock): Promise<Store> {
  const maker = data === ':memory:' ? stores.memory : stores.sqlite;
  const store = maker({ clock, data: data ?? defaultData, bounds: storage });
  if (data === undefined) return store;
  try {
    await store.open();
  } catch (error) {
    throw error instanceof ApiError ? new SettingsError('data', error.message) : error;
  }
  return store;
}

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

function configuredCards({ models }: Settings) {
  const known = createModels(openaiCards);
  return Object.keys(models).map((id) => known.resolve(id));
}
