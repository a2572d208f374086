import { createRandom } from '../core/chance.ts';
import type { Engine, EngineCall } from '../core/engine.ts';
import { composeAnswer } from './composer/compose.ts';

const mostAnswers = 256;
const longestConversation = 4000;

/** The default engine: composes an answer about the prompt by rules, the same for equal requests and seeds. */
export function createComposer(): Engine {
  const remember = createMemory();
  return {
    name: 'composer',
    cut: { kind: 'token' },
    text: (call) => [remember(call, () => composeAnswer(call.request, createRandom('composer', call.seed)))],
  };
}

/**
 * Keeps the latest answers: an answer depends on the seed and on what the key holds, and on nothing else.
 * Load tests send one request thousands of times. bench/composer.ts: 30 to 200 µs composed, half a µs remembered.
 */
function createMemory(): (call: EngineCall, compose: () => string) => string {
  const answers = new Map<string, string>();
  return (call, compose) => {
    const key = keyOf(call);
    if (key === undefined) return compose();
    const kept = answers.get(key);
    const text = kept ?? compose();
    // A map remembers the order of insertion: what was asked for last goes to the end, and the first one leaves.
    if (kept !== undefined) answers.delete(key);
    else if (answers.size >= mostAnswers) answers.delete(answers.keys().next().value ?? '');
    answers.set(key, text);
    return text;
  };
}

// Exact, not a hash: each content comes with its length, so that no two conversations have the same key.
function keyOf({ request, seed }: EngineCall): string | undefined {
  let key = `${seed} ${request.minCharacters ?? ''}`;
  let length = 0;
  for (const { role, content } of request.messages) {
    length += content.length;
    if (length >= longestConversation) return undefined;
    key += ` ${role} ${content.length} ${content}`;
  }
  return key;
}
