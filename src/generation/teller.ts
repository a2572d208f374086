import type { Said } from '../core/engine.ts';
import type { GenerationEvent } from '../core/generation.ts';
import type { Choice, ChoiceEvent } from './choice.ts';

/** A choice and the texts that it says. */
export interface Teller {
  readonly choice: Choice;
  readonly texts: Iterable<Said> | AsyncIterable<Said>;
}

/** What is told by whom. */
export interface Telling {
  /** What is told before all else. */
  readonly first: readonly GenerationEvent[];
  readonly tellers: readonly Teller[];
  /** Most events of a batch. */
  readonly size: number;
  readonly signal: AbortSignal;
}

/** Which of the choices' next events is due first, the first one of those due at the same moment; -1 when there is none. */
export function findEarliest(heads: readonly (ChoiceEvent | undefined)[]): number {
  let earliest = -1;
  let moment = Infinity;
  heads.forEach((head, index) => {
    if (head === undefined || head.due >= moment) return;
    earliest = index;
    moment = head.due;
  });
  return earliest;
}
