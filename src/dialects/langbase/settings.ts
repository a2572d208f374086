import { z } from 'zod';
import { message } from './messages.ts';
import { name } from './names.ts';
import { variables } from './variables.ts';

const fraction = z.number().min(0).max(1);
const penalty = z.number().min(-2).max(2);

const tool = z.looseObject({
  type: z.literal('function'),
  function: z.looseObject({
    name: z.string().min(1).max(64),
    description: z.string().nullish(),
    parameters: z.record(z.string(), z.unknown()).nullish(),
  }),
});

const responseFormat = z.union([
  z.looseObject({ type: z.enum(['text', 'json_object']) }),
  z.looseObject({
    type: z.literal('json_schema'),
    json_schema: z.looseObject({ schema: z.record(z.string(), z.unknown()).nullish() }),
  }),
]);

const toolChoice = z.union([
  z.enum(['auto', 'none', 'required']),
  z.looseObject({ type: z.literal('function'), function: z.looseObject({ name: z.string() }) }),
]);

const stop = z.array(z.string().min(1)).max(4);

/** What may be said of a generation by a pipe, a run and an agent. */
export const generationSettings = {
  tools: z.array(tool).max(128).nullish(),
  tool_choice: toolChoice.nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  response_format: responseFormat.nullish(),
  top_p: fraction.nullish(),
  max_tokens: z.int().min(1).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  presence_penalty: penalty.nullish(),
  frequency_penalty: penalty.nullish(),
  stop: z.union([stop, z.string().min(1)]).nullish(),
};

/** What may be said of a generation. */
export type GenerationSettings = z.input<z.ZodObject<typeof generationSettings>>;

/** What may be said by a pipe and by a run of it. */
export const pipeSettings = {
  ...generationSettings,
  messages: z.array(message).nullish(),
  variables: variables.nullish(),
  json: z.boolean().nullish(),
  store: z.boolean().nullish(),
  moderate: z.boolean().nullish(),
  memory: z.array(z.looseObject({ name })).max(20).nullish(),
};

/** What may be said by a pipe and by a run of it. */
export type PipeSettings = z.input<z.ZodObject<typeof pipeSettings>>;
