import type { Engine } from '../core/engine.ts';
import type { GenerationRequest } from '../core/generation.ts';
import type { ModelCard } from '../core/model.ts';
import { contextLengthExceeded, promptTooLong } from '../core/refusals.ts';
import type { Encoding } from './encodings.ts';
import { type PlainPrompt, readPrompt } from './plain-prompts.ts';
import { countPromptTokens } from './prompt-tokens.ts';
import { countOfferTokens } from './tool-tokens.ts';

/** What an engine is asked, and how much it may say to each choice of it. */
export interface Plan {
  /** The request with the one prompt that this plan is for. */
  readonly request: GenerationRequest;
  readonly promptTokens: number;
  /** Most tokens of a choice, without those of its thinking. */
  readonly budget: number;
  /** Whether the engine cuts and counts its own pieces. */
  readonly own: boolean;
}

/** What plans are made with. */
export interface PlanOptions {
  readonly engine: Engine;
  readonly card: ModelCard;
  readonly encoding: Encoding;
  readonly signal: AbortSignal;
}

/** One plan for a conversation, or one for each of the prompts; rejects with an ApiError where one cannot be answered. */
export async function makePlans(request: GenerationRequest, options: PlanOptions): Promise<readonly Plan[]> {
  const { prompt: only, prompts, ...rest } = request;
  if (prompts === undefined) {
    const plain = only === undefined ? undefined : readPrompt(only, options);
    return [await makePlan(request, options, plain)];
  }
  const parting = new AbortController();
  const signal = AbortSignal.any([options.signal, parting.signal]);
  try {
    return await Promise.all(
      prompts.map(async (prompt) => {
        const read = readPrompt(prompt, options);
        const messages = [{ role: 'user', content: read.text }] as const;
        return makePlan({ ...rest, prompt: read.text, messages }, { ...options, signal }, read);
      }),
    );
  } catch (error) {
    // What is held ready for the other prompts is let go: nobody comes for it.
    parting.abort(error);
    throw error;
  }
}

async function makePlan(
  request: GenerationRequest,
  { engine, card, encoding, signal }: PlanOptions,
  prompt?: PlainPrompt,
): Promise<Plan> {
  const prepared = await engine.prepare?.(request, signal);
  const thinking = request.reasoningTokens ?? 0;
  if (prepared !== undefined) {
    const { promptTokens, maxTokens } = prepared;
    // Thinking is told and not computed: it takes of what was asked for, and nothing of the model's room.
    const budget = Math.min(maxTokens, (request.maxTokens ?? Infinity) - thinking);
    return { request, promptTokens, budget, own: true };
  }
  const promptTokens =
    prompt === undefined ? countPrompt(request, card, encoding) : checkPrompt(prompt.count(), request, card);
  return { request, promptTokens, budget: countRoom(request, card, promptTokens) - thinking, own: false };
}

function checkPrompt(tokens: number, request: GenerationRequest, card: ModelCard): number {
  const { maxTokens = 0 } = request;
  if (tokens + maxTokens > card.contextLength) throw promptTooLong(card.contextLength, tokens, maxTokens);
  return tokens;
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
