import type { Clock } from '../../core/clock.ts';
import type { Answer, Call, Headers } from '../../core/dialect.ts';
import type { GenerationRequest } from '../../core/generation.ts';
import type { Ids } from '../../core/ids.ts';
import type { Models } from '../../core/model.ts';
import { fingerprintOf } from '../openai-chat-chunks.ts';
import { nameAnswer } from '../name-answer.ts';
import { createQuote } from '../quote.ts';
import { eventStreamHeaders } from '../sse.ts';
import { createChunkEncoder, describeCompletion } from './chunks.ts';

/** What answers are made with. */
export interface AnswerOptions {
  readonly models: Models;
  readonly clock: Clock;
  readonly ids: Ids;
  /** What ends each event of a stream. */
  readonly ending: string;
}

/** What is answered, and how. */
export interface AnswerPlan {
  readonly request: GenerationRequest;
  readonly streamed: boolean;
  readonly headers: Headers;
  /** What the whole answer's text is called: a pipe's completion, an agent's output. */
  readonly name: 'completion' | 'output';
}

const quote = createQuote();

/** The answer to a run of a pipe or of an agent. */
export function createAnswer(options: AnswerOptions, call: Call, plan: AnswerPlan): Answer {
  const { models, ending } = options;
  const { request } = plan;
  const naming = nameAnswer(call, options);
  const shared = {
    id: `chatcmpl-${naming.ids(29)}`,
    created: naming.timestamp,
    model: request.model,
    fingerprint: fingerprintOf(models.resolve(request.model).snapshot),
  };
  const headers: Headers = {
    ...(plan.streamed ? eventStreamHeaders : { 'content-type': 'application/json' }),
    'lb-request-id': call.id,
    // The SDK's workflows collect the traces of their steps by it.
    'lb-trace-id': call.id,
    ...plan.headers,
  };
  return {
    request,
    streamed: plan.streamed,
    headers: () => headers,
    encoder: () => createChunkEncoder({ ...shared, quote, ending }),
    body: (result) => ({
      [plan.name]: result.choices[0]?.text ?? '',
      raw: describeCompletion(shared, result),
    }),
  };
}
