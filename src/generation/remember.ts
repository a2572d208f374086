import { ApiError } from '../core/api-error.ts';
import type { Clock } from '../core/clock.ts';
import type { Generate, GenerationEvent, GenerationRequest } from '../core/generation.ts';
import type { Ids } from '../core/ids.ts';
import type { Models } from '../core/model.ts';
import type { ToolCall } from '../core/message.ts';
import type { MessageDraft, ThreadMessage, ThreadStore, ThreadTurn } from '../core/thread-store.ts';
import type { Encodings } from './encodings.ts';
import { fitHistory } from './history.ts';
import type { OpenTurns } from './open-turns.ts';

/** What remembering takes. */
export interface RememberOptions {
  readonly threads: ThreadStore;
  readonly models: Models;
  readonly encodings: Encodings;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly openTurns: OpenTurns;
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
  const { turn, generate } = taking;
  // A turn that is to be kept asks all the same: where the storage fails, its call is refused before it begins.
  const history = turn.isNew && !turn.keep ? undefined : await recall(taking);
  // Another maker may have died between keeping the turn and telling its end: it is kept once.
  const place = request.said === undefined ? -1 : findKept(turn, history ?? []);
  const before = place < 0 ? history : history?.slice(0, place);
  const whole = await insert(taking, request, before ?? []);
  // What was there and is gone by the end was deleted on purpose, and stays so.
  const absent = history === undefined ? turn.absent : 'refuse';
  const batches = generate(whole, signal);
  yield* turn.keep && place < 0 ? keepTurn({ ...taking, absent }, batches, signal) : batches;
}

function findKept({ drafts: [first] }: ThreadTurn, history: readonly ThreadMessage[]): number {
  return history.findIndex(({ id }) => id === first?.id);
}

interface Keeping extends Taking {
  readonly absent: ThreadTurn['absent'];
}

async function* keepTurn(
  keeping: Keeping,
  batches: AsyncIterable<readonly GenerationEvent[]>,
  signal: AbortSignal,
): AsyncGenerator<readonly GenerationEvent[]> {
  const { turn, clock, openTurns } = keeping;
  const close = openTurns.open();
  const heard: GenerationEvent[] = [];
  let isOver = false;
  try {
    for await (const batch of batches) {
      heard.push(...batch);
      const last = batch.at(-1);
      if (last?.type === 'end') {
        await waitFor(clock, turn.began + last.due, signal);
        if (signal.aborted || (await isAnothers(turn))) return;
        isOver = true;
        await keep(keeping, heard);
        // Here too: nobody asks for more after the end.
        close();
      }
      yield batch;
    }
  } finally {
    if (!isOver && heard.length > 0 && !(await isAnothers(turn))) await keepDue(keeping, heard);
    close();
  }
}

async function isAnothers({ isMine }: ThreadTurn): Promise<boolean> {
  return isMine !== undefined && !(await isMine());
}

// Whoever waits for a whole answer asks for its end long before that is due.
async function waitFor(clock: Clock, moment: number, signal: AbortSignal): Promise<void> {
  try {
    await clock.sleepUntil(moment, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
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
  const whole = [...before, ...fitting, ...messages.slice(turn.position)];
  return { ...request, messages: whole, recalled: fitting.length };
}

function keepDue(keeping: Keeping, heard: readonly GenerationEvent[]): Promise<void> {
  const elapsed = keeping.clock.now() - keeping.turn.began;
  return keep(
    keeping,
    heard.filter(({ due }) => due <= elapsed),
  );
}

async function keep(
  { threads, turn, ids, absent }: Keeping,
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
