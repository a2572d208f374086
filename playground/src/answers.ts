import type { SseEvent } from '../../src/client/sse-reader.ts';
import { at, listAt, parseJson, textAt } from './json.ts';
import type { Dialect } from './settings.ts';

/** What one event of a stream tells. */
export interface Told {
  readonly text?: string;
  readonly thought?: string;
  readonly finish?: string;
  readonly tokens?: number;
  /** Why the answer broke off. */
  readonly error?: string;
  /** Whether nothing more comes. */
  readonly over?: true;
}

/** What an event tells in its dialect. */
export function readEvent(dialect: Dialect, { event, data }: SseEvent): Told {
  if (event === 'error') return { error: readError(data) };
  if (data === '[DONE]') return { over: true };
  return dialect === 'completion' ? { text: data } : readChunk(parseJson(data));
}

function readChunk(chunk: unknown): Told {
  if (at(chunk, 'error') !== undefined) return { error: readErrorOf(chunk) ?? 'The answer broke off.' };
  const text = textAt(chunk, 'choices', 0, 'delta', 'content');
  const finish = textAt(chunk, 'choices', 0, 'finish_reason');
  const calls = listAt(chunk, 'choices', 0, 'delta', 'tool_calls').map((call) =>
    textAt(call, 'function', 'arguments'),
  );
  const said = text + calls.join('');
  return {
    ...(said === '' ? {} : { text: said }),
    ...(finish === '' ? {} : { finish }),
    ...tokensOf(chunk),
  };
}

/** What a whole answer tells. */
export function readWhole(body: string): Told {
  const answer = parseJson(body);
  const completion = textAt(answer, 'completion');
  const text = completion === '' ? textAt(answer, 'choices', 0, 'message', 'content') : completion;
  const raw = completion === '' ? answer : at(answer, 'raw');
  return { text, finish: textAt(raw, 'choices', 0, 'finish_reason'), over: true, ...tokensOf(raw) };
}

function tokensOf(answer: unknown): Told {
  const tokens = at(answer, 'usage', 'completion_tokens');
  return typeof tokens === 'number' ? { tokens } : {};
}

/** What an error's body says, in whichever dialect. */
export function readError(body: string): string {
  // One dialect tells errors as an event of a stream.
  const text = body.replace(/^data: /, '').trim();
  return readErrorOf(parseJson(text)) ?? (text === '' ? 'The server gave no reason.' : text.slice(0, 500));
}

function readErrorOf(value: unknown): string | undefined {
  const detail = listAt(value, 'detail').map((each) => textAt(each, 'msg'));
  const said = [
    textAt(value, 'error', 'message'),
    textAt(value, 'error'),
    textAt(value, 'message'),
    textAt(value, 'detail'),
    detail.join('; '),
  ];
  return said.find((each) => each !== '');
}
