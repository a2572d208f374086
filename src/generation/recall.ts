import type { GeneratedPiece } from '../core/engine.ts';
import type { FinishEvent, GenerationEvent, TextDeltaEvent } from '../core/generation.ts';

/** What another maker has told of one choice, and can be gone on with. */
export interface RecalledChoice {
  readonly pieces: readonly GeneratedPiece[];
  /** Whether its end was told too. */
  readonly isFinished: boolean;
  /** Whether nothing but its end may follow. */
  readonly isOver: boolean;
}

/** What another maker has told of an answer whose engine goes on after its own pieces. */
export interface Recalled {
  /** What is told again as it stands, before all else. */
  readonly events: readonly GenerationEvent[];
  /** Those of the choices that are gone on with, by their index; all others are made again. */
  readonly choices: ReadonlyMap<number, RecalledChoice>;
}

/** Reads what was told; a choice that has told a piece without its tokens cannot be gone on with. */
export function recall(said: readonly GenerationEvent[]): Recalled {
  const told = Map.groupBy(said.filter(isOfChoice), ({ choice }) => choice);
  const choices = new Map<number, RecalledChoice>();
  for (const [choice, events] of told) {
    const recalled = readChoice(events);
    if (recalled !== undefined) choices.set(choice, recalled);
  }
  return { events: said.filter((event) => isOfChoice(event) && choices.has(event.choice)), choices };
}

type Told = TextDeltaEvent | FinishEvent;

function isOfChoice(event: GenerationEvent): event is Told {
  return event.type === 'text-delta' || event.type === 'finish';
}

function readChoice(events: readonly Told[]): RecalledChoice | undefined {
  const pieces = events.filter((event) => event.type === 'text-delta');
  if (pieces.some(({ ids }) => ids === undefined)) return undefined;
  const isFinished = events.length > pieces.length;
  return { pieces, isFinished, isOver: isFinished || pieces.at(-1)?.ids?.length === 0 };
}
