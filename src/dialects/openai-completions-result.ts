import type { GenerationResult, ResultChoice } from '../core/generation.ts';
import { describeCompletionUsage, describeReason } from './openai-completions-chunks.ts';
import { createLogprobTeller } from './openai-completions-logprobs.ts';
import type { CompletionRequest } from './openai-completions-request.ts';

/** What a text completion and all chunks of a stream share. */
export interface CompletionFields {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  /** The snapshot that answers. */
  readonly model: string;
}

/** A whole `text_completion`, in the key order of live captures. */
export function describeTextCompletion(
  { id, created, model }: CompletionFields,
  asked: CompletionRequest,
  { choices, usage, prompts = [] }: GenerationResult,
) {
  const told = prompts.flatMap((prompt, position) => {
    const mine = choices.slice(position * asked.bestOf, (position + 1) * asked.bestOf);
    return chooseBest(mine, asked.n).map((choice) => ({ prompt, choice }));
  });
  return {
    id,
    object: 'text_completion',
    created,
    model,
    choices: told.map(({ prompt, choice: { text, logprobs, reason } }, index) => ({
      text: asked.echo ? prompt + text : text,
      index,
      logprobs: asked.logprobs === undefined ? null : createLogprobTeller(prompt)(logprobs ?? []),
      finish_reason: describeReason(reason),
    })),
    usage: describeCompletionUsage(usage),
  };
}

// The most probable ones by the mean of their tokens' log probabilities, the best one first.
function chooseBest(choices: readonly ResultChoice[], count: number): readonly ResultChoice[] {
  if (choices.length <= count) return choices;
  const rated = choices.map((choice) => ({ choice, mean: meanOf(choice) }));
  rated.sort((one, other) => Number(other.mean > one.mean) - Number(other.mean < one.mean));
  return rated.slice(0, count).map(({ choice }) => choice);
}

function meanOf({ logprobs = [] }: ResultChoice): number {
  if (logprobs.length === 0) return -Infinity;
  return logprobs.reduce((sum, { logprob }) => sum + logprob, 0) / logprobs.length;
}
