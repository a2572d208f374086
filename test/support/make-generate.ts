import type { Engine, EngineCall } from '../../src/core/engine.ts';
import type { Generate } from '../../src/core/generation.ts';
import type { Pacer } from '../../src/core/pacer.ts';
import { createEncodings } from '../../src/generation/encodings.ts';
import { createPieceCutter } from '../../src/generation/pieces.ts';
import { runEngine } from '../../src/generation/run-engine.ts';
import { createModels } from '../../src/models/catalogue.ts';
import { openaiCards } from '../../src/models/openai.ts';
import { createInstant } from '../../src/pacers/instant.ts';
import { createSteady } from '../../src/pacers/steady.ts';

/** The models and encodings of these tests, loaded once a file. */
export const models = createModels(openaiCards);
export const encodings = createEncodings();

/** A pace of one token every 20 ms after 100 ms. */
export const steady: Pacer = createSteady({ ttft: 100, tokensPerSecond: 50 });

/** No pace at all. */
export const instant: Pacer = createInstant();

/** An engine that says what a function gives for each call. */
export function createTold(
  tell: (call: EngineCall, signal: AbortSignal) => ReturnType<Engine['text']>,
  cut: Engine['cut'] = { kind: 'token' },
): Engine {
  return { name: 'told', cut, text: tell };
}

/** A Generate of the engine as the app makes it. */
export function makeGenerate(engine: Engine, pacer: Pacer = steady, seed = 0): Generate {
  return runEngine({
    models,
    encodings,
    cutter: createPieceCutter(),
    seed,
    choose: () => ({ engine, pacer }),
  });
}
