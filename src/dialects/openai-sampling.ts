import { z } from 'zod';
import type { SamplingOptions } from '../core/generation.ts';
import { isSet } from './openai-schemas.ts';

const extra = { 'x-extra': true };

/** What other servers of OpenAI's API take besides: read unless the server is strict, which knows none of it. */
export const samplingExtras = {
  top_k: z
    .int()
    .min(-1)
    .nullish()
    .describe('Not of OpenAI: how many tokens are sampled from; 0 or -1 for all.')
    .meta(extra),
  min_p: z
    .number()
    .min(0)
    .max(1)
    .nullish()
    .describe('Not of OpenAI: the least probability of a token, as a fraction of the most probable one.')
    .meta(extra),
  repetition_penalty: z
    .number()
    .min(0.01)
    .max(10)
    .nullish()
    .describe('Not of OpenAI: divides the logits of tokens that were used; 1 for no effect.')
    .meta(extra),
};

/** The members of a body that say how tokens are chosen. */
export interface SamplingBody {
  readonly top_p?: number | null | undefined;
  readonly presence_penalty?: number | null | undefined;
  readonly frequency_penalty?: number | null | undefined;
  readonly top_k?: number | null | undefined;
  readonly min_p?: number | null | undefined;
  readonly repetition_penalty?: number | null | undefined;
}

/** How a body wants tokens to be chosen; without a member where it says nothing that has an effect. */
export function readSampling(body: SamplingBody): { readonly sampling?: SamplingOptions } {
  const { top_k: topK, top_p: topP, min_p: minP, repetition_penalty: repetitionPenalty } = body;
  const { presence_penalty: presencePenalty, frequency_penalty: frequencyPenalty } = body;
  const sampling: SamplingOptions = {
    ...(isSet(topK) && topK > 0 ? { topK } : undefined),
    ...(isSet(topP) && topP < 1 ? { topP } : undefined),
    ...(isSet(minP) && minP > 0 ? { minP } : undefined),
    ...(isSet(repetitionPenalty) && repetitionPenalty !== 1 ? { repetitionPenalty } : undefined),
    ...(isSet(presencePenalty) && presencePenalty !== 0 ? { presencePenalty } : undefined),
    ...(isSet(frequencyPenalty) && frequencyPenalty !== 0 ? { frequencyPenalty } : undefined),
  };
  return Object.keys(sampling).length === 0 ? {} : { sampling };
}
