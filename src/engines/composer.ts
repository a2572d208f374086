import { createRandom } from '../core/chance.ts';
import type { CalledTool, Engine, EngineCall } from '../core/engine.ts';
import { composeReply } from './composer/reply.ts';

const mostAnswers = 256;
const longestRequest = 4000;

type Reply = readonly (string | CalledTool)[];

/** The default engine: composes an answer about the prompt by rules, the same for equal requests and seeds. */
export function createComposer(): Engine {
  const remember = createMemory();
  return {
    name: 'composer',
    cut: { kind: 'token' },
    text: (call) => remember(call, () => composeReply(call.request, createRandom('composer', call.seed))),
  };
}

/**
 * Keeps the latest answers: an answer depends on the seed and on what the key holds, and on nothing else.
 * Load tests send one request thousands of times. bench/composer.ts: 30 to 200 µs composed, half a µs remembered.
 */
function createMemory(): (call: EngineCall, compose: () => Reply) => Reply {
  const answers = new Map<string, Reply>();
  return (call, compose) => {
    const key = keyOf(call);
    if (key === undefined) return compose();
    const kept = answers.get(key);
    const reply = kept ?? compose();
    // A map remembers the order of insertion: what was asked for last goes to the end, and the first one leaves.
    if (kept !== undefined) answers.delete(key);
    else if (answers.size >= mostAnswers) answers.delete(answers.keys().next().value ?? '');
    answers.set(key, reply);
    return reply;
  };
}

// Exact, not a hash: each content comes with its length, so that no two conversations have the same key.
function keyOf({ request, seed }: EngineCall): string | undefined {
  let key = `${seed} ${request.minCharacters ?? ''} ${request.passages?.length ?? ''}`;
  let length = 0;
  for (const { role, content, toolCalls, toolCallId } of request.messages) {
    length += content.length;
    if (length >= longestRequest) return undefined;
    key += ` ${role} ${content.length} ${content}`;
    if (toolCalls !== undefined || toolCallId !== undefined) key += JSON.stringify([toolCalls, toolCallId]);
  }
  const { tools, toolChoice, parallelToolCalls, format } = request;
  if (tools === undefined && format === undefined) return key;
  key += ` ${JSON.stringify([tools, toolChoice, parallelToolCalls, format])}`;
  return key.length < 4 * longestRequest ? key : undefined;
}
