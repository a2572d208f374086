import { createRandom } from '../core/chance.ts';
import type { Cut } from '../core/engine.ts';
import type { GenerationRequest, TextDeltaEvent, ToolArgumentsEvent } from '../core/generation.ts';
import type { Pacer } from '../core/pacer.ts';
import type { Encoding } from './encodings.ts';
import { inventLogprobs } from './logprobs.ts';
import type { Piece, PieceCutter } from './pieces.ts';

/** Says one choice's texts and arguments piece by piece, each at its moment, as far as the budget goes. */
export interface Speaker {
  /** Takes what is said next, when all before it has been said: text, or the arguments of the call of this index. */
  take(text: string, cut: Cut, call?: number): void;
  /** The next piece, made as it is taken; undefined when there is none, or none that the budget allows. */
  next(): TextDeltaEvent | ToolArgumentsEvent | undefined;
  /** Whether the next piece is within the budget; then the moment is already its own. */
  foresee(): boolean;
  /** The moment of what has been said last. */
  moment(): number;
  tokens(): number;
  /** Whether something was left out for want of budget. */
  cutOff(): boolean;
}

/** What a choice is made with. */
export interface SpeakerOptions {
  readonly request: GenerationRequest;
  readonly index: number;
  readonly seed: number;
  /** Most tokens it may say. */
  readonly budget: number;
  readonly pacer: Pacer;
  readonly encoding: Encoding;
  readonly cutter: PieceCutter;
}

/** A speaker that has said nothing yet. */
export function createSpeaker({ request, index, seed, budget, ...options }: SpeakerOptions): Speaker {
  const { encoding, cutter } = options;
  const schedule = options.pacer.schedule(createRandom(seed, 'pace'));
  const chance = createRandom(seed, 'cut');
  const doubt = createRandom(seed, 'logprobs');
  let pieces: readonly Piece[] = [];
  let position = 0;
  let call = -1;
  let tokens = 0;
  let due = 0;
  let foreseen = false;
  let cutOff = false;

  function next(): TextDeltaEvent | ToolArgumentsEvent | undefined {
    const piece = pieces[position];
    if (piece === undefined) return undefined;
    if (tokens + piece.ids.length > budget) {
      pieces = cutShort(piece, budget - tokens, encoding);
      position = 0;
      cutOff = true;
      return next();
    }
    position += 1;
    tokens += piece.ids.length;
    return call < 0 ? say(piece) : argue(piece);
  }

  function say({ text, ids }: Piece): TextDeltaEvent {
    due = schedule(ids.length);
    const event = { type: 'text-delta', due, choice: index, text, tokens: ids.length } as const;
    if (request.topLogprobs === undefined) return event;
    return { ...event, logprobs: inventLogprobs(ids, request.topLogprobs, encoding, doubt) };
  }

  function argue({ text, ids }: Piece): ToolArgumentsEvent {
    if (!foreseen) due = schedule(ids.length);
    foreseen = false;
    return { type: 'tool-arguments', due, choice: index, index: call, text, tokens: ids.length };
  }

  return {
    take(text, cut, of = -1) {
      pieces = text === '' ? [] : cutter.cut(text.toWellFormed(), encoding, cut, chance);
      position = 0;
      call = of;
    },
    next,
    foresee() {
      const count = pieces[position]?.ids.length ?? 0;
      if (tokens + count > budget) {
        pieces = [];
        cutOff = true;
        return false;
      }
      foreseen = count > 0;
      if (foreseen) due = schedule(count);
      return true;
    },
    moment: () => due,
    tokens: () => tokens,
    cutOff: () => cutOff,
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
