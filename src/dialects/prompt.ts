import { z } from 'zod';
import { ApiError } from '../core/api-error.ts';
import type { Answer, Call, Dialect, Encoder, ErrorAnswer } from '../core/dialect.ts';
import type { GenerationEvent, GenerationResult } from '../core/generation.ts';
import { dataEvent, doneEvent, eventStreamHeaders, keepAliveComment } from './sse.ts';

const longestPrompt = 5000;
const fewestCharacters = 1378;
const noBody = 'No JSON body provided';

// The first issue is what the client hears, so the order of the keys is the order of the checks.
const promptBody = z.object(
  {
    prompt: z
      .string({
        error: (issue) => (issue.input == null ? 'Prompt cannot be empty' : 'Prompt must be a string'),
      })
      .trim()
      .min(1, 'Prompt cannot be empty')
      .refine(isShort, `Prompt exceeds maximum length of ${longestPrompt} chars`)
      .meta({ maxLength: longestPrompt }),
    stream: z.literal(true, 'stream parameter must be true'),
    model: z.string('model must be a string').max(256, 'model must have at most 256 chars').default('prompt'),
  },
  noBody,
);

const chunk = z.object({
  choices: z.tuple([z.object({ delta: z.object({ content: z.string() }) })]),
});

const encoder: Encoder = {
  encode,
  fail: (error) => encodeFailure(error.message, error.status),
  end: doneEvent,
  keepAlive: keepAliveComment,
};

/** The dialect of servers that take `{"prompt", "stream": true}` and answer in the least chunks that clients of OpenAI read. */
export function createPrompt(): Dialect {
  return {
    name: 'prompt',
    endpoints: [
      {
        kind: 'generation',
        method: 'POST',
        path: '/v1/chat/completions',
        description: {
          summary: 'Streams an answer to one prompt.',
          tag: 'Prompt',
          body: promptBody.meta({ examples: [{ prompt: 'Tell me a joke!', stream: true }] }),
          event: chunk,
        },
        claims,
        parse,
      },
    ],
    error: encodeError,
  };
}

function claims(call: Call): boolean {
  const body = readJson(call);
  if (typeof body !== 'object' || body === null || Object.hasOwn(body, 'messages')) return false;
  return 'prompt' in body && typeof body.prompt === 'string';
}

function parse(call: Call): Answer {
  const parsed = promptBody.safeParse(readJson(call));
  if (!parsed.success) throw new ApiError(400, 'invalid_request', parsed.error.issues[0]?.message ?? noBody);
  return {
    request: {
      model: parsed.data.model,
      messages: [{ role: 'user', content: parsed.data.prompt }],
      choices: 1,
      stop: [],
      seed: null,
      temperature: null,
      minCharacters: fewestCharacters,
    },
    streamed: true,
    headers: () => eventStreamHeaders,
    encoder: () => encoder,
    body: encodeBody,
  };
}

// The body as JSON, or nothing where there is none: this dialect makes no difference between the two.
function readJson(call: Call): unknown {
  try {
    return call.json();
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

// Characters, not UTF-16 units: an emoji is one.
function isShort(prompt: string): boolean {
  if (prompt.length <= longestPrompt) return true;
  return prompt.length <= 2 * longestPrompt && Array.from(prompt).length <= longestPrompt;
}

function encode(event: GenerationEvent): string {
  if (event.type !== 'text-delta') return '';
  return dataEvent(`{"choices": [{"delta": {"content": ${JSON.stringify(event.text)}}}]}`);
}

function encodeBody(result: GenerationResult): z.output<typeof chunk> {
  return { choices: [{ delta: { content: result.choices[0]?.text ?? '' } }] };
}

function encodeError(error: ApiError): ErrorAnswer {
  return {
    status: error.status,
    headers: { ...error.details.headers, 'content-type': 'text/event-stream' },
    body: encodeFailure(error.message, error.status),
  };
}

function encodeFailure(message: string, code: number): string {
  return dataEvent(`{"error": ${JSON.stringify(message)}, "code": ${code}}`);
}
