import { ApiError } from '../core/api-error.ts';
import type { SamplingOptions } from '../core/generation.ts';
import type { Message } from '../core/message.ts';
import type { ModelCard, Models } from '../core/model.ts';
import { type ChatBody, chatBody } from './openai-chat-body.ts';
import { readConversation } from './openai-chat-conversation.ts';
import { checkCapabilities, checkMaxTokens } from './openai-chat-limits.ts';
import { type Offer, readOffer } from './openai-chat-offer.ts';
import { checkRelations, refuseUnsupported } from './openai-chat-rules.ts';
import { createFields, type Fields } from './openai-fields.ts';
import { clip, missing, toApiError, within, wrongType } from './openai-issues.ts';
import { readSampling } from './openai-sampling.ts';
import { isRecord } from './openai-schemas.ts';

/** What a chat completion asks for, validated; what the client left out or sent as null has its default, or is absent. */
export interface ChatRequest extends Offer {
  /** The model as the client named it. */
  readonly model: string;
  readonly card: ModelCard;
  readonly messages: readonly Message[];
  readonly stream: boolean;
  readonly includeUsage: boolean;
  readonly includeObfuscation: boolean;
  /** How many answers are asked for. */
  readonly n: number;
  readonly maxTokens?: number;
  readonly stop: readonly string[];
  readonly seed: number | null;
  readonly temperature: number | null;
  readonly sampling?: SamplingOptions;
  /** How many alternatives each token comes with; absent: no log probabilities. */
  readonly topLogprobs?: number;
  /** The tier that the answer names. */
  readonly serviceTier: ServiceTier;
  readonly reasoningEffort?: NonNullable<ChatBody['reasoning_effort']>;
}

/** The tiers that an answer can name. */
export type ServiceTier = 'default' | 'flex' | 'priority';

/** How a body is judged. */
export interface ChatRequestOptions {
  readonly models: Models;
  /** Whether unknown models and members are refused, as OpenAI does. */
  readonly strict: boolean;
}

const fields: Fields<ChatBody> = createFields(chatBody);

/** Understands the body of a chat completion, or throws an ApiError for its first fault in the order of OpenAI's checks. */
export function readChatRequest(body: unknown, { models, strict }: ChatRequestOptions): ChatRequest {
  const model = readPresence(body);
  checkModel(model, models, strict);
  fields.assert(body, strict);
  checkRelations(body);
  const card = models.resolve(model);
  const known = models.find(model);
  checkCapabilities(body, card);
  if (known !== undefined) checkMaxTokens(body, known);
  const messages = readConversation(body.messages);
  refuseUnsupported(body);
  return createRequest(body, card, messages);
}

function readPresence(body: unknown): string {
  if (!isRecord(body)) throw toApiError(wrongType('an object', body));
  const { model } = body;
  if (model === undefined || model === null || model === '') {
    throw new ApiError(400, null, 'you must provide a model parameter');
  }
  if (typeof model !== 'string') throw toApiError(within('model', wrongType('a string', model)));
  if (body.messages === undefined) throw toApiError(within('messages', missing()));
  return model;
}

// Models that write nothing are refused in any case; others that OpenAI serves elsewhere are served here too unless strict.
function checkModel(model: string, models: Models, strict: boolean): void {
  const card = models.find(model);
  if (card === undefined) {
    if (!strict) return;
    const sentence = `The model \`${clip(model)}\` does not exist or you do not have access to it.`;
    throw new ApiError(404, 'model_not_found', sentence);
  }
  const writes = card.kind === 'completion' || card.kind === 'response';
  if (card.kind === 'chat' || card.kind === 'local' || (writes && !strict)) return;
  const sentence =
    card.kind === 'response'
      ? 'This model is only supported in v1/responses and not in v1/chat/completions.'
      : 'This is not a chat model and thus not supported in the v1/chat/completions endpoint. Did you mean to use v1/completions?';
  throw new ApiError(404, null, sentence, { param: 'model' });
}

function createRequest(body: ChatBody, card: ModelCard, messages: readonly Message[]): ChatRequest {
  const maxTokens = body.max_completion_tokens ?? body.max_tokens ?? undefined;
  return {
    model: body.model,
    card,
    messages,
    stream: body.stream ?? false,
    includeUsage: body.stream_options?.include_usage ?? false,
    includeObfuscation: body.stream_options?.include_obfuscation ?? true,
    n: body.n ?? 1,
    stop: typeof body.stop === 'string' ? [body.stop] : (body.stop ?? []),
    seed: body.seed ?? null,
    temperature: body.temperature ?? null,
    serviceTier: resolveTier(body.service_tier),
    ...readSampling(body),
    ...readOffer(body),
    // A model that nobody knows has limits that nobody knows: it is held to its context only.
    ...(maxTokens === undefined ? undefined : { maxTokens: Math.min(maxTokens, card.contextLength) }),
    ...(body.logprobs === true ? { topLogprobs: body.top_logprobs ?? 0 } : undefined),
    ...(card.reasoning && body.reasoning_effort ? { reasoningEffort: body.reasoning_effort } : undefined),
  };
}

function resolveTier(tier: ChatBody['service_tier']): ServiceTier {
  if (tier === 'fast' || tier === 'priority') return 'priority';
  return tier === 'flex' ? 'flex' : 'default';
}
