import { z } from 'zod';

const count = z.int().min(0);

const usage = z.object({ prompt_tokens: count, completion_tokens: count, total_tokens: count });

const finishReason = z.enum(['stop', 'length', 'tool_calls']);

const toolCall = z.object({
  id: z.string(),
  type: z.literal('function'),
  function: z.object({ name: z.string(), arguments: z.string() }),
});

const shared = {
  id: z.string(),
  created: z.int().describe('Seconds since 1970.'),
  model: z.string(),
  system_fingerprint: z.string(),
};

/** The model's own answer, as Langbase passes it on. */
export const chatCompletion = z.object({
  ...shared,
  object: z.literal('chat.completion'),
  choices: z.tuple([
    z.object({
      index: z.literal(0),
      message: z.object({
        role: z.literal('assistant'),
        content: z.string().nullable(),
        tool_calls: z.array(toolCall).optional(),
      }),
      logprobs: z.null(),
      finish_reason: finishReason,
    }),
  ]),
  usage,
});

/** One event of a stream. */
export const chatCompletionChunk = z.object({
  ...shared,
  object: z.literal('chat.completion.chunk'),
  choices: z.tuple([
    z.object({
      index: z.literal(0),
      delta: z.object({
        role: z.literal('assistant').optional(),
        content: z.string().nullish(),
        tool_calls: z.array(toolCall.partial().extend({ index: count })).optional(),
      }),
      logprobs: z.null(),
      finish_reason: finishReason.nullable(),
    }),
  ]),
  usage: usage.optional().describe('In the last chunk alone.'),
});
