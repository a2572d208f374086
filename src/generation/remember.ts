import { ApiError } from '../core/api-error.ts';
import type { Clock } from '../core/clock.ts';
import type { Generate, GenerationEvent, GenerationRequest } from '../core/generation.ts';
import type { Ids } from '../core/ids.ts';
import type { Models } from '../core/model.ts';
import type { ToolCall } from '../core/message.ts';
import type { MessageDraft, ThreadMessage, ThreadStore, ThreadTurn } from '../core/thread-store.ts';
import type { Encodings } from './encodings.ts';
import { fitHistory } from './history.ts';

/** What remembering takes. */
export interface RememberOptions {
  readonly threads: ThreadStore;
  readonly models: Models;
  readonly encodings: Encodings;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * A Generate that goes on with kept conversations: the thread's messages go before the request's own, as many of the newest ones as
 * fit the model, and the turn is kept before its end is told. A turn that breaks off is kept as far as it was due.
 */
export function remember(generate: Generate, options: RememberOptions): Generate {
  return (request, signal) => {
    const { turn, ...rest } = request;
    return turn === undefined
      ? generate(request, signal)
      : takeTurn({ ...options, generate, turn }, rest, signal);
  };
}

interface Taking extends RememberOptions {
  readonly generate: Generate;
  readonly turn: ThreadTurn;
}

async function* takeTurn(
  taking: Taking,
  request: GenerationRequest,
  signal: AbortSignal,
): AsyncGenerator<readonly GenerationEvent[]> {
  const { turn, clock, generate } = taking;
  const began = clock.now();
  const history = await recall(taking);
  const whole = await insert(taking, request, history ?? []);
  // What was there and is gone by the end was deleted on purpose, and stays so.
  const absent = history === undefined ? turn.absent : 'refuse';
  const heard: GenerationEvent[] = [];
  let kept = !turn.keep;
  try {
    for await (const batch of generate(whole, signal)) {
      if (!kept) heard.push(...batch);
      if (!kept && batch.at(-1)?.type === 'end') {
        kept = true;
        await keep(taking, absent, heard);
      }
      yield batch;
    }
  } finally {
    if (!kept && heard.length > 0) {
      const elapsed = clock.now() - began;
      await keep(
        taking,
        absent,
        heard.filter(({ due }) => due <= elapsed),
      );
    }
  }
}

// A turn takes the newest messages of a longer thread: more than any model reads.
const mostRecalled = 2000;

async function recall({ threads, turn }: Taking): Promise<readonly ThreadMessage[] | undefined> {
  try {
    return await threads.messages(turn.thread, { last: mostRecalled });
  } catch (error) {
    if (isAbsent(error) && turn.absent === 'create') return undefined;
    throw error;
  }
}

async function insert(
  { turn, models, encodings }: Taking,
  request: GenerationRequest,
  history: readonly ThreadMessage[],
): Promise<GenerationRequest> {
  if (history.length === 0) return request;
  const card = models.resolve(request.model);
  const encoding = await encodings(card.encoding);
  const { messages } = request;
  const fitting = fitHistory(history, { request, card, encoding });
  const before = messages.slice(0, turn.position);
  return { ...request, messages: [...before, ...fitting, ...messages.slice(turn.position)] };
}

async function keep(
  { threads, turn, ids }: Taking,
  absent: ThreadTurn['absent'],
  heard: readonly GenerationEvent[],
): Promise<void> {
  const answer = toDraft(heard, `msg_${ids(24)}`);
  // An answer that broke off before its first word is none.
  const said = heard.at(-1)?.type === 'end' || answer.content !== '';
  try {
    await threads.append(turn.thread, said ? [...turn.drafts, answer] : turn.drafts, absent);
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'thread_not_found';
}

function toDraft(heard: readonly GenerationEvent[], id: string): MessageDraft {
  let text = '';
  const calls: ToolCall[] = [];
  for (const event of heard) {
    if (event.type === 'text-delta' && event.choice === 0) text += event.text;
    else if (event.type === 'tool-call')
      calls[event.index] = { id: event.id, name: event.name, arguments: '' };
    else if (event.type === 'tool-arguments') {
      const call = calls[event.index];
      if (call !== undefined) calls[event.index] = { ...call, arguments: call.arguments + event.text };
    }
  }
  if (calls.length === 0) return { id, role: 'assistant', content: text };
  return { id, role: 'assistant', content: text === '' ? null : text, toolCalls: calls };
}
