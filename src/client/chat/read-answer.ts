import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../core/clock.ts';
import { type SseEvent, createSseReader } from '../sse-reader.ts';
import { ChatError } from './chat-error.ts';
import { type ChatUsage, type Chunk, readChunk } from './chunk.ts';
import { parseJson, readErrorBody } from './error-body.ts';

/** What happens in an answer; moments are milliseconds after the question. */
export type ChatEvent =
  | { readonly type: 'delta'; readonly text: string; readonly moment: number }
  | ChatFinish;

/** The end of an answer, with what the server told of it. */
export interface ChatFinish {
  readonly type: 'finish';
  readonly moment: number;
  readonly reason: string | undefined;
  readonly model: string | undefined;
  readonly usage: ChatUsage | undefined;
}

// What a server may take for the usage and for [DONE] after it has told why the answer ended; some send neither, nor hang up.
const patience = 2000;
const longest = 64 * 2 ** 20;

/** Reads an answer as it comes: server-sent events or, from servers that do not stream, one JSON object. */
export async function* readAnswer(
  response: IncomingMessage,
  clock: Clock,
  began: number,
): AsyncGenerator<ChatEvent, void> {
  const answer = createAnswer(() => clock.now() - began);
  const reader = createSseReader();
  const overdue = clock.alarm(() => response.destroy());
  let head: string | undefined = '';
  let length = 0;
  try {
    for await (const piece of response.setEncoding('utf8')) {
      let text = String(piece);
      length += text.length;
      if (length > longest) throw unreadable('more than 64 MiB');
      if (head !== undefined) {
        head += text;
        // JSON and pages are read whole: the first sign tells, whatever the content type says.
        if (!/\S/.test(head) || /^\s*[{[<]/.test(head)) continue;
        text = head;
        head = undefined;
      }
      for (const event of reader.push(text)) yield* answer.hear(event);
      if (answer.isDone()) break;
      if (answer.isTold()) overdue.set(clock.now() + patience);
    }
  } catch (error) {
    if (error instanceof ChatError) throw error;
    // All is said: how the connection ends is no matter.
    if (!answer.isTold()) throw new ChatError({ kind: 'cut-off' });
  } finally {
    overdue.clear();
  }
  if (head !== undefined) yield* answer.take(head);
  // Whoever forgets the last line end has still sent an event.
  else for (const event of reader.push('\n\n')) yield* answer.hear(event);
  yield answer.finish();
}

function createAnswer(elapsed: () => number) {
  let known: Omit<Chunk, 'text'> = { reason: undefined, model: undefined, usage: undefined };
  let isDone = false;
  let hasBegun = false;
  let nonsense: string | undefined;

  function* add({ text, reason, model, usage }: Chunk): Generator<ChatEvent> {
    hasBegun = true;
    known = {
      reason: reason ?? known.reason,
      model: model ?? known.model,
      usage: usage ?? known.usage,
    };
    if (text !== '') yield { type: 'delta', text, moment: elapsed() };
  }

  return {
    isDone: () => isDone,
    isTold: () => known.reason !== undefined,
    *hear({ event, data }: SseEvent): Generator<ChatEvent> {
      if (isDone || data.trim() === '') return;
      if (data.trim() === '[DONE]') {
        isDone = true;
        return;
      }
      const value = parseJson(data);
      refuseError(event === 'error' ? (value ?? data) : value, event === 'error');
      const chunk = readChunk(value);
      if (chunk === undefined) nonsense ??= data;
      else yield* add(chunk);
    },
    *take(body: string): Generator<ChatEvent> {
      const value = parseJson(body);
      refuseError(value, false);
      const chunk = readChunk(value);
      if (chunk === undefined) throw unreadable(body);
      yield* add(chunk);
    },
    finish(): ChatEvent {
      if (!hasBegun && !isDone) throw unreadable(nonsense ?? '');
      return { type: 'finish', moment: elapsed(), ...known };
    },
  };
}

function refuseError(value: unknown, isError: boolean): void {
  if (!isError && (typeof value !== 'object' || value === null || !('error' in value) || !value.error))
    return;
  throw new ChatError({ kind: 'broken', message: readErrorBody(value)?.message ?? 'an error' });
}

function unreadable(sample: string): ChatError {
  return new ChatError({ kind: 'unreadable', sample: sample.trim().slice(0, 60) });
}
