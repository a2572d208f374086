import { createRandom } from '../core/chance.ts';
import type { Cut } from '../core/engine.ts';
import type { FinishEvent, FinishReason, GenerationRequest, TextDeltaEvent } from '../core/generation.ts';
import type { Pacer } from '../core/pacer.ts';
import type { Encoding } from './encodings.ts';
import { inventLogprobs } from './logprobs.ts';
import type { Piece, PieceCutter } from './pieces.ts';
import { createStopMatcher } from './stop-matcher.ts';

/** What one choice says. */
export type ChoiceEvent = TextDeltaEvent | FinishEvent;

/** One answer in the making: texts in, events with their moments out, until a stop sequence or the budget ends it. */
export interface Choice {
  /** Takes the next stretch of text; the one before must have been said. */
  feed(text: string): void;
  /** Tells that the text has ended. */
  end(): void;
  /** The next event, made as it is taken; undefined when there is none before more text comes. */
  next(): ChoiceEvent | undefined;
  ended(): boolean;
  /** Tokens said so far. */
  tokens(): number;
}

/** What a choice is made with. */
export interface ChoiceOptions {
  readonly request: GenerationRequest;
  readonly index: number;
  readonly seed: number;
  /** Most tokens it may say. */
  readonly budget: number;
  readonly cut: Cut;
  readonly pacer: Pacer;
  readonly encoding: Encoding;
  readonly cutter: PieceCutter;
}

/** A choice that has said nothing yet. */
export function createChoice(options: ChoiceOptions): Choice {
  const { request, index, seed, budget, encoding } = options;
  const stop = createStopMatcher(request.stop);
  const schedule = options.pacer.schedule(createRandom(seed, 'pace'));
  const chance = createRandom(seed, 'cut');
  const doubt = createRandom(seed, 'logprobs');
  let pieces: readonly Piece[] = [];
  let position = 0;
  let reason: FinishReason | undefined;
  let ended = false;
  let tokens = 0;
  let due = 0;

  function take(text: string): void {
    pieces = text === '' ? [] : options.cutter.cut(text.toWellFormed(), encoding, options.cut, chance);
    position = 0;
  }

  function next(): ChoiceEvent | undefined {
    const piece = pieces[position];
    if (piece === undefined) return reason === undefined || ended ? undefined : finish(reason);
    if (tokens + piece.ids.length > budget) {
      pieces = cutShort(piece, budget - tokens, encoding);
      position = 0;
      reason = 'length';
      return next();
    }
    position += 1;
    return say(piece);
  }

  function say({ text, ids }: Piece): TextDeltaEvent {
    tokens += ids.length;
    due = schedule(ids.length);
    const event = { type: 'text-delta', due, choice: index, text, tokens: ids.length } as const;
    if (request.topLogprobs === undefined) return event;
    return { ...event, logprobs: inventLogprobs(ids, request.topLogprobs, encoding, doubt) };
  }

  // A budget that is used up ends an answer, even one with no more to say; only a stop sequence comes before it.
  function finish(how: FinishReason): FinishEvent {
    ended = true;
    const usedUp = tokens >= budget && !stop.stopped();
    return { type: 'finish', due, choice: index, reason: usedUp ? 'length' : how };
  }

  return {
    feed(text) {
      take(stop.push(text));
      if (stop.stopped()) reason = 'stop';
    },
    end() {
      take(stop.flush());
      reason ??= 'stop';
    },
    next,
    ended: () => ended,
    tokens: () => tokens,
  };
}

// A piece of several tokens that crosses the budget is said up to it, as far as whole characters go.
function cutShort(piece: Piece, budget: number, encoding: Encoding): Piece[] {
  for (let count = budget; count > 0; count -= 1) {
    const ids = piece.ids.slice(0, count);
    const text = encoding.decode(ids);
    if (text !== undefined) return [{ text, ids }];
  }
  return [];
}
