import { z } from 'zod';

const count = z.int().min(0);

const logprobs = z.object({
  tokens: z.array(z.string()),
  token_logprobs: z.array(z.number()),
  top_logprobs: z.array(z.record(z.string(), z.number())),
  text_offset: z
    .array(count)
    .describe('Where each token begins, in characters from the beginning of the prompt.'),
});

const usage = z.object({ prompt_tokens: count, completion_tokens: count, total_tokens: count });

const reason = z.enum(['stop', 'length']);

const choice = z.object({ text: z.string(), index: count, logprobs: logprobs.nullable() });

const shared = {
  id: z.string().describe('The same on all chunks of one text.'),
  object: z.literal('text_completion'),
  created: z.int().describe('Seconds since 1970.'),
  model: z.string().describe('The dated snapshot that answers.'),
};

/** A whole text completion. */
export const textCompletion = z.object({
  ...shared,
  choices: z.array(choice.extend({ finish_reason: reason })),
  usage,
});

/** One event of a streamed text completion. */
export const textCompletionChunk = z.object({
  ...shared,
  choices: z.array(choice.extend({ finish_reason: reason.nullable() })),
  usage: usage.nullish(),
});
