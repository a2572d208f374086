import type { ApiError } from '../core/api-error.ts';
import type { Encoder } from '../core/dialect.ts';
import type { FinishEvent, GenerationEvent, StartEvent, TextDeltaEvent, Usage } from '../core/generation.ts';
import { flatten } from './flat-string.ts';
import { type LogprobTeller, createLogprobTeller } from './openai-completions-logprobs.ts';
import { openaiErrorBody } from './openai-error.ts';
import type { Quote } from './quote.ts';
import { doneEvent, keepAliveComment } from './sse.ts';

/** What all chunks of one streamed text share. */
export interface CompletionChunkOptions {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  /** The snapshot that answers. */
  readonly model: string;
  readonly includeUsage: boolean;
  /** Whether the prompt comes first. */
  readonly echo: boolean;
  /** How many choices each prompt has. */
  readonly choices: number;
  /** The tokens with which a choice surely ends; Infinity where something else may end it there. */
  readonly lastToken: number;
  readonly quote: Quote;
}

/** Speaks `text_completion` chunks in the key order of live captures (February 2026), which have no padding. */
export function createCompletionChunkEncoder(options: CompletionChunkOptions): Encoder {
  const { id, created, model, quote, lastToken } = options;
  const shared = JSON.stringify({ id, object: 'text_completion', created }).slice(0, -1);
  const head = flatten(`data: ${shared},"choices":[{"text":`);
  const usageNull = options.includeUsage ? ',"usage":null' : '';
  const close = flatten(`}],"model":${JSON.stringify(model)}${usageNull}}\n\n`);
  const tails: string[] = [];
  const said: number[] = [];
  const tellers: LogprobTeller[] = [];
  let prompts: readonly string[] = [];

  function tailOf(choice: number): string {
    return (tails[choice] ??= flatten(`,"index":${choice},"logprobs":null,"finish_reason":null${close}`));
  }

  function promptOf(choice: number): string {
    return prompts[Math.floor(choice / options.choices)] ?? '';
  }

  function encodeStart(event: StartEvent): string {
    prompts = event.prompts ?? [];
    if (!options.echo) return '';
    let text = '';
    for (let choice = 0; choice < event.choices; choice += 1) {
      text += head + quote(promptOf(choice)) + tailOf(choice);
    }
    return text;
  }

  // The token that uses the budget up tells the end too, as live streams do.
  function encodeDelta(event: TextDeltaEvent): string {
    const { choice, logprobs } = event;
    const tokens = (said[choice] ?? 0) + event.tokens;
    said[choice] = tokens;
    if (logprobs === undefined && tokens < lastToken) return head + quote(event.text) + tailOf(choice);
    const told = logprobs === undefined ? 'null' : JSON.stringify(tellerOf(choice)(logprobs));
    const reason = tokens < lastToken ? 'null' : '"length"';
    return `${head}${quote(event.text)},"index":${choice},"logprobs":${told},"finish_reason":${reason}${close}`;
  }

  function tellerOf(choice: number): LogprobTeller {
    return (tellers[choice] ??= createLogprobTeller(promptOf(choice)));
  }

  function encodeFinish({ choice, reason }: FinishEvent): string {
    if ((said[choice] ?? 0) >= lastToken && lastToken > 0) return '';
    const finish = describeReason(reason);
    return `${head}"","index":${choice},"logprobs":null,"finish_reason":"${finish}"${close}`;
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
        return `data: ${shared},"model":${JSON.stringify(model)},"usage":${JSON.stringify(describeCompletionUsage(event.usage))},"choices":[]}\n\n`;
    }
  }

  return { encode, fail, end: doneEvent, keepAlive: keepAliveComment };
}

function fail(error: ApiError): string {
  return `data: ${JSON.stringify(openaiErrorBody(error))}\n\n`;
}

/** Usage as text completions tell it: without details. */
export function describeCompletionUsage({ promptTokens, completionTokens }: Usage) {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
  };
}

/** Why a text ended; it calls no tools. */
export function describeReason(reason: FinishEvent['reason']): 'stop' | 'length' {
  return reason === 'length' ? 'length' : 'stop';
}
