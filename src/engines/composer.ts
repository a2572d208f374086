import { createRandom } from '../core/chance.ts';
import type { Engine } from '../core/engine.ts';
import { composeAnswer } from './composer/compose.ts';

/** The default engine: composes an answer about the prompt by rules, the same for equal requests and seeds. */
export function createComposer(): Engine {
  return {
    name: 'composer',
    cut: { kind: 'token' },
    text: ({ request, seed }) => [composeAnswer(request, createRandom('composer', seed))],
  };
}
