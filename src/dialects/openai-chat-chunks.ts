import { hash } from '../core/chance.ts';
import type { ApiError } from '../core/api-error.ts';
import type { Encoder } from '../core/dialect.ts';
import type {
  FinishEvent,
  GenerationEvent,
  StartEvent,
  TextDeltaEvent,
  TokenLogprob,
  Usage,
} from '../core/generation.ts';
import { flatten } from './flat-string.ts';
import { type CallStyle, describeFinish, withCalls } from './openai-chat-calls.ts';
import { openaiErrorBody } from './openai-error.ts';
import type { Obfuscator } from './openai-obfuscation.ts';
import type { Quote } from './quote.ts';
import { doneEvent, keepAliveComment } from './sse.ts';

/** What all chunks of one streamed answer share. */
export interface ChunkOptions {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  /** The snapshot that answers. */
  readonly model: string;
  readonly serviceTier: string;
  readonly fingerprint: string | null;
  /** Reasoning models have no `logprobs` key. */
  readonly reasoning: boolean;
  readonly logprobs: boolean;
  /** How calls of tools are told; absent where there can be none. */
  readonly calls?: CallStyle;
  readonly includeUsage: boolean;
  /** Pads each chunk; undefined where the client wants none. */
  readonly obfuscate: Obfuscator | undefined;
  readonly quote: Quote;
}

/** Speaks `chat.completion.chunk` events, in the key order of live captures (February 2026). */
export function createChunkEncoder(options: ChunkOptions): Encoder {
  const { quote, reasoning } = options;
  const prefix = createPrefix(options);
  const usageNull = options.includeUsage ? ',"usage":null' : '';
  const close = createClose(options);
  // One prefix a choice, one suffix a stream, both flat: a rope of parts would be copied part by part at each write.
  const heads: string[] = [];
  const nothing = reasoning ? '' : ',"logprobs":null';
  const tail = flatten(`}${nothing},"finish_reason":null}]${usageNull}`);

  function headOf(choice: number): string {
    return (heads[choice] ??= flatten(`${prefix}"choices":[{"index":${choice},"delta":{"content":`));
  }

  function encodeDelta(event: TextDeltaEvent): string {
    const head = headOf(event.choice);
    if (event.logprobs === undefined) return close(head + quote(event.text) + tail);
    const logprobs = JSON.stringify(describeLogprobs(event.logprobs));
    return close(`${head}${quote(event.text)}},"logprobs":${logprobs},"finish_reason":null}]${usageNull}`);
  }

  function encodeStart(event: StartEvent): string {
    let text = '';
    for (let choice = 0; choice < event.choices; choice += 1) text += openText(choice);
    return text;
  }

  function openText(choice: number): string {
    const logprobs = options.logprobs ? ',"logprobs":{"content":[],"refusal":null}' : nothing;
    return writeDelta(choice, '{"role":"assistant","content":"","refusal":null}', logprobs);
  }

  function writeDelta(choice: number, delta: string, logprobs = nothing): string {
    return close(
      `${prefix}"choices":[{"index":${choice},"delta":${delta}${logprobs},"finish_reason":null}]${usageNull}`,
    );
  }

  function encodeFinish({ choice, reason }: FinishEvent): string {
    const finish = describeFinish(reason, options.calls);
    return close(
      `${prefix}"choices":[{"index":${choice},"delta":{}${nothing},"finish_reason":"${finish}"}]${usageNull}`,
    );
  }

  function encode(event: GenerationEvent): string {
    switch (event.type) {
      case 'text-delta':
        return encodeDelta(event);
      case 'start':
        return encodeStart(event);
      case 'finish':
        return encodeFinish(event);
      case 'tool-call':
      case 'tool-arguments':
        return '';
      case 'end':
        if (!options.includeUsage) return '';
        return close(`${prefix}"choices":[],"usage":${JSON.stringify(describeUsage(event.usage))}`);
    }
  }

  const encoder: Encoder = { encode, fail, end: doneEvent, keepAlive: keepAliveComment };
  if (options.calls === undefined) return encoder;
  return withCalls(encoder, { style: options.calls, quote, openText, writeDelta });
}

function fail(error: ApiError): string {
  return `data: ${JSON.stringify(openaiErrorBody(error))}\n\n`;
}

function createPrefix({ id, created, model, serviceTier, fingerprint }: ChunkOptions): string {
  const shared = {
    id,
    object: 'chat.completion.chunk',
    created,
    model,
    service_tier: serviceTier,
    system_fingerprint: fingerprint,
  };
  return `data: ${JSON.stringify(shared).slice(0, -1)},`;
}

// Ends a chunk, padded by the length of its JSON where the client did not decline.
function createClose({ obfuscate }: ChunkOptions): (chunk: string) => string {
  if (obfuscate === undefined) return (chunk) => `${chunk}}\n\n`;
  const opening = 'data: '.length;
  return (chunk) => chunk + obfuscate(chunk.length - opening + 1);
}

/** Usage as chat completions tell it. */
export function describeUsage({ promptTokens, completionTokens, reasoningTokens }: Usage) {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
    prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: {
      reasoning_tokens: reasoningTokens,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
}

/** Log probabilities as chat completions tell them, one entry a token. */
export function describeLogprobs(logprobs: readonly TokenLogprob[]) {
  const content = logprobs.map(({ token, logprob, bytes, alternatives }) => ({
    token,
    logprob,
    bytes,
    top_logprobs: alternatives,
  }));
  return { content, refusal: null };
}

/** The fingerprint of the system that serves a model: the same for as long as the model is. */
export function fingerprintOf(model: string): string {
  const digits =
    hash(model, 'high').toString(16).padStart(8, '0') + hash(model).toString(16).padStart(8, '0');
  return `fp_${digits.slice(0, 10)}`;
}
