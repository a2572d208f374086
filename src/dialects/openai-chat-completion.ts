import type { GenerationResult, ResultChoice } from '../core/generation.ts';
import { describeCalls, describeFinish } from './openai-chat-calls.ts';
import { describeLogprobs, describeUsage } from './openai-chat-chunks.ts';
import type { ChatRequest } from './openai-chat-request.ts';

/** What a completion and all chunks of a stream share. */
export interface SharedFields {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  /** The snapshot that answers. */
  readonly model: string;
  readonly serviceTier: string;
  readonly fingerprint: string | null;
}

/** A whole `chat.completion`, in the key order of live captures. */
export function describeCompletion(
  { id, created, model, serviceTier, fingerprint }: SharedFields,
  asked: ChatRequest,
  { choices, usage }: GenerationResult,
) {
  return {
    id,
    object: 'chat.completion',
    created,
    model,
    choices: choices.map((choice, index) => describeChoice(choice, index, asked)),
    usage: describeUsage(usage),
    service_tier: serviceTier,
    system_fingerprint: fingerprint,
  };
}

function describeChoice(
  { text, reason, toolCalls, logprobs }: ResultChoice,
  index: number,
  { card, calls }: ChatRequest,
) {
  return {
    index,
    message: {
      role: 'assistant',
      content: text === '' && toolCalls !== undefined ? null : text,
      ...describeCalls(toolCalls, calls),
      refusal: null,
      annotations: [],
    },
    ...(card.reasoning ? {} : { logprobs: logprobs === undefined ? null : describeLogprobs(logprobs) }),
    finish_reason: describeFinish(reason, calls),
  };
}
