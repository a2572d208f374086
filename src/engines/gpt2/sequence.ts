import { hash } from '../../core/chance.ts';
import type { GeneratedPiece } from '../../core/engine.ts';
import type { AnswerFormat, TokenLogprob } from '../../core/generation.ts';
import type { Backend, SlotStep, TopLogits } from './backend.ts';
import { type Sampler, createSampler } from './sampler.ts';
import type { Sampling } from './sampling.ts';
import { tellLogprob } from './token-logprob.ts';
import { createUtf8Decoder } from './utf8.ts';

/** An answer that is asked for. */
export interface Task {
  readonly id: number;
  /** At least one token. */
  readonly prompt: readonly number[];
  /** At least 1. */
  readonly maxTokens: number;
  readonly sampling: Sampling;
  readonly seed: number;
  /** How many alternatives each token's log probability comes with; absent: no log probabilities. */
  readonly topLogprobs?: number;
  readonly format?: AnswerFormat;
  /** Tokens that the answer has said before, fewer than `maxTokens`: they are taken in after the prompt, and gone on with. */
  readonly said?: readonly number[];
}

/** One answer in the making: what it takes in next, and what it says. */
export interface Sequence {
  /** Tokens of the prompt, and of what was said before, that have not been taken in. */
  waiting(): number;
  /** Whether a token has been chosen. */
  begun(): boolean;
  /** Takes in so many tokens of those that wait at most, or the last token that was chosen. */
  step(slot: number, most: number): SlotStep;
  /** Hears what came of the step; gives what can be told of it. */
  hear(result: TopLogits | undefined): GeneratedPiece | undefined;
  /** Why it has ended, if it has. */
  ended(): 'stop' | 'length' | undefined;
}

/** A sequence at its beginning, or where it was broken off. */
export function createSequence(task: Task, backend: Backend): Sequence {
  const { prompt, topLogprobs, format, said: before = [] } = task;
  const { contextLength, vocabularySize } = backend.facts;
  const most = Math.min(task.maxTokens, contextLength - prompt.length);
  const sampler = createSampler({ ...task, vocabularySize, atLeast: topLogprobs ?? 0 });
  const decoder = createUtf8Decoder();
  // A token may end within a character: its bytes are held back again.
  for (const token of before) decoder.push(backend.bytesOf(token));
  const given = before.length === 0 ? prompt : [...prompt, ...before];
  const said = [...before];
  let logprobs: TokenLogprob[] = [];
  // Tokens whose characters are not whole.
  let held = 0;
  let taken = 0;
  let last: number | undefined;
  let reason: 'stop' | 'length' | undefined;

  function tell(text: string): GeneratedPiece | undefined {
    if (held === 0 || (text === '' && reason === undefined)) return undefined;
    const piece = { text, tokens: held, ids: said.slice(said.length - held) };
    held = 0;
    if (topLogprobs === undefined) return piece;
    const told = { ...piece, logprobs };
    logprobs = [];
    return told;
  }

  return {
    waiting: () => given.length - taken,
    begun: () => last !== undefined,
    ended: () => reason,
    step(slot, room) {
      const tokens = last === undefined ? given.slice(taken, taken + room) : [last];
      if (last === undefined) taken += tokens.length;
      const quiet = { slot, tokens, top: 0, normalise: false };
      if (taken < given.length) return quiet;
      const normalise = topLogprobs !== undefined;
      if (format === undefined) return { ...quiet, top: sampler.wanted(), normalise };
      return { ...quiet, draw: { ...task.sampling, said, seed: hash(task.seed, said.length) } };
    },
    hear(result) {
      if (result === undefined) return undefined;
      const token = choose(result, sampler, format);
      if (backend.endsText(token)) {
        reason = 'stop';
        return tell('');
      }
      last = token;
      said.push(token);
      held += 1;
      if (topLogprobs !== undefined) logprobs.push(tellLogprob(token, result, topLogprobs, backend.bytesOf));
      if (said.length >= most) reason = 'length';
      // What is left of a character at the very end is no text: its bytes may have become a whole one.
      return tell(decoder.push(backend.bytesOf(token)));
    },
  };
}

function choose(result: TopLogits, sampler: Sampler, format: AnswerFormat | undefined): number {
  return format === undefined ? sampler.choose(result) : (result.ids[0] ?? 0);
}
