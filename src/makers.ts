import type { Clock } from './core/clock.ts';
import type { Generate, GenerationRequest } from './core/generation.ts';
import type { Ids } from './core/ids.ts';
import type { Store } from './core/store.ts';
import { createEncodings } from './generation/encodings.ts';
import { createOpenTurns } from './generation/open-turns.ts';
import { createPieceCutter } from './generation/pieces.ts';
import { remember } from './generation/remember.ts';
import { runEngine } from './generation/run-engine.ts';
import { createLocalModel } from './local-model.ts';
import { createModels } from './models/catalogue.ts';
import { openaiCards } from './models/openai.ts';
import type { Settings } from './settings.ts';
import { createSources } from './sources.ts';

/** What makes answers, in a server or in a worker. */
export type Makers = Awaited<ReturnType<typeof createMakers>>;

/** Which engine a listener's answers come from: the model's, or always the same one. */
export type Route = 'main' | 'words' | 'samples';

/** The model of all jobs that need no weights. */
export const textModel = 'text';

/** Makes what the settings ask for; rejects with a SettingsError where a setting cannot be used. */
export async function createMakers(settings: Settings, clock: Clock, ids: Ids, store: Store) {
  const encodings = createEncodings();
  const local = createLocalModel(settings, clock);
  const sources = await createSources(settings, local);
  const models = createModels([...openaiCards, ...local.cards, ...configuredCards(settings)]);
  const openTurns = createOpenTurns();
  const remembering = { threads: store.threads, models, encodings, clock, ids, openTurns };
  const parts = { models, encodings, cutter: createPieceCutter(), seed: settings.seed };
  const choosers = { main: sources.choose, words: sources.chooseWords, samples: sources.chooseSamples };
  const make = (route: Route): Generate =>
    remember(runEngine({ ...parts, choose: choosers[route] }), remembering);
  const routes: Readonly<Record<Route, Generate>> = {
    main: make('main'),
    words: make('words'),
    samples: make('samples'),
  };
  const [{ id: localModel }] = local.cards;
  return {
    encodings,
    local,
    sources,
    models,
    openTurns,
    routes,
    route: (name: string): Generate | undefined => (isRoute(name) ? routes[name] : undefined),
    /** Which workers can make the answer. */
    modelOf: (route: Route, request: GenerationRequest): string =>
      choosers[route](request).engine.name === 'gpt2' ? localModel : textModel,
    /** The models whose answers can be made here. */
    served: [textModel, localModel] as const,
    localModel,
  };
}

function isRoute(name: string): name is Route {
  return name === 'main' || name === 'words' || name === 'samples';
}

function configuredCards({ models }: Settings) {
  const known = createModels(openaiCards);
  return Object.keys(models).map((id) => known.resolve(id));
}
