import { createRandom } from '../core/chance.ts';
import type { GeneratedPiece } from '../core/engine.ts';
import type { FinishReason, TextDeltaEvent } from '../core/generation.ts';
import type { Choice } from './choice.ts';
import type { SpeakerOptions } from './speaker.ts';
import { createStopMatcher } from './stop-matcher.ts';

/** A choice of pieces that the engine has cut itself: they keep their tokens, and a stop sequence may end one in the middle. */
export function createOwnChoice(
  options: Pick<SpeakerOptions, 'request' | 'index' | 'seed' | 'budget' | 'pacer'>,
): Choice {
  const { index, budget } = options;
  const stop = createStopMatcher(options.request.stop);
  const schedule = options.pacer.schedule(createRandom(options.seed, 'pace'));
  // Pieces whose text may still be the beginning of a stop sequence, and how much of it surely is none.
  const held: GeneratedPiece[] = [];
  let free = 0;
  let reason: FinishReason | undefined;
  let ended = false;
  let tokens = 0;
  let due = 0;

  function say(piece: GeneratedPiece, text: string): TextDeltaEvent {
    const { tokens: count, logprobs } = piece;
    tokens += count;
    due = schedule(count);
    const event = { type: 'text-delta', due, choice: index, text, tokens: count } as const;
    return logprobs === undefined ? event : { ...event, logprobs };
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
    const usedUp = tokens >= budget && !stop.stopped();
    return { type: 'finish', due, choice: index, reason: usedUp ? 'length' : reason };
  }

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
