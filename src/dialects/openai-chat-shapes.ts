import { z } from 'zod';

const count = z.int().min(0);

const logprob = z.object({
  token: z.string(),
  logprob: z.number().max(0),
  bytes: z.array(z.int().min(0).max(255)).nullable(),
});

const logprobs = z.object({
  content: z.array(logprob.extend({ top_logprobs: z.array(logprob) })),
  refusal: z.null(),
});

const usage = z.object({
  prompt_tokens: count,
  completion_tokens: count,
  total_tokens: count,
  prompt_tokens_details: z.object({ cached_tokens: count, audio_tokens: count }),
  completion_tokens_details: z.object({
    reasoning_tokens: count,
    audio_tokens: count,
    accepted_prediction_tokens: count,
    rejected_prediction_tokens: count,
  }),
});

const finishReason = z.enum(['stop', 'length', 'tool_calls', 'content_filter', 'function_call']);

const calledFunction = z.object({ name: z.string(), arguments: z.string().describe('JSON.') });

const toolCall = z.object({ id: z.string(), type: z.literal('function'), function: calledFunction });

const shared = {
  id: z.string().describe('The same on all chunks of one answer.'),
  created: z.int().describe('Seconds since 1970.'),
  model: z.string().describe('The dated snapshot that answers.'),
  service_tier: z.string(),
  system_fingerprint: z.string().nullable(),
};

/** A whole chat completion. */
export const chatCompletion = z.object({
  ...shared,
  object: z.literal('chat.completion'),
  choices: z.array(
    z.object({
      index: count,
      message: z.object({
        role: z.literal('assistant'),
        content: z.string().nullable(),
        tool_calls: z.array(toolCall).optional(),
        function_call: calledFunction.optional(),
        refusal: z.string().nullable(),
        annotations: z.array(z.unknown()),
      }),
      logprobs: logprobs.nullish(),
      finish_reason: finishReason,
    }),
  ),
  usage,
});

const toolCallDelta = z.object({
  index: count,
  id: z.string().optional(),
  type: z.literal('function').optional(),
  function: calledFunction.partial(),
});

/** One event of a streamed chat completion. */
export const chatCompletionChunk = z.object({
  ...shared,
  object: z.literal('chat.completion.chunk'),
  choices: z.array(
    z.object({
      index: count,
      delta: z.object({
        role: z.literal('assistant').optional(),
        content: z.string().nullish(),
        tool_calls: z.array(toolCallDelta).optional(),
        function_call: calledFunction.partial().optional(),
        refusal: z.string().nullish(),
      }),
      logprobs: logprobs.nullish(),
      finish_reason: finishReason.nullable(),
    }),
  ),
  usage: usage.nullish(),
  obfuscation: z.string().optional(),
});
