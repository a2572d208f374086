import type { z } from 'zod';
import { paceSchema } from '../core/pace.ts';
import type { Pacer } from '../core/pacer.ts';
import { createInstant } from './instant.ts';
import { createJittered, jitteredOptions } from './jittered.ts';
import { createSteady } from './steady.ts';

/** What a pace can be told, with the defaults of what is absent. */
export const paceOptions = jitteredOptions.extend({
  instant: paceSchema.shape.instant.default(false),
});

/** The simplest pacer that keeps the pace. */
export function choosePacer(pace: z.output<typeof paceOptions>): Pacer {
  if (pace.instant) return createInstant();
  return pace.jitter === 0 ? createSteady(pace) : createJittered(pace);
}
