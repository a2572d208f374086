import type { ApiError } from '../core/api-error.ts';
import type { Encoder } from '../core/dialect.ts';
import type { GenerationEvent } from '../core/generation.ts';
import { fastapiErrorBody } from './fastapi-error.ts';
import { describeCompletionUsage, describeReason } from './openai-completions-chunks.ts';
import { keepAliveComment } from './sse.ts';

/** What a streamed completion tells. */
export interface CompletionFormatOptions {
  /** Whether the question comes first. */
  readonly includePrompt: boolean;
  /** The number of the last event that the client has: what follows it is told; -1 where it has none. */
  readonly after: number;
}

/** The id of a stream's last event: who has it needs nothing more. */
export const lastEventId = 'done';

/** Events of text, each with its number, so that an EventSource that was cut off can go on. */
export function createEventEncoder({ includePrompt, after }: CompletionFormatOptions): Encoder {
  let index = -1;
  let returned = false;
  const tell = (text: string): string => {
    index += 1;
    // A line end of two characters may come in two pieces; it stays one.
    const rest = returned && text.startsWith('\n') ? text.slice(1) : text;
    returned = text.endsWith('\r');
    return index > after ? `id: ${index}\n${toData(rest)}\n` : '';
  };
  return {
    encode: (event) => textsOf(event, includePrompt).map(tell).join(''),
    fail: (error) => `event: error\n${toData(JSON.stringify(fastapiErrorBody(error)))}\n`,
    end: `id: ${lastEventId}\nevent: done\ndata: [DONE]\n\n`,
    keepAlive: keepAliveComment,
  };
}

// A line end of any kind begins a field of its own; the reader puts them together again.
function toData(text: string): string {
  return text
    .split(/\r\n|[\r\n]/)
    .map((line) => `data: ${line}\n`)
    .join('');
}

/** The text and nothing else; where it breaks off, a line says why. */
export function createRawEncoder({ includePrompt }: CompletionFormatOptions): Encoder {
  return {
    encode: (event) => textsOf(event, includePrompt).join(''),
    fail: (error) => `\n[error] ${error.message}\n`,
    end: '',
    keepAlive: '',
  };
}

/** A line of JSON a piece, and a last one that says how it ended. */
export function createLineEncoder({ includePrompt }: CompletionFormatOptions): Encoder {
  let index = -1;
  let reason: 'stop' | 'length' = 'stop';
  const tell = (text: string): string => {
    index += 1;
    return toLine({ index, text });
  };
  return {
    encode(event) {
      if (event.type === 'finish') reason = describeReason(event.reason);
      if (event.type !== 'end') return textsOf(event, includePrompt).map(tell).join('');
      return toLine({ finish_reason: reason, usage: describeCompletionUsage(event.usage) });
    },
    fail: (error: ApiError) => toLine(fastapiErrorBody(error)),
    end: '',
    keepAlive: '',
  };
}

function toLine(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

function textsOf(event: GenerationEvent, includePrompt: boolean): readonly string[] {
  if (event.type === 'text-delta') return event.text === '' ? [] : [event.text];
  return event.type === 'start' && includePrompt ? (event.prompts ?? []) : [];
}
