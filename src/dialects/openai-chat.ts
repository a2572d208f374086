import { hash, createRandom } from '../core/chance.ts';
import type { Clock } from '../core/clock.ts';
import type { Answer, Call, GenerationEndpoint } from '../core/dialect.ts';
import type { GenerationRequest } from '../core/generation.ts';
import type { Ids } from '../core/ids.ts';
import type { Models } from '../core/model.ts';
import { chatBody } from './openai-chat-body.ts';
import { createChunkEncoder, fingerprintOf } from './openai-chat-chunks.ts';
import { describeCompletion } from './openai-chat-completion.ts';
import { type ChatRequest, readChatRequest } from './openai-chat-request.ts';
import { chatCompletion, chatCompletionChunk } from './openai-chat-shapes.ts';
import { nameAnswer } from './name-answer.ts';
import { openaiHeaders } from './openai-headers.ts';
import { createObfuscation } from './openai-obfuscation.ts';
import { type RateLimiter, chatCost } from './openai-rate-limits.ts';
import { createQuote } from './quote.ts';
import { eventStreamHeaders } from './sse.ts';

/** What the OpenAI dialect is made with. */
export interface OpenaiOptions {
  readonly models: Models;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Whether unknown models and members are refused. */
  readonly strict: boolean;
  readonly limiter: RateLimiter;
}

/** `POST /v1/chat/completions` as OpenAI answers it, in a stream or whole. */
export function createChatEndpoint(options: OpenaiOptions): GenerationEndpoint {
  const obfuscate = createObfuscation();
  const quote = createQuote();

  function parse(call: Call): Answer {
    const asked = readChatRequest(call.json(), options);
    const limits = options.limiter(asked.card.id, chatCost(asked.messages));
    const { ids, timestamp } = nameAnswer(call, options);
    const shared = {
      id: `chatcmpl-${ids(29)}`,
      created: timestamp,
      model: asked.card.snapshot,
      serviceTier: asked.serviceTier,
      fingerprint: asked.card.reasoning ? null : fingerprintOf(asked.card.snapshot),
    };
    return {
      request: createRequest(asked),
      streamed: asked.stream,
      headers: (elapsed) => ({
        ...openaiHeaders(elapsed),
        ...limits,
        ...(asked.stream ? streamHeaders : jsonHeaders),
      }),
      encoder: () =>
        createChunkEncoder({
          ...shared,
          quote,
          reasoning: asked.card.reasoning,
          logprobs: asked.topLogprobs !== undefined,
          ...(asked.calls === undefined ? {} : { calls: asked.calls }),
          includeUsage: asked.includeUsage,
          obfuscate: asked.includeObfuscation ? obfuscate(seedOf(asked)) : undefined,
        }),
      body: (result) => describeCompletion(shared, asked, result),
    };
  }

  return {
    kind: 'generation',
    method: 'POST',
    path: '/v1/chat/completions',
    description: {
      summary: 'Answers a conversation, whole or as a stream of chunks.',
      tag: 'Chat',
      body: chatBody.meta({ examples: [example] }),
      result: chatCompletion,
      event: chatCompletionChunk,
    },
    parse,
  };
}

const example = {
  model: 'gpt-4o-mini',
  messages: [{ role: 'user', content: 'Tell me a joke!' }],
  stream: true,
};

const streamHeaders = { ...eventStreamHeaders, 'content-type': 'text/event-stream; charset=utf-8' };
const jsonHeaders = { 'content-type': 'application/json' };

function createRequest(asked: ChatRequest): GenerationRequest {
  const { model, messages, n, stop, seed, temperature, maxTokens, topLogprobs } = asked;
  const { tools, toolChoice, parallelToolCalls, format, sampling, serviceTier } = asked;
  const thinking = countThinking(asked);
  return {
    model,
    messages,
    choices: n,
    stop,
    seed,
    temperature,
    ...(maxTokens === undefined ? {} : { maxTokens }),
    ...(topLogprobs === undefined ? {} : { topLogprobs }),
    ...(thinking === 0 ? {} : { reasoningTokens: thinking }),
    ...(tools === undefined ? {} : { tools }),
    ...(toolChoice === undefined ? {} : { toolChoice }),
    ...(parallelToolCalls === undefined ? {} : { parallelToolCalls }),
    ...(format === undefined ? {} : { format }),
    ...(sampling === undefined ? {} : { sampling }),
    ...(serviceTier === 'default' ? {} : { priority: priorityOf[serviceTier] }),
  };
}

// Which of many that wait are made first.
const priorityOf = { priority: -10, flex: 10 } as const;

// Live counts are multiples of 64; how many of them an effort takes is ours.
const thinkingBlock = 64;
const blocksByEffort = { none: 0, minimal: 0, low: 1, medium: 3, high: 8, xhigh: 16, max: 32 } as const;

function countThinking({ card, reasoningEffort = 'medium', maxTokens, ...asked }: ChatRequest): number {
  if (!card.reasoning) return 0;
  const random = createRandom(asked.model, asked.seed, asked.messages.at(-1)?.content, 'thinking');
  const blocks = Math.round(blocksByEffort[reasoningEffort] * (0.5 + random()));
  return Math.min(blocks * thinkingBlock, maxTokens ?? Infinity);
}

function seedOf({ model, seed, messages }: ChatRequest): number {
  return hash(model, seed, messages.at(-1)?.content);
}
