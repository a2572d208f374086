import { hash } from '../core/chance.ts';
import type { Engine } from '../core/engine.ts';
import type {
  EndEvent,
  Generate,
  GenerationEvent,
  GenerationRequest,
  StartEvent,
} from '../core/generation.ts';
import type { ModelCard, Models } from '../core/model.ts';
import type { Pacer } from '../core/pacer.ts';
import { contextLengthExceeded } from '../core/refusals.ts';
import { createChoice } from './choice.ts';
import { createOwnChoice } from './own-choice.ts';
import type { Encoding, Encodings } from './encodings.ts';
import type { PieceCutter } from './pieces.ts';
import { countPromptTokens } from './prompt-tokens.ts';
import { tell } from './tell.ts';
import type { Teller } from './teller.ts';
import { countOfferTokens } from './tool-tokens.ts';

/** What answers a model: where its text comes from, and when each piece is due. */
export interface Source {
  readonly engine: Engine;
  readonly pacer: Pacer;
}

/** What a generation is made with. */
export interface RunEngineOptions {
  readonly models: Models;
  readonly encodings: Encodings;
  readonly cutter: PieceCutter;
  /** The server's seed. */
  readonly seed: number;
  choose(request: GenerationRequest): Source;
}

// Events a batch: enough to make a batch cheap, few enough to keep thousands of paced streams small.
const instantBatch = 256;
const pacedBatch = 16;

/** A Generate that asks an engine for text, cuts it into tokens and gives each piece its moment. */
export function runEngine(options: RunEngineOptions): Generate {
  return (request, signal) => generate(options, request, signal);
}

async function* generate(
  options: RunEngineOptions,
  request: GenerationRequest,
  signal: AbortSignal,
): AsyncGenerator<readonly GenerationEvent[]> {
  const card = options.models.resolve(request.model);
  const encoding = await options.encodings(card.encoding);
  const { engine, pacer } = options.choose(request);
  const prepared = await engine.prepare?.(request, signal);
  const promptTokens = prepared?.promptTokens ?? countPrompt(request, card, encoding);
  const thinking = request.reasoningTokens ?? 0;
  const budget = (prepared?.maxTokens ?? countRoom(request, card, promptTokens)) - thinking;
  const { cutter } = options;
  const print = fingerprint(request);
  const tellers = Array.from({ length: request.choices }, (_, index): Teller => {
    const seed = hash(options.seed, print, index);
    const parts = { request, index, seed, budget, cut: engine.cut, pacer, encoding, cutter };
    const choice = prepared === undefined ? createChoice(parts) : createOwnChoice(parts);
    return { choice, texts: engine.text({ request, choice: index, seed, maxTokens: budget }, signal) };
  });
  const start: StartEvent = { type: 'start', due: 0, choices: request.choices, promptTokens };
  const size = pacer.instant ? instantBatch : pacedBatch;
  let last = 0;
  const batches = tell({ first: start, tellers, size, signal });
  try {
    for await (const batch of batches) {
      if (signal.aborted) return;
      last = Math.max(last, batch.at(-1)?.due ?? 0);
      yield batch;
    }
  } catch (error) {
    // An engine may end by throwing when it hears the signal: nobody waits for its answer any more.
    if (signal.aborted) return;
    throw error;
  }
  if (signal.aborted) return;
  yield [endEvent(tellers, promptTokens, thinking, last)];
}

function endEvent(tellers: readonly Teller[], promptTokens: number, thinking: number, due: number): EndEvent {
  const said = tellers.reduce((total, { choice }) => total + choice.tokens(), 0);
  const reasoningTokens = thinking * tellers.length;
  return {
    type: 'end',
    due,
    usage: { promptTokens, completionTokens: said + reasoningTokens, reasoningTokens },
  };
}

// What asks for more than any model holds is bounded by its text alone: a stream of words.
function countRoom({ maxTokens }: GenerationRequest, card: ModelCard, promptTokens: number): number {
  const room = Math.min(card.maxOutput, card.contextLength - promptTokens);
  if (maxTokens === undefined) return room;
  return maxTokens > card.contextLength ? maxTokens : Math.min(maxTokens, room);
}

function countPrompt(request: GenerationRequest, card: ModelCard, encoding: Encoding): number {
  const limit = card.contextLength;
  const said = countPromptTokens(request.messages, encoding, limit);
  const count = said > limit ? said : said + countOfferTokens(request, encoding, limit - said);
  if (count <= limit) return count;
  throw contextLengthExceeded(limit, count);
}

// What two requests must share to be told the same text: the budget and the stops only cut it.
function fingerprint(request: GenerationRequest): number {
  const { model, seed, temperature, messages, tools, toolChoice, parallelToolCalls, format } = request;
  const said = messages.flatMap(({ role, name, content, toolCalls, toolCallId }) => {
    if (toolCalls === undefined && toolCallId === undefined) return [role, name, content];
    return [role, name, content, JSON.stringify(toolCalls), toolCallId];
  });
  if (tools === undefined && format === undefined) return hash(model, seed, temperature, ...said);
  const offer = JSON.stringify([tools, toolChoice, parallelToolCalls, format]);
  return hash(model, seed, temperature, offer, ...said);
}
