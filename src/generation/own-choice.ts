import { createRandom } from '../core/chance.ts';
import type { GeneratedPiece } from '../core/engine.ts';
import type { FinishReason, TextDeltaEvent } from '../core/generation.ts';
import type { Choice } from './choice.ts';
import type { SpeakerOptions } from './speaker.ts';
import type { RecalledChoice } from './recall.ts';
import { createStopMatcher } from './stop-matcher.ts';

/** What a choice of an engine's own pieces is made with. */
export interface OwnChoiceOptions extends Pick<
  SpeakerOptions,
  'request' | 'index' | 'seed' | 'budget' | 'pacer'
> {
  /** What it has told before; absent: nothing. */
  readonly recalled?: RecalledChoice | undefined;
}

/** A choice of pieces that the engine has cut itself: they keep their tokens, and a stop sequence may end one in the middle. */
export function createOwnChoice(options: OwnChoiceOptions): Choice {
  const { index, budget, recalled } = options;
  const stop = createStopMatcher(options.request.stop);
  const schedule = options.pacer.schedule(createRandom(options.seed, 'pace'));
  // Pieces whose text may still be the beginning of a stop sequence, and how much of it surely is none.
  const held: GeneratedPiece[] = [];
  let free = 0;
  let reason: FinishReason | undefined;
  let isCut = false;
  let ended = false;
  let tokens = 0;
  let due = 0;

  function count(piece: GeneratedPiece): void {
    tokens += piece.tokens;
    due = schedule(piece.tokens);
  }

  function say(piece: GeneratedPiece, text: string): TextDeltaEvent {
    count(piece);
    return toEvent(piece, { due, choice: index, text });
  }

  // What has been told stays told, even where it might begin a stop sequence: that ends the answer then, but takes nothing back.
  function remember({ pieces, isFinished, isOver }: RecalledChoice): void {
    for (const piece of pieces) {
      count(piece);
      free += stop.push(piece.text).length - piece.text.length;
    }
    ended = isFinished;
    isCut = isOver;
  }

  function next(): ReturnType<Choice['next']> {
    const [piece] = held;
    const isWhole = piece !== undefined && piece.text.length <= free;
    if (isWhole || (piece !== undefined && free > 0 && reason !== undefined)) {
      held.shift();
      const text = piece.text.slice(0, free);
      free -= text.length;
      return say(piece, text);
    }
    if (reason === undefined || ended) return undefined;
    ended = true;
    const usedUp = tokens >= budget && !stop.stopped() && !isCut;
    return { type: 'finish', due, choice: index, reason: usedUp ? 'length' : reason };
  }

  if (recalled !== undefined) remember(recalled);
  return {
    feed(piece) {
      if (typeof piece === 'string' || 'name' in piece)
        throw new Error('An engine that prepares cuts its own pieces.');
      held.push(piece);
      free += stop.push(piece.text).length;
      if (stop.stopped()) reason = 'stop';
    },
    end() {
      free += stop.flush().length;
      reason ??= 'stop';
    },
    next,
    ended: () => ended,
    tokens: () => tokens,
  };
}

// A piece that is cut is the last one: nothing can go on after tokens that say more than the text does.
function toEvent(
  { text: whole, tokens, logprobs, ids }: GeneratedPiece,
  place: Pick<TextDeltaEvent, 'due' | 'choice' | 'text'>,
): TextDeltaEvent {
  const event = { type: 'text-delta', ...place, tokens } as const;
  const told = logprobs === undefined ? event : { ...event, logprobs };
  if (ids === undefined) return told;
  return { ...told, ids: place.text.length < whole.length ? [] : ids };
}
