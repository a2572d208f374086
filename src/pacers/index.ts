import { z } from 'zod';
import type { Pacer } from '../core/pacer.ts';
import { chunkDelayOptions, createChunkDelay } from './chunk-delay.ts';
import { createInstant } from './instant.ts';
import { createJittered, jitteredOptions } from './jittered.ts';
import { createSteady, steadyOptions } from './steady.ts';

/** How a pacer is made from options that nobody has checked yet. */
export interface PacerMaker {
  readonly options: z.ZodType;
  /** Throws a ZodError when the options are not what the schema asks for. */
  create(options: unknown): Pacer;
}

/** All pacers by name. */
export const pacers = {
  instant: maker(z.object({}), createInstant),
  steady: maker(steadyOptions, createSteady),
  jittered: maker(jitteredOptions, createJittered),
  'chunk-delay': maker(chunkDelayOptions, createChunkDelay),
} satisfies Record<string, PacerMaker>;

function maker<Options extends z.ZodType>(
  options: Options,
  create: (options: z.output<Options>) => Pacer,
): PacerMaker {
  return { options, create: (given) => create(options.parse(given)) };
}
