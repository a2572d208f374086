import { z } from 'zod';
import { samplingExtras } from './openai-sampling.ts';

const promptKinds = 'one of a string, array of strings, array of integers, or array of integer arrays';

const tokenId = z.int().min(0);

// A list of lists of ids and a flat list of them are both arrays: which one it is, its first element tells.
const prompt = z
  .union([z.string(), z.array(z.union([z.string(), tokenId, z.array(tokenId).min(1)])).min(1)])
  .meta({ 'x-expected': promptKinds });

const stop = z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(4)]);

const logitBias = z.record(z.string().regex(/^\d+$/), z.number().min(-100).max(100));

const streamOptions = z.object({
  include_usage: z.boolean().nullish(),
  include_obfuscation: z.boolean().nullish(),
});

/** The body of a text completion. Its order of checks is not known: it follows that of chat completions. */
export const completionBody = z.object({
  model: z
    .string()
    .min(1)
    .max(256)
    .describe('The model that goes on with the text; any id is served unless the server is strict.'),
  prompt: prompt
    .nullish()
    .describe('The text or texts to go on with, or their tokens; <|endoftext|> when absent.'),
  suffix: z
    .string()
    .nullish()
    .describe('What comes after the text that is inserted; gpt-3.5-turbo-instruct alone takes it.'),
  n: z.int().min(1).max(128).nullish().describe('How many choices each prompt gets; 1 when absent.'),
  best_of: z
    .int()
    .min(1)
    .max(128)
    .nullish()
    .describe('How many choices are generated, of which the n most probable ones are told.'),
  temperature: z.number().min(0).max(2).nullish().describe('How varied the text is; 1 when absent.'),
  top_p: z.number().min(0).max(1).nullish().describe('The probability mass that is sampled from.'),
  presence_penalty: z.number().min(-2).max(2).nullish().describe('Discourages tokens that were used.'),
  frequency_penalty: z
    .number()
    .min(-2)
    .max(2)
    .nullish()
    .describe('Discourages tokens by how often they were used.'),
  logprobs: z
    .int()
    .min(0)
    .max(5)
    .meta({ 'x-plain-bounds': true })
    .nullish()
    .describe('How many alternatives each token comes with, besides its own log probability.'),
  echo: z.boolean().nullish().describe('Whether the prompt is told too, before the text.'),
  user: z.string().nullish().describe('The end user.'),
  seed: z.int().nullish().describe('Equal seeds and bodies give equal texts.'),
  max_tokens: z.int().min(0).nullish().describe('Most tokens of a choice; 16 when absent.'),
  logit_bias: logitBias.nullish().describe('Biases of single tokens, by token id; without effect.'),
  stop: stop.nullish().describe('Up to 4 texts before which a choice ends.'),
  stream: z.boolean().nullish().describe('Whether the text comes as server-sent events.'),
  stream_options: streamOptions.nullish().describe('Options of a streamed text.'),
  ...samplingExtras,
});

/** The body of a text completion that suits its schema. */
export type CompletionBody = z.infer<typeof completionBody>;
