import { z } from 'zod';
import { ApiError, unsupported } from '../core/api-error.ts';
import { type Clock, createClock } from '../core/clock.ts';
import type { Engine, EngineCall, GeneratedPiece, Preparation } from '../core/engine.ts';
import type { GenerationRequest } from '../core/generation.ts';
import { contextLengthExceeded, engineFailed, promptTooLong } from '../core/refusals.ts';
import type { ModelFacts } from './gpt2/backend.ts';
import type { Counters } from './gpt2/counters.ts';
import { createTask, leaveOut, readBefore } from './gpt2/create-task.ts';
import { type Gate, type Reservation, createGate } from './gpt2/gate.ts';
import { type Link, createLink } from './gpt2/link.ts';
import { readOwnTurn } from './gpt2/own-turn.ts';
import { type Prompt, transcriptStop } from './gpt2/prompt.ts';
import type { PromptOrder } from './gpt2/protocol.ts';
import { type Sampling, readSampling } from './gpt2/sampling.ts';

const count = z.coerce.number().int().min(1);

/** What the gpt2 engine can be told. */
export const gpt2Options = z.object({
  model: z.string().min(1).describe('a GGUF file, or a folder with a model as Hugging Face has them'),
  gguf: z.string().min(1).optional().describe("a GGUF file to use in place of the folder's weights"),
  native: z
    .enum(['auto', 'off'])
    .default('auto')
    .describe('whether GGUF files are computed by llama.cpp where it is installed'),
  slots: count.max(256).default(8).describe('most answers that are computed side by side'),
  threads: count.max(1024).optional().describe('threads that compute (default: the cores but one)'),
  gpu: z.enum(['auto', 'off']).default('auto').describe('whether a GPU is used where there is one'),
  contextLength: count.optional().describe('most tokens of prompt and answer together'),
  queue: z.coerce.number().int().min(0).default(256).describe('most answers that wait for a slot'),
  prefillBudget: count
    .max(4096)
    .default(64)
    .describe(
      "tokens of prompts a step: more shorten the wait for the first token, and slow the others' next",
    ),
  deterministic: z
    .boolean()
    .default(false)
    .describe(
      'no flash attention: an answer depends less on what else is computed, and takes up to a quarter longer',
    ),
  truncate: z.boolean().default(false).describe('cut prompts that are too long from the left'),
});

/** The options of the gpt2 engine. */
export type Gpt2Options = z.output<typeof gpt2Options>;

/** An engine whose model computes, in a process of its own. */
export interface Gpt2Engine extends Engine {
  prepare(request: GenerationRequest, signal: AbortSignal): Promise<Preparation>;
  /** Loads the model, which the first request does otherwise. */
  warm(): Promise<ModelFacts>;
  counters(): Promise<Counters>;
  /** The id of the model's process, while it runs. */
  pid(): number | undefined;
  close(): Promise<void>;
}

/** What is known of a request that may begin. */
interface Ready extends Preparation {
  readonly prompt: Prompt;
  readonly sampling: Sampling;
  readonly vocabularySize: number;
  readonly places: Reservation;
}

interface Parts {
  readonly options: Gpt2Options;
  readonly link: Link;
  readonly gate: Gate;
  readonly ready: WeakMap<GenerationRequest, Ready>;
}

/** An engine that goes on with a text, or takes its turn in a conversation, by GPT-2 or any other model that GGUF holds. */
export function createGpt2(options: Gpt2Options, clock: Clock = createClock()): Gpt2Engine {
  const link = createLink(options, clock);
  const gate = createGate(options.slots + options.queue, clock);
  const parts: Parts = { options, link, gate, ready: new WeakMap() };
  return {
    name: 'gpt2',
    cut: { kind: 'token' },
    async prepare(request, signal) {
      const { promptTokens, maxTokens } = await prepare(parts, request, signal);
      return { promptTokens, maxTokens };
    },
    text: (call, signal) => say(parts, call, signal),
    warm: link.warm,
    counters: link.counters,
    pid: link.pid,
    close: link.close,
  };
}

async function prepare(parts: Parts, request: GenerationRequest, signal: AbortSignal): Promise<Ready> {
  const { link, gate, options } = parts;
  signal.throwIfAborted();
  checkLogprobs(request);
  checkTools(request);
  const sampling = readSampling(request);
  const { contextLength, vocabularySize } = await orAborted(link.warm(), signal);
  const prompt = await orAborted(link.prepare(orderPrompt(request, options)), signal);
  if ('message' in prompt) {
    if (prompt.param === undefined) throw engineFailed(prompt.message);
    throw new ApiError(400, 'invalid_value', prompt.message, { param: prompt.param });
  }
  const promptTokens = prompt.tokens.length;
  // Where it may be cut, it has been: at least one token of the answer has room.
  if (promptTokens >= contextLength) {
    if (request.prompt === undefined) throw contextLengthExceeded(contextLength, prompt.total);
    throw promptTooLong(contextLength, prompt.total, request.maxTokens ?? 1);
  }
  const maxTokens = Math.min(request.maxTokens ?? Infinity, contextLength - promptTokens);
  const places = gate.reserve(maxTokens < 1 ? 0 : request.choices);
  // Nobody comes for what has been left: the next request may have it at once.
  signal.addEventListener('abort', () => places.release(), { once: true });
  const ready = { promptTokens, maxTokens, prompt, sampling, vocabularySize, places };
  parts.ready.set(request, ready);
  return ready;
}

// What a format leaves of the model's distribution is not the model's any more.
function checkLogprobs({ topLogprobs, format }: GenerationRequest): void {
  if (topLogprobs === undefined || format === undefined) return;
  throw unsupported(
    'logprobs',
    'This engine tells no log probabilities of answers that are bound to a format.',
  );
}

// Tools that may be called are left alone, as any model may; one that must be is not to be waited for in vain.
function checkTools({ toolChoice = 'auto' }: GenerationRequest): void {
  if (toolChoice === 'auto' || toolChoice === 'none') return;
  throw unsupported('tool_choice', 'This engine calls no tools.');
}

function orderPrompt(request: GenerationRequest, { truncate }: Gpt2Options): PromptOrder {
  const { prompt, messages, maxTokens, format, recalled = 0 } = request;
  const source =
    prompt === undefined
      ? { messages: messages.map(({ role, content }) => ({ role, content })), recalled }
      : { text: prompt };
  return { source, format, cuts: truncate, room: maxTokens };
}

async function* say(
  parts: Parts,
  call: EngineCall,
  signal: AbortSignal,
): AsyncGenerator<GeneratedPiece, void, void> {
  if (signal.aborted) return;
  const { request, said = [] } = call;
  const ready = parts.ready.get(request) ?? (await prepareLate(parts, request, signal));
  if (ready === undefined) return;
  const maxTokens = call.maxTokens ?? ready.maxTokens;
  if (said.reduce((sum, { tokens }) => sum + tokens, 0) >= maxTokens) return;
  const before = readBefore(call, ready.vocabularySize);
  const leave = ready.places.take();
  try {
    const task = createTask(call, { ...ready, maxTokens, before: before ?? [] });
    const pieces = parts.link.generate(task, signal);
    const begun = before !== undefined && said.some(({ text }) => text !== '');
    const turn = ready.prompt.isTranscript ? readOwnTurn(pieces, { stop: transcriptStop, begun }) : pieces;
    yield* before === undefined ? leaveOut(turn, said.length) : turn;
  } finally {
    leave();
  }
}

// Nobody prepared it, and nobody need be told that it was left meanwhile.
async function prepareLate(
  parts: Parts,
  request: GenerationRequest,
  signal: AbortSignal,
): Promise<Ready | undefined> {
  try {
    return await prepare(parts, request, signal);
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

// What is waited for, or the signal's reason where that comes first.
async function orAborted<T>(awaited: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([awaited, promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
