import { z } from 'zod';
import { ApiError } from '../core/api-error.ts';
import type { Clock } from '../core/clock.ts';
import type {
  Answer,
  Call,
  Dialect,
  Encoder,
  EndpointDescription,
  ErrorAnswer,
  Headers,
} from '../core/dialect.ts';
import type { GenerationRequest } from '../core/generation.ts';
import type { Ids } from '../core/ids.ts';
import type { Models } from '../core/model.ts';
import {
  type CompletionFormatOptions,
  createEventEncoder,
  createLineEncoder,
  createRawEncoder,
  lastEventId,
} from './completion-formats.ts';
import { type CompletionQuery, completionQuery, readCompletion } from './completion-query.ts';
import { fastapiError } from './fastapi-error.ts';
import { createCompletionChunkEncoder } from './openai-completions-chunks.ts';
import { readSampling } from './openai-sampling.ts';
import { nameAnswer } from './name-answer.ts';
import { createQuote } from './quote.ts';
import { eventStreamHeaders } from './sse.ts';

/** What the completion dialect is made with. */
export interface CompletionOptions {
  readonly models: Models;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The model of calls that name none. */
  readonly model: string;
  /** Most tokens of a text where a call does not say. */
  readonly maxNewTokens: number;
}

type Format = CompletionQuery['format'] & {};

/** The dialect of a service that goes on with the text of its path, piece by piece: `GET /completion/{question}`. */
export function createCompletion(options: CompletionOptions): Dialect {
  const quote = createQuote();

  function parse(call: Call): Answer {
    const { question, query } = readCompletion(call);
    const { format = 'sse', include_prompt: includePrompt = false } = query;
    const after = format === 'sse' ? readAfter(call) : -1;
    const request = createRequest(question, query, options);
    const { ids, timestamp: created } = nameAnswer(call, options);
    const id = format === 'openai' ? `cmpl-${ids(29)}` : '';
    return {
      // What only wants to see the head does not wait for a text.
      request: call.method === 'HEAD' ? { ...request, maxTokens: 1, pace: { instant: true } } : request,
      streamed: true,
      headers: () => headersOf[format],
      encoder: () => createEncoder(format, request, { includePrompt, after, id, created }),
      body: ({ choices }) => choices[0]?.text ?? '',
    };
  }

  function createEncoder(
    format: Format,
    request: GenerationRequest,
    told: CompletionFormatOptions & { readonly id: string; readonly created: number },
  ): Encoder {
    switch (format) {
      case 'sse':
        return createEventEncoder(told);
      case 'raw':
        return createRawEncoder(told);
      case 'ndjson':
        return createLineEncoder(told);
      case 'openai':
        return createCompletionChunkEncoder({
          id: told.id,
          created: told.created,
          model: options.models.resolve(request.model).snapshot,
          includeUsage: false,
          echo: told.includePrompt,
          choices: 1,
          lastToken: request.stop.length === 0 ? (request.maxTokens ?? Infinity) : Infinity,
          quote,
        });
    }
  }

  return {
    name: 'completion',
    prefixes: ['/completion'],
    endpoints: [
      {
        kind: 'generation',
        method: 'GET',
        path: '/completion/*',
        description,
        parse,
      },
    ],
    error: tellError,
  };
}

const description: EndpointDescription = {
  summary: 'Goes on with the text of the path, as a stream.',
  tag: 'Completion',
  query: completionQuery,
  event: z.string().describe('A piece of the text.'),
};

const plain = { ...eventStreamHeaders, 'x-content-type-options': 'nosniff' };

const headersOf: Readonly<Record<Format, Headers>> = {
  sse: { ...eventStreamHeaders, 'content-type': 'text/event-stream; charset=utf-8' },
  openai: { ...eventStreamHeaders, 'content-type': 'text/event-stream; charset=utf-8' },
  // Browsers look for markup in plain text, unless they are told not to.
  raw: { ...plain, 'content-type': 'text/plain; charset=utf-8' },
  ndjson: { ...plain, 'content-type': 'application/x-ndjson' },
};

// An EventSource that was cut off says what it has; one that has all comes back too, and only this answer keeps it away.
function readAfter(call: Call): number {
  const id = String(call.headers['last-event-id'] ?? '');
  if (id === lastEventId) throw new ApiError(204, 'stream_over', 'The stream is over.');
  return /^\d{1,9}$/.test(id) ? Number(id) : -1;
}

function tellError(error: ApiError): ErrorAnswer {
  return error.status === 204 ? { status: 204, headers: {}, body: '' } : fastapiError(error);
}

function createRequest(
  question: string,
  query: CompletionQuery,
  options: CompletionOptions,
): GenerationRequest {
  return {
    model: query.model ?? options.model,
    messages: [],
    prompts: [question],
    choices: 1,
    maxTokens: query.max_new_tokens ?? options.maxNewTokens,
    stop: query.stop ?? [],
    seed: query.seed ?? null,
    temperature: query.temperature ?? null,
    ...readSampling(query),
  };
}
