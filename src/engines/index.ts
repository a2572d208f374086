import { z } from 'zod';
import type { Engine } from '../core/engine.ts';
import { createComposer } from './composer.ts';
import { createSamples, samplesOptions } from './samples.ts';
import { createWords, wordsOptions } from './words.ts';

/** How an engine is made from options that nobody has checked yet. */
export interface EngineMaker {
  readonly options: z.ZodType;
  /** Throws a ZodError when the options are not what the schema asks for. */
  create(options: unknown): Engine;
}

/** All engines by name. */
export const engines = {
  composer: maker(z.object({}), createComposer),
  words: maker(wordsOptions, createWords),
  samples: maker(samplesOptions, createSamples),
} satisfies Record<string, EngineMaker>;

function maker<Options extends z.ZodType>(
  options: Options,
  create: (options: z.output<Options>) => Engine,
): EngineMaker {
  return { options, create: (given) => create(options.parse(given)) };
}
