import { z } from 'zod';
import { chatMessage, textContent } from './openai-chat-messages.ts';
import { samplingExtras } from './openai-sampling.ts';
import { functionCall, functions, responseFormat, toolChoice, tools } from './openai-chat-tools.ts';

const moderationMode = z.object({ mode: z.enum(['score', 'block']) });

const moderation = z.object({
  model: z.string(),
  policy: z.object({ input: moderationMode.nullish(), output: moderationMode.nullish() }).nullish(),
});

const cacheOptions = z.object({
  mode: z.enum(['implicit', 'explicit']).nullish(),
  ttl: z.enum(['30m']).nullish(),
});

const serviceTier = z.enum(['auto', 'default', 'flex', 'scale', 'priority', 'fast']);

const reasoningEffort = z.enum(['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max']);

const stop = z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(4)]);

const logitBias = z.record(z.string().regex(/^\d+$/), z.number().min(-100).max(100));

const streamOptions = z.object({
  include_usage: z.boolean().nullish(),
  include_obfuscation: z.boolean().nullish(),
});

const metadata = z
  .record(z.string().max(64), z.string().max(512))
  .meta({ maxProperties: 16, 'x-expected': 'a metadata object' });

const audio = z.object({
  voice: z.union([z.string(), z.object({ id: z.string() })]),
  format: z.enum(['wav', 'aac', 'mp3', 'flac', 'opus', 'pcm16']),
});

const place = z.object({
  country: z.string().nullish(),
  region: z.string().nullish(),
  city: z.string().nullish(),
  timezone: z.string().nullish(),
});

const webSearch = z.object({
  user_location: z.object({ type: z.literal('approximate'), approximate: place }).nullish(),
  search_context_size: z.enum(['low', 'medium', 'high']).nullish(),
});

/** The body of a chat completion, its members in the order in which OpenAI checks them. */
export const chatBody = z.object({
  model: z
    .string()
    .min(1)
    .max(256)
    .describe('The model that answers; any id is served unless the server is strict.'),
  messages: z
    .array(chatMessage)
    .min(1)
    .max(100_000)
    .describe('The conversation so far, oldest message first.'),
  functions: functions.nullish().describe('Deprecated: functions that the model may call.'),
  function_call: functionCall.nullish().describe('Deprecated: which function the model calls.'),
  tools: tools
    .nullish()
    .describe('Tools that the model may call; custom ones are refused unless tool_choice is none.'),
  tool_choice: toolChoice.nullish().describe('Which tool the model calls.'),
  parallel_tool_calls: z.boolean().nullish().describe('Whether one answer may call several tools.'),
  max_completion_tokens: z.int().min(1).nullish().describe('Most tokens of an answer, reasoning included.'),
  n: z.int().min(1).max(128).nullish().describe('How many answers are generated; 1 when absent.'),
  temperature: z.number().min(0).max(2).nullish().describe('How varied the answer is; 1 when absent.'),
  top_p: z.number().min(0).max(1).nullish().describe('The probability mass that is sampled from.'),
  presence_penalty: z.number().min(-2).max(2).nullish().describe('Discourages tokens that were used.'),
  frequency_penalty: z
    .number()
    .min(-2)
    .max(2)
    .nullish()
    .describe('Discourages tokens by how often they were used.'),
  logprobs: z.boolean().nullish().describe('Whether tokens come with their log probabilities.'),
  top_logprobs: z
    .int()
    .min(0)
    .max(20)
    .meta({ 'x-plain-bounds': true })
    .nullish()
    .describe('How many alternatives each token comes with; needs logprobs.'),
  user: z.string().nullish().describe('Deprecated: the end user.'),
  seed: z.int().nullish().describe('Equal seeds and bodies give equal answers.'),
  moderation: moderation.nullish().describe('Moderation of prompt and answer; accepted, without effect.'),
  safety_identifier: z.string().max(64).nullish().describe('The end user, hashed.'),
  prompt_cache_options: cacheOptions.nullish().describe('Prompt caching; accepted, without effect.'),
  prompt_cache_key: z.string().nullish().describe('What groups requests for prompt caching.'),
  prompt_cache_retention: z
    .enum(['in_memory', '24h'])
    .nullish()
    .describe('Deprecated: how long prompts are cached.'),
  response_format: responseFormat
    .nullish()
    .describe('The form of the answer: text, a JSON object, or JSON that follows a schema.'),
  service_tier: serviceTier.nullish().describe('The tier that serves the request.'),
  max_tokens: z.int().min(1).nullish().describe('Deprecated: most tokens of an answer.'),
  reasoning_effort: reasoningEffort.nullish().describe('How much a reasoning model thinks.'),
  logit_bias: logitBias.nullish().describe('Biases of single tokens, by token id.'),
  stop: stop.nullish().describe('Up to 4 texts before which an answer ends.'),
  stream: z.boolean().nullish().describe('Whether the answer comes as server-sent events.'),
  stream_options: streamOptions.nullish().describe('Options of a streamed answer.'),
  store: z
    .boolean()
    .nullish()
    .describe('Whether the answer is kept for later retrieval; true is refused for now.'),
  metadata: metadata.nullish().describe('Up to 16 pairs of texts kept with a stored answer.'),
  prediction: z
    .object({ type: z.literal('content'), content: textContent })
    .nullish()
    .describe('The expected answer.'),
  verbosity: z.enum(['low', 'medium', 'high']).nullish().describe('How long-winded the answer is.'),
  modalities: z
    .array(z.enum(['text', 'audio']))
    .nullish()
    .describe('What the answer is made of.'),
  audio: audio
    .nullish()
    .describe(
      'Voice and format of a spoken answer; without effect, since spoken answers are refused for now.',
    ),
  web_search_options: webSearch.nullish().describe('Options of models that search the web; refused for now.'),
  ...samplingExtras,
});

/** The body of a chat completion that suits its schema. */
export type ChatBody = z.infer<typeof chatBody>;
