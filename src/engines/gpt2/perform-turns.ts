import type { GeneratedPiece } from '../../core/engine.ts';
import type { Backend, TopLogits } from './backend.ts';
import type { Ending, State, Turn } from './scheduler-state.ts';

/** A tick that may still be added to. */
export interface TickInProgress {
  readonly said: (readonly [id: number, piece: GeneratedPiece])[];
  readonly ended: Ending[];
}

/** Runs one step of the model with all the turns; a step that fails ends every answer that has a slot. */
export async function performTurns(state: State, turns: readonly Turn[]): Promise<TickInProgress> {
  if (turns.length === 0) return { said: [], ended: [] };
  const { clock, backend, singleUpTo } = state.options;
  const started = clock.now();
  const isSingle = turns.length <= singleUpTo && turns.every(({ step }) => step.tokens.length === 1);
  try {
    const results = isSingle
      ? await stepOneByOne(backend, turns)
      : await backend.step(turns.map(({ step }) => step));
    count(state, turns, clock.now() - started);
    return hear(state, turns, results);
  } catch (error) {
    state.counters.failures += 1;
    return { said: [], ended: failAll(state, describeFailure(error)) };
  }
}

async function stepOneByOne(backend: Backend, turns: readonly Turn[]): Promise<(TopLogits | undefined)[]> {
  const results: (TopLogits | undefined)[] = [];
  for (const { entry, step } of turns) {
    const [result] = entry.cancelled ? [undefined] : await backend.step([step]);
    results.push(result);
  }
  return results;
}

function count({ counters }: State, turns: readonly Turn[], span: number): void {
  const tokens = turns.reduce((sum, { step }) => sum + step.tokens.length, 0);
  const answering = turns.filter(({ entry }) => entry.sequence.begun()).length;
  // Of the last part of a prompt comes a token too, but its work is that of the prompt.
  const promptTokens = tokens - answering;
  counters.steps += 1;
  counters.batch = turns.length;
  counters.stepSequences += turns.length;
  counters.promptTokens += promptTokens;
  counters.prefillSeconds += (span / 1000) * (promptTokens / tokens);
  counters.decodeSeconds += (span / 1000) * (answering / tokens);
}

function hear(
  state: State,
  turns: readonly Turn[],
  results: readonly (TopLogits | undefined)[],
): TickInProgress {
  const said: [number, GeneratedPiece][] = [];
  const ended: Ending[] = [];
  turns.forEach(({ entry: { id, sequence, cancelled }, step }, index) => {
    if (cancelled) return;
    const piece = sequence.hear(results[index]);
    if (piece !== undefined) {
      said.push([id, piece]);
      state.counters.tokens += piece.tokens;
    }
    const reason = sequence.ended();
    if (reason === undefined) return;
    ended.push({ id, reason });
    state.active[step.slot] = undefined;
    state.entries.delete(id);
  });
  return { said, ended };
}

function failAll({ active, entries }: State, failure: string): Ending[] {
  const ended: Ending[] = [];
  active.forEach((entry, slot) => {
    active[slot] = undefined;
    if (entry !== undefined && entries.delete(entry.id)) ended.push({ id: entry.id, failure });
  });
  return ended;
}

/** What a failure says of itself. */
export function describeFailure(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
