import type { SlotStep } from '../backend.ts';
import type { Cache } from './cache.ts';
import type { Row } from './forward.ts';
import type { Network } from './network.ts';

/** A slot: the sequence that it holds. */
export interface Sequence {
  readonly cache: Cache;
  /** How many tokens it has taken in. */
  length: number;
}

/** What steps are checked against. */
export interface StepLimits {
  readonly network: Network;
  readonly contextLength: number;
}

/** A token of a step. */
export interface StepRow extends Row {
  /** The step that wants the logits after this token. */
  readonly wantedBy: SlotStep | undefined;
}

/** Throws a RangeError unless all steps can be taken. */
export function checkSteps(
  steps: readonly SlotStep[],
  sequences: readonly Sequence[],
  limits: StepLimits,
): void {
  let previous = -1;
  for (const step of steps) {
    const { length } = findSequence(sequences, step.slot);
    if (step.slot <= previous) throw new RangeError(`Slot ${step.slot} comes after slot ${previous}.`);
    previous = step.slot;
    checkStep(step, length, limits);
  }
}

/** The sequence of a slot; throws a RangeError where there is no such slot. */
export function findSequence(sequences: readonly Sequence[], slot: number): Sequence {
  const sequence = sequences[slot];
  if (sequence !== undefined) return sequence;
  throw new RangeError(`There is no slot ${slot}: there are ${sequences.length}, counted from 0.`);
}

function checkStep(
  { slot, tokens, top }: SlotStep,
  length: number,
  { contextLength, network }: StepLimits,
): void {
  const { vocabularySize } = network.config;
  if (tokens.length === 0) throw new RangeError(`The step of slot ${slot} has no tokens.`);
  if (length + tokens.length > contextLength) {
    throw new RangeError(
      `Slot ${slot} holds ${length} tokens, and ${tokens.length} more do not fit: the model takes ${contextLength}.`,
    );
  }
  const wrong = tokens.find((token) => !Number.isInteger(token) || token < 0 || token >= vocabularySize);
  if (wrong !== undefined) {
    throw new RangeError(`${wrong} is no token: the vocabulary has ${vocabularySize}, counted from 0.`);
  }
  if (!Number.isInteger(top) || top < 0) throw new RangeError(`${top} logits cannot be given.`);
}

/** Throws a RangeError unless a slot can go back to its first `keep` tokens. */
export function checkKeep(slot: number, keep: number, sequences: readonly Sequence[]): void {
  const { length } = findSequence(sequences, slot);
  if (!Number.isInteger(keep) || keep < 0 || keep > length) {
    throw new RangeError(`Slot ${slot} holds ${length} tokens and cannot keep ${keep}.`);
  }
}

/** All tokens of the steps, those of a sequence in their order. */
export function listRows(steps: readonly SlotStep[], sequences: readonly Sequence[]): readonly StepRow[] {
  return steps.flatMap((step) => {
    const { cache, length } = findSequence(sequences, step.slot);
    const last = step.tokens.length - 1;
    return step.tokens.map((token, index) => ({
      cache,
      position: length + index,
      token,
      wantedBy: step.top > 0 && index === last ? step : undefined,
    }));
  });
}
