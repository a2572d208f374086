import type { Clock } from '../core/clock.ts';
import type { Answer, Call, GenerationEndpoint } from '../core/dialect.ts';
import type { GenerationRequest } from '../core/generation.ts';
import type { Ids } from '../core/ids.ts';
import type { Models } from '../core/model.ts';
import { completionBody } from './openai-completions-body.ts';
import { createCompletionChunkEncoder } from './openai-completions-chunks.ts';
import { type CompletionRequest, readCompletionRequest } from './openai-completions-request.ts';
import { describeTextCompletion } from './openai-completions-result.ts';
import { textCompletion, textCompletionChunk } from './openai-completions-shapes.ts';
import { nameAnswer } from './name-answer.ts';
import { openaiHeaders } from './openai-headers.ts';
import { type RateLimiter, promptCost } from './openai-rate-limits.ts';
import { isRecord } from './openai-schemas.ts';
import { createQuote } from './quote.ts';
import { eventStreamHeaders } from './sse.ts';

/** What text completions are made with. */
export interface CompletionsOptions {
  readonly models: Models;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Whether unknown models and members are refused. */
  readonly strict: boolean;
  readonly limiter: RateLimiter;
}

/** `POST /v1/completions` as OpenAI answers it, and the older path that names the model itself. */
export function createCompletionEndpoints(options: CompletionsOptions): readonly GenerationEndpoint[] {
  const quote = createQuote();

  function parse(call: Call): Answer {
    const asked = readCompletionRequest(readBody(call), options);
    const limits = options.limiter(asked.card.id, promptCost(asked.prompts));
    const { ids, timestamp } = nameAnswer(call, options);
    const shared = {
      id: `cmpl-${ids(29)}`,
      created: timestamp,
      model: asked.card.snapshot,
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
        createCompletionChunkEncoder({
          ...shared,
          quote,
          includeUsage: asked.includeUsage,
          echo: asked.echo,
          choices: asked.n,
          lastToken: asked.stop.length === 0 ? asked.maxTokens : Infinity,
        }),
      body: (result) => describeTextCompletion(shared, asked, result),
    };
  }

  const description = {
    tag: 'Completions',
    body: completionBody.meta({ examples: [example] }),
    result: textCompletion,
    event: textCompletionChunk,
  };
  return [
    {
      kind: 'generation',
      method: 'POST',
      path: '/v1/completions',
      description: { ...description, summary: 'Goes on with texts, whole or as a stream of chunks.' },
      parse,
    },
    {
      kind: 'generation',
      method: 'POST',
      path: '/v1/engines/:model/completions',
      description: { ...description, summary: 'The same under the path of earlier years.' },
      parse,
    },
  ];
}

const example = {
  model: 'gpt-3.5-turbo-instruct',
  prompt: 'Once upon a time',
  max_tokens: 32,
  stream: true,
};

const streamHeaders = { ...eventStreamHeaders, 'content-type': 'text/event-stream; charset=utf-8' };
const jsonHeaders = { 'content-type': 'application/json' };

function readBody(call: Call): unknown {
  const body = call.json();
  const model = call.parameters['model'];
  return model === undefined || !isRecord(body) ? body : { ...body, model };
}

function createRequest(asked: CompletionRequest): GenerationRequest {
  const { model, prompts, bestOf, n, maxTokens, stop, seed, temperature, sampling } = asked;
  // Which choices are the best ones, their log probabilities tell.
  const topLogprobs = asked.logprobs ?? (bestOf > n ? 0 : undefined);
  return {
    model,
    messages: [],
    prompts,
    choices: bestOf,
    maxTokens,
    stop,
    seed,
    temperature,
    ...(topLogprobs === undefined ? {} : { topLogprobs }),
    ...(sampling === undefined ? {} : { sampling }),
  };
}
