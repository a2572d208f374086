import type { EngineCall, GeneratedPiece } from '../../core/engine.ts';
import type { Prompt } from './prompt.ts';
import type { Sampling } from './sampling.ts';
import type { Task } from './sequence.ts';

/** What a task is made of, besides the call. */
export interface TaskParts {
  readonly prompt: Prompt;
  readonly sampling: Sampling;
  readonly maxTokens: number;
  /** What the answer has said before, as tokens that it goes on after. */
  readonly before: readonly number[];
}

/** The task of a call. */
export function createTask({ request, seed }: EngineCall, parts: TaskParts): Omit<Task, 'id'> {
  const { prompt, sampling, maxTokens, before } = parts;
  const { topLogprobs, format } = request;
  return {
    prompt: prompt.tokens,
    maxTokens,
    sampling,
    seed,
    ...(topLogprobs === undefined ? {} : { topLogprobs }),
    ...(format === undefined ? {} : { format }),
    ...(before.length === 0 ? {} : { said: before }),
  };
}

/** The tokens of what a call's answer has said before; undefined where it cannot be gone on with, but must be computed again. */
export function readBefore(call: EngineCall, vocabularySize: number): readonly number[] | undefined {
  const { request, said = [] } = call;
  // The library's grammars move on by the tokens that they choose themselves, and by no others.
  if (request.format !== undefined && said.length > 0) return undefined;
  const ids = said.flatMap((piece) => piece.ids ?? []);
  // Those of a larger model, where a worker of other settings has begun: a step with them would end all answers beside this one.
  return ids.every((id) => id < vocabularySize) ? ids : undefined;
}

/** All pieces but the first `count` ones. */
export async function* leaveOut(
  pieces: AsyncIterable<GeneratedPiece>,
  count: number,
): AsyncGenerator<GeneratedPiece, void, void> {
  let left = count;
  for await (const piece of pieces) {
    if (left > 0) left -= 1;
    else yield piece;
  }
}
