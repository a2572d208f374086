import { readGgufFacts } from '../../weights/gguf-facts.ts';
import type { Backend, SlotStep, TemplateMessage, TopLogits } from './backend.ts';
import { type LlamaFormats, createLlamaFormats } from './llama-formats.ts';
import type {
  Llama,
  LlamaContext,
  LlamaLibrary,
  LlamaModel,
  LlamaNext,
  LlamaSequence,
} from './llama-library.ts';
import { createBytesOf } from './vocabulary-bytes.ts';

/** Which model is loaded, and how. */
export interface LlamaOptions {
  /** A GGUF file. */
  readonly path: string;
  readonly slots: number;
  readonly threads: number;
  readonly gpu: 'auto' | 'off';
  readonly contextLength?: number | undefined;
  /** Most tokens of prompts in one step, so that a step is one batch. */
  readonly prefillBudget: number;
  /** Gives up speed for numbers that depend less on how much is computed at a time. */
  readonly deterministic: boolean;
}

/** A GGUF model, computed by llama.cpp. */
export async function createLlamaBackend(library: LlamaLibrary, options: LlamaOptions): Promise<Backend> {
  // Refuses a file that is broken before code gets it that would end the process.
  const { quantisation } = await readGgufFacts(options.path);
  const { llama, model, context, contextLength } = await load(library, options);
  const sequences = Array.from({ length: options.slots }, () => context.getSequence());
  const formats = createLlamaFormats(library, llama, model);
  const { general, tokenizer } = model.fileInfo.metadata;
  const hasChatTemplate = typeof tokenizer.chat_template === 'string';
  const vocabularySize = tokenizer.ggml.tokens.length;
  return {
    slots: options.slots,
    facts: {
      name: general?.name ?? model.filename ?? 'gguf',
      architecture: general?.architecture ?? 'unknown',
      contextLength,
      vocabularySize,
      precision: quantisation,
      device: llama.gpu === false ? 'cpu' : llama.gpu,
      hasChatTemplate,
    },
    ...findBeginning(model),
    formats,
    tokenize: (text) => model.tokenize(text, false),
    bytesOf: createBytesOf(model),
    endsText: (token) => model.isEogToken(token),
    applyTemplate: (messages) => applyTemplate(library, model, messages),
    step: (steps) => stepAll(steps, { sequences, formats, vocabularySize }),
    async rewind(slot, keep) {
      const sequence = pick(sequences, slot);
      if (keep === 0) formats.release(slot);
      const { nextTokenIndex } = sequence;
      if (keep === 0) await sequence.clearHistory();
      else if (keep < nextTokenIndex)
        await sequence.eraseContextTokenRanges([{ start: keep, end: nextTokenIndex }]);
    },
    async close() {
      await context.dispose();
      await model.dispose();
      await llama.dispose();
    },
  };
}

async function load(
  library: LlamaLibrary,
  options: LlamaOptions,
): Promise<{ llama: Llama; model: LlamaModel; context: LlamaContext; contextLength: number }> {
  const { slots, threads, deterministic } = options;
  const llama = await library.getLlama({
    gpu: options.gpu === 'off' ? false : 'auto',
    build: 'never',
    skipDownload: true,
    progressLogs: false,
    logLevel: 'error',
    maxThreads: threads,
  });
  const flashAttention = !deterministic;
  const model = await llama.loadModel({
    modelPath: options.path,
    defaultContextFlashAttention: flashAttention,
  });
  // A context beyond the positions that the model has learnt ends the process.
  const contextLength = Math.min(options.contextLength ?? Infinity, model.trainContextSize);
  const context = await model.createContext({
    sequences: slots,
    contextSize: contextLength,
    batchSize: Math.max(512, options.prefillBudget + slots),
    threads,
    flashAttention,
  });
  return { llama, model, context, contextLength };
}

function findBeginning({ tokens }: LlamaModel): Pick<Backend, 'beginning'> {
  const token = tokens.bos ?? tokens.eos;
  return token === null ? {} : { beginning: { token, always: tokens.shouldPrependBosToken } };
}

interface Parts {
  readonly sequences: readonly LlamaSequence[];
  readonly formats: LlamaFormats;
  readonly vocabularySize: number;
}

// All of them are asked in one go and in the order of their slots, which makes one batch of them.
async function stepAll(steps: readonly SlotStep[], parts: Parts): Promise<(TopLogits | undefined)[]> {
  const results = await Promise.allSettled(steps.map((step) => stepOne(step, parts)));
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

async function stepOne(step: SlotStep, parts: Parts): Promise<TopLogits | undefined> {
  const { slot, tokens, top, normalise, draw } = step;
  const sequence = pick(parts.sequences, slot);
  if (draw !== undefined) return parts.formats.draw(slot, sequence, tokens, draw);
  if (top === 0) {
    await sequence.controlledEvaluate(tokens);
    return undefined;
  }
  const last = tokens.at(-1) ?? 0;
  const next = normalise ? weighAll(top) : takeTop(top, parts.vocabularySize);
  const results = await sequence.controlledEvaluate([...tokens.slice(0, -1), [last, next]]);
  const { logits, totalLogitWeight } = results.at(-1)?.next ?? {};
  if (logits === undefined) throw new Error('The model gave no logits.');
  return toTopLogits(logits, totalLogitWeight);
}

// The sampler's own top-k gives raw logits of so many tokens in a third of the time that all of them take.
function takeTop(top: number, vocabularySize: number): LlamaNext {
  const topK = top >= vocabularySize ? 0 : top;
  return { generateNext: { logits: true, options: { temperature: 1, topK, topP: 1, minP: 0, seed: 1 } } };
}

function weighAll(top: number): LlamaNext {
  const logits = { filter: { tokens: [], includeTop: top } };
  return { generateNext: { logits, totalLogitWeight: true, options: { temperature: 0 } } };
}

function toTopLogits(logits: ReadonlyMap<number, number>, weight: number | undefined): TopLogits {
  const top = { ids: Int32Array.from(logits.keys()), logits: Float32Array.from(logits.values()) };
  if (weight === undefined) return top;
  return { ...top, logSumExp: (top.logits[0] ?? 0) + Math.log(weight) };
}

function applyTemplate(
  library: LlamaLibrary,
  model: LlamaModel,
  messages: readonly TemplateMessage[],
): readonly number[] {
  const chatHistory = messages.map(({ role, content }) =>
    role === 'assistant' ? { type: 'model', response: [content] } : { type: role, text: content },
  );
  const open = { type: 'model', response: [] };
  const { contextText } = library
    .resolveChatWrapper(model)
    .generateContextState({ chatHistory: [...chatHistory, open] });
  return contextText.tokenize(model.tokenizer);
}

function pick(sequences: readonly LlamaSequence[], slot: number): LlamaSequence {
  const sequence = sequences[slot];
  if (sequence === undefined) throw new RangeError(`There is no slot ${slot}.`);
  return sequence;
}
