import type { AnswerFormat } from '../../core/generation.ts';
import { type Draw, FormatError, type TopLogits } from './backend.ts';
import { checkFormatSize } from './format-size.ts';
import type { Llama, LlamaGrammar, LlamaLibrary, LlamaModel, LlamaSequence } from './llama-library.ts';

/** The formats that slots are bound to. */
export interface LlamaFormats {
  check(format: AnswerFormat): Promise<void>;
  bind(slot: number, format: AnswerFormat): Promise<void>;
  release(slot: number): void;
  /** The next token of a slot that is bound. */
  draw(slot: number, sequence: LlamaSequence, tokens: readonly number[], draw: Draw): Promise<TopLogits>;
}

// A format that several requests share is read once; some thousand bytes each.
const mostKept = 64;

/** Formats by the library's grammars. */
export function createLlamaFormats(library: LlamaLibrary, llama: Llama, model: LlamaModel): LlamaFormats {
  const kept = new Map<string, Promise<LlamaGrammar>>();
  const states = new Map<number, object>();

  function find(format: AnswerFormat): Promise<LlamaGrammar> {
    const key = JSON.stringify(format);
    const found = kept.get(key) ?? createGrammar(llama, format);
    kept.delete(key);
    kept.set(key, found);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return found;
  }

  return {
    async check(format) {
      checkFormatSize(format);
      await find(format);
    },
    async bind(slot, format) {
      const grammar = await find(format);
      states.set(slot, new library.LlamaGrammarEvaluationState({ model, grammar }));
    },
    release: (slot) => void states.delete(slot),
    async draw(slot, sequence, tokens, draw) {
      const state = states.get(slot);
      if (state === undefined) throw new Error('The slot is bound to no format.');
      // A generator of its own for each token, since each token has a seed of its own.
      const answer = sequence.evaluate(tokens, toOptions(state, draw));
      const { value } = await answer.next();
      await answer.return();
      if (value === undefined) throw new Error('No token fits the format.');
      return { ids: Int32Array.of(value), logits: new Float32Array(1) };
    },
  };
}

function toOptions(state: object, draw: Draw): Parameters<LlamaSequence['evaluate']>[1] {
  const { temperature, topK, topP, minP, seed, said } = draw;
  const options = {
    temperature,
    topK,
    topP,
    minP,
    seed,
    grammarEvaluationState: state,
    yieldEogToken: true,
  } as const;
  if (said.length === 0) return options;
  const repeatPenalty = {
    punishTokens: said,
    maxPunishTokens: said.length,
    penalty: draw.repetitionPenalty,
    frequencyPenalty: draw.frequencyPenalty,
    presencePenalty: draw.presencePenalty,
  };
  return { ...options, repeatPenalty };
}

async function createGrammar(llama: Llama, format: AnswerFormat): Promise<LlamaGrammar> {
  try {
    if (format.kind === 'json') return await llama.getGrammarFor('json');
    if (format.kind === 'grammar') return await llama.createGrammar({ grammar: format.grammar });
    const { grammar } = await llama.createGrammarForJsonSchema(format.schema);
    return await llama.createGrammar({ grammar: grammar.replace(emptyLines, '') });
  } catch (error) {
    const kind = format.kind === 'grammar' ? 'grammar' : 'schema';
    throw new FormatError(`The ${kind} cannot be followed: ${describe(error)}.`, { cause: error });
  }
}

// The library ends JSON with empty lines, after which it stops by itself; here the end of text comes instead.
const emptyLines = String.raw` "\n\n\n\n" [\n]*`;

function describe(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
}
