import { readFile } from 'node:fs/promises';
import { ZodError } from 'zod';
import type { Engine } from './core/engine.ts';
import type { GenerationRequest, PaceOptions } from './core/generation.ts';
import type { Pacer } from './core/pacer.ts';
import { type EngineName, chooseEngine } from './default-engine.ts';
import { engines } from './engines/index.ts';
import { readTextFile } from './engines/text-file.ts';
import { wordsDefaults } from './engines/words.ts';
import type { Source } from './generation/run-engine.ts';
import type { LocalModel } from './local-model.ts';
import { choosePacer } from './pacers/choose.ts';
import { pacers } from './pacers/index.ts';
import { type Settings, SettingsError, toSettingsError } from './settings.ts';

/** Where answers come from: by the model asked for, or always words. */
export interface Sources {
  /** The engine that answers models of no configuration. */
  readonly main: Source;
  readonly words: Source;
  /** What answers the models that have a configuration or weights of their own. */
  readonly configured: ReadonlyMap<string, Source>;
  /** Made when it is first asked for. */
  samples(): Source;
  choose(request: GenerationRequest): Source;
  chooseWords(request: GenerationRequest): Source;
  chooseSamples(request: GenerationRequest): Source;
  readonly warnings: readonly string[];
}

/** Makes the engines that the settings ask for, with the pace of each. */
export async function createSources(settings: Settings, local: LocalModel): Promise<Sources> {
  const { text, warnings } = await readMessage(settings);
  const made = new Map<EngineName, Source>();
  const samples = await readSamples(settings);

  function make(name: EngineName): Source {
    const known = made.get(name);
    if (known !== undefined) return known;
    const source = makeSource(name, settings, { text, samples, local });
    made.set(name, source);
    return source;
  }

  const main = make(chooseEngine(settings).name);
  const words = make('words');
  const configured = new Map([
    ...local.cards.map(({ id }) => [id, make('gpt2')] as const),
    ...Object.entries(settings.models).map(([id, model]) => {
      const { engine, ...pace } = model;
      const base = engine === undefined ? main : make(engine);
      return [
        id,
        Object.keys(pace).length === 0 ? base : { ...base, pacer: choosePacer(mergePace(settings, pace)) },
      ] as const;
    }),
  ]);

  return {
    main,
    words,
    configured,
    samples: () => make('samples'),
    warnings,
    choose: (request) => atItsPace(configured.get(request.model) ?? main, request, settings),
    chooseWords: (request) => atItsPace(words, request, settings),
    chooseSamples: (request) => atItsPace(make('samples'), request, settings),
  };
}

// A pace that the request asks for replaces the engine's own.
function atItsPace(source: Source, { pace }: GenerationRequest, settings: Settings): Source {
  return pace === undefined ? source : { ...source, pacer: choosePacer(mergePace(settings, pace)) };
}

function makeSource(name: EngineName, settings: Settings, texts: Texts): Source {
  try {
    return { engine: createEngine(name, settings, texts), pacer: createPacer(name, settings) };
  } catch (error) {
    throw error instanceof ZodError ? toSettingsError(error) : error;
  }
}

interface Texts {
  readonly text: string | undefined;
  readonly samples: string | undefined;
  readonly local: LocalModel;
}

function createEngine(name: EngineName, settings: Settings, { text, samples, local }: Texts): Engine {
  switch (name) {
    case 'composer':
      return engines.composer.create({});
    case 'gpt2':
      return local.engine;
    case 'words':
      return engines.words.create({ ...settings, message: text });
    case 'samples': {
      const { maxChunks = Math.max(10, settings.minChunks ?? 0), minChunks = Math.min(5, maxChunks) } =
        settings;
      return engines.samples.create({ samples, minChunks, maxChunks });
    }
  }
}

function createPacer(name: EngineName, settings: Settings): Pacer {
  if (settings.instant) return pacers.instant.create({});
  switch (name) {
    case 'composer':
      return choosePacer(settings);
    case 'words':
      return pacers['chunk-delay'].create({
        delay: 1000 / (settings.wordsPerSecond ?? wordsDefaults.wordsPerSecond),
      });
    // It takes the time that it takes.
    case 'gpt2':
      return pacers.instant.create({});
    case 'samples':
      return pacers['chunk-delay'].create({ delay: 1000 * (settings.chunkDelay ?? 1) });
  }
}

async function readSamples({ samplesFile }: Settings): Promise<string | undefined> {
  if (samplesFile === undefined) return undefined;
  try {
    return await readFile(samplesFile, 'utf8');
  } catch (error) {
    throw new SettingsError('samplesFile', error instanceof Error ? error.message : String(error));
  }
}

async function readMessage({ message, textFile }: Settings) {
  if (textFile === undefined) return { text: message, warnings: [] };
  const { text, warning } = await readTextFile(textFile, message ?? wordsDefaults.message);
  return { text, warnings: warning === undefined ? [] : [warning] };
}

// Whoever names a pace wants to see it, also where the server has none.
function mergePace(settings: Settings, pace: Unset<PaceOptions>): Required<PaceOptions> {
  return {
    ttft: pace.ttft ?? settings.ttft,
    tokensPerSecond: pace.tokensPerSecond ?? settings.tokensPerSecond,
    jitter: pace.jitter ?? settings.jitter,
    jitterShape: pace.jitterShape ?? settings.jitterShape,
    instant:
      pace.instant ?? (settings.instant && pace.ttft === undefined && pace.tokensPerSecond === undefined),
  };
}

type Unset<T> = { readonly [K in keyof T]?: T[K] | undefined };
