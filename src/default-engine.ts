import type { Settings } from './settings.ts';

/** The name of an engine, as the settings have it. */
export type EngineName = NonNullable<Settings['engine']>;

/** The engine that answers models of no configuration, and the setting that it follows from; no setting where nothing asks for it. */
export interface EngineChoice {
  readonly name: EngineName;
  readonly because?: keyof Settings;
}

const ofWords = ['message', 'textFile', 'wordsPerSecond', 'repeatCount', 'streamDuration'] as const;
const ofSamples = ['chunkDelay', 'minChunks', 'maxChunks', 'samplesFile'] as const;

/** The engine that is asked for by name, or by what only one of them can do. */
export function chooseEngine(settings: Settings): EngineChoice {
  if (settings.engine !== undefined) return { name: settings.engine, because: 'engine' };
  const word = ofWords.find((key) => settings[key] !== undefined);
  if (word !== undefined) return { name: 'words', because: word };
  const sample = ofSamples.find((key) => settings[key] !== undefined);
  return sample === undefined ? { name: 'composer' } : { name: 'samples', because: sample };
}
