import type { Encoder } from '../../core/dialect.ts';
import type { FinishReason, GenerationEvent, GenerationResult, Usage } from '../../core/generation.ts';
import { flatten } from '../flat-string.ts';
import type { Quote } from '../quote.ts';
import { doneEvent, keepAliveComment } from '../sse.ts';
import { langbaseErrorEvent } from './error.ts';
import { describeToolCall } from './messages.ts';

/** What an answer and all of its chunks share. */
export interface Shared {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  /** The model's name, without its provider. */
  readonly model: string;
  readonly fingerprint: string;
}

/** How chunks are written. */
export interface ChunkOptions extends Shared {
  readonly quote: Quote;
  /** What ends each event: two line ends, or three for the SDK's parser, which tells an event when the next bytes come. */
  readonly ending: string;
}

/** Speaks Langbase's chunks: OpenAI's, with the usage in the one that tells why the answer ended. */
export function createChunkEncoder(options: ChunkOptions): Encoder {
  const { quote, ending } = options;
  const shared = describeShared(options, 'chat.completion.chunk');
  const prefix = flatten(`data: ${JSON.stringify(shared).slice(0, -1)},"choices":[{"index":0,"delta":`);
  const content = flatten(`${prefix}{"content":`);
  const tail = flatten(`,"logprobs":null,"finish_reason":null}]}${ending}`);
  const contentTail = flatten(`}${tail}`);
  let begun = false;
  let reason: FinishReason = 'stop';

  // With the first piece, since what comes decides whether there is a content.
  function begin(first: string): string {
    begun = true;
    return `${prefix}{"role":"assistant","content":${first}}${tail}`;
  }

  function encodeEvent(event: GenerationEvent): string {
    switch (event.type) {
      case 'start':
        return '';
      case 'text-delta':
        return content + quote(event.text) + contentTail;
      case 'tool-call': {
        const { index, id, name } = event;
        const call = { index, ...describeToolCall({ id, name, arguments: '' }) };
        return `${prefix}${JSON.stringify({ tool_calls: [call] })}${tail}`;
      }
      case 'tool-arguments': {
        const call = { index: event.index, function: { arguments: event.text } };
        return `${prefix}${JSON.stringify({ tool_calls: [call] })}${tail}`;
      }
      case 'finish':
        // Told with the usage, once the turn is kept.
        reason = event.reason;
        return '';
      case 'end':
        return `${prefix}{},"logprobs":null,"finish_reason":"${wireReason(reason)}"}],"usage":${JSON.stringify(describeUsage(event.usage))}}${ending}`;
    }
  }

  function encode(event: GenerationEvent): string {
    const text = encodeEvent(event);
    if (begun || text === '') return text;
    return begin(event.type === 'tool-call' ? 'null' : '""') + text;
  }

  return { encode, fail: langbaseErrorEvent, end: doneEvent, keepAlive: keepAliveComment };
}

/** The whole answer as Langbase shows the model's own: a chat completion. */
export function describeCompletion(shared: Shared, { choices: [choice], usage }: GenerationResult) {
  const calls = choice?.toolCalls ?? [];
  const text = choice?.text ?? '';
  const { system_fingerprint: fingerprint, ...rest } = describeShared(shared, 'chat.completion');
  return {
    ...rest,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: calls.length > 0 && text === '' ? null : text,
          ...(calls.length === 0 ? {} : { tool_calls: calls.map(describeToolCall) }),
        },
        logprobs: null,
        finish_reason: wireReason(choice?.reason ?? 'stop'),
      },
    ],
    usage: describeUsage(usage),
    system_fingerprint: fingerprint,
  };
}

function describeShared({ id, created, model, fingerprint }: Shared, object: string) {
  return { id, object, created, model, system_fingerprint: fingerprint };
}

function wireReason(reason: FinishReason): string {
  return reason === 'tool-calls' ? 'tool_calls' : reason;
}

function describeUsage({ promptTokens, completionTokens }: Usage) {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
  };
}
