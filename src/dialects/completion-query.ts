import { z } from 'zod';
import type { Call } from '../core/dialect.ts';
import { type Fault, FaultsError } from './fastapi-error.ts';
import { createQueryReader, place, readText } from './fastapi-query.ts';

/** The parameters of a completion's query. */
export const completionQuery = {
  max_new_tokens: z.int().min(1).describe('Most tokens of the text.'),
  temperature: z.number().min(0).max(2).describe('How varied the text is; 0 takes the most probable tokens.'),
  top_k: z.int().min(0).describe('Samples from so many tokens; 0 for all.'),
  top_p: z.number().min(0).max(1).describe('The probability mass that is sampled from.'),
  min_p: z
    .number()
    .min(0)
    .max(1)
    .describe('The least probability of a token, as a fraction of the most probable one.'),
  repetition_penalty: z.number().gt(0).max(10).describe('Divides the logits of tokens that were used.'),
  seed: z.int().describe('Equal seeds and requests give equal texts.'),
  stop: z
    .array(z.string().min(1))
    .max(16)
    .describe('A text before which the completion ends; may be given again.'),
  include_prompt: z.boolean().describe('Whether the question is told too, before the text.'),
  model: z.string().min(1).max(256).describe('The model that goes on with the question.'),
  format: z
    .enum(['sse', 'raw', 'openai', 'ndjson'])
    .describe(
      'How the text comes: as events of text, as plain text, as chunks of /v1/completions, or as lines of JSON.',
    ),
};

const query = z.object(completionQuery).partial();

/** What a query says. */
export type CompletionQuery = z.infer<typeof query>;

const readQuery = createQueryReader(completionQuery);

const question = z.toJSONSchema(z.string().min(1).max(4096));

/** The question of the path and what the query says of it; throws a FaultsError that tells all that is wrong. */
export function readCompletion(call: Call): { readonly question: string; readonly query: CompletionQuery } {
  const text = call.parameters['*'] ?? '';
  const reading = readText(text, question);
  const { values, faults } = readQuery(call.search);
  const all: readonly Fault[] =
    'value' in reading ? faults : [place(reading, ['path', 'question']), ...faults];
  if (all.length > 0) throw new FaultsError(all);
  return { question: text, query: query.parse(values) };
}
