import { z } from 'zod';
import type { ApiError } from '../core/api-error.ts';
import type { Answer, Dialect, Encoder, ErrorAnswer, Headers } from '../core/dialect.ts';
import type { GenerationEvent, GenerationRequest, GenerationResult } from '../core/generation.ts';
import { quoteAscii } from './python-json.ts';
import { dataEvent } from './sse.ts';

const chunk = z.object({
  choices: z.tuple([z.object({ delta: z.object({ content: z.string() }) })]),
});

const headers: Headers = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache',
  connection: 'close',
};

const request: GenerationRequest = {
  model: 'wordstream',
  messages: [],
  choices: 1,
  // The stream ends when its time or its repeats are over, not at the length of a model's usual answer.
  maxTokens: Number.MAX_SAFE_INTEGER,
  stop: [],
  seed: null,
  temperature: null,
};

const encoder: Encoder = { encode, fail: () => '', end: '', keepAlive: '' };

const answer: Answer = { request, streamed: true, headers: () => headers, encoder: () => encoder, body };

/** The dialect of a text streaming server: it reads no body, says one word an event and ends by closing the connection. */
export function createWordstream(): Dialect {
  return {
    name: 'wordstream',
    endpoints: [
      {
        kind: 'generation',
        method: 'POST',
        path: '/v1/chat/completions',
        description: { summary: 'Streams words, whatever the body says.', tag: 'Wordstream', event: chunk },
        // Every body would be this dialect's own, so it answers only where it is asked for by name.
        claims: () => false,
        parse: () => answer,
      },
    ],
    error: encodeError,
  };
}

function encode(event: GenerationEvent): string {
  if (event.type !== 'text-delta') return '';
  let events = '';
  for (const word of event.text.split(/\s+/)) {
    if (word !== '') events += dataEvent(`{"choices": [{"delta": {"content": ${quoteAscii(`${word} `)}}}]}`);
  }
  return events;
}

function body(result: GenerationResult): z.output<typeof chunk> {
  return { choices: [{ delta: { content: result.choices[0]?.text ?? '' } }] };
}

function encodeError(error: ApiError): ErrorAnswer {
  return {
    status: error.status,
    headers: { ...error.details.headers, 'content-type': 'application/json' },
    body: `{"error": ${quoteAscii(error.message)}}`,
  };
}
