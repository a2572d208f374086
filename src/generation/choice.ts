import { createRandom, pick } from '../core/chance.ts';
import type { CalledTool, Cut, Said } from '../core/engine.ts';
import type {
  FinishEvent,
  FinishReason,
  TextDeltaEvent,
  ToolArgumentsEvent,
  ToolCallEvent,
} from '../core/generation.ts';
import { base62 } from '../core/ids.ts';
import { type SpeakerOptions, createSpeaker } from './speaker.ts';
import { createStopMatcher } from './stop-matcher.ts';

/** What one choice says. */
export type ChoiceEvent = TextDeltaEvent | ToolCallEvent | ToolArgumentsEvent | FinishEvent;

/** One answer in the making: texts and called tools in, events with their moments out, until a stop sequence or the budget ends it. */
export interface Choice {
  /** Takes the next stretch of text or the next call; the one before must have been said. */
  feed(next: Said): void;
  /** Tells that the text has ended. */
  end(): void;
  /** The next event, made as it is taken; undefined when there is none before more text comes. */
  next(): ChoiceEvent | undefined;
  ended(): boolean;
  /** Tokens said so far. */
  tokens(): number;
}

/** What a choice is made with. */
export interface ChoiceOptions extends SpeakerOptions {
  readonly cut: Cut;
}

/** A choice that has said nothing yet. */
export function createChoice(options: ChoiceOptions): Choice {
  const { request, index, seed, budget, cut } = options;
  const stop = createStopMatcher(request.stop);
  const speaker = createSpeaker(options);
  let waiting: CalledTool | undefined;
  let calls = 0;
  let reason: FinishReason | undefined;
  let ended = false;

  // When all pieces are said: a call that waited for its turn, or the end.
  function turn(): ChoiceEvent | undefined {
    if (speaker.cutOff()) reason = 'length';
    if (reason !== undefined) return ended ? undefined : finish(reason);
    return waiting === undefined ? undefined : begin(waiting);
  }

  // A call has the moment of its first piece; one of which the budget leaves nothing is not made.
  function begin(called: CalledTool): ChoiceEvent | undefined {
    waiting = undefined;
    speaker.take(called.arguments, { kind: 'token' }, calls);
    if (!speaker.foresee()) return turn();
    const id = createCallId(seed, calls);
    calls += 1;
    const due = speaker.moment();
    return { type: 'tool-call', due, choice: index, index: calls - 1, id, name: called.name };
  }

  // A budget that is used up ends an answer, even one with no more to say; only a stop sequence comes before it.
  function finish(how: FinishReason): FinishEvent {
    ended = true;
    const usedUp = speaker.tokens() >= budget && !stop.stopped();
    return { type: 'finish', due: speaker.moment(), choice: index, reason: usedUp ? 'length' : how };
  }

  return {
    feed(next) {
      if (typeof next === 'string') {
        speaker.take(stop.push(next), cut);
        if (stop.stopped()) reason = 'stop';
      } else if ('name' in next) {
        speaker.take(stop.flush(), cut);
        waiting = next;
      } else throw new Error('An engine that counts its own tokens says so by preparing.');
    },
    end() {
      speaker.take(stop.flush(), cut);
      reason ??= calls > 0 ? 'tool-calls' : 'stop';
    },
    next: () => speaker.next() ?? turn(),
    ended: () => ended,
    tokens: speaker.tokens,
  };
}

const idLetters = base62.split('');

function createCallId(seed: number, call: number): string {
  const random = createRandom(seed, 'call', call);
  return `call_${Array.from({ length: 24 }, () => pick(idLetters, random)).join('')}`;
}
