import { z } from 'zod';

const name = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[a-zA-Z0-9_-]+$/);

const jsonSchema = z.record(z.string(), z.unknown());

const grammar = z.object({ definition: z.string(), syntax: z.enum(['lark', 'regex']) });

const customFormat = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text') }),
  z.object({ type: z.literal('grammar'), grammar }),
]);

const tool = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('function'),
    function: z.object({
      name,
      description: z.string().nullish(),
      parameters: jsonSchema.nullish(),
      strict: z.boolean().nullish(),
    }),
  }),
  z.object({
    type: z.literal('custom'),
    custom: z.object({ name, description: z.string().nullish(), format: customFormat.nullish() }),
  }),
]);

/** The tools that the model may call. */
export const tools = z.array(tool).min(1).max(128);

/** Which of the tools the model is to call. */
export const toolChoice = z.union([
  z.enum(['none', 'auto', 'required']),
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('function'), function: z.object({ name: z.string() }) }),
    z.object({ type: z.literal('custom'), custom: z.object({ name: z.string() }) }),
    z.object({
      type: z.literal('allowed_tools'),
      allowed_tools: z.object({ mode: z.enum(['auto', 'required']), tools: z.array(jsonSchema) }),
    }),
  ]),
]);

/** The functions of the older way to call tools. */
export const functions = z
  .array(z.object({ name, description: z.string().nullish(), parameters: jsonSchema.nullish() }))
  .min(1)
  .max(128)
  .meta({ 'x-expected': 'an array of function definitions' });

/** Which of the functions the model is to call. */
export const functionCall = z.union([z.enum(['none', 'auto']), z.object({ name: z.string() })]);

/** The form that the answer must have. */
export const responseFormat = z.discriminatedUnion('type', [
  z.object({ type: z.literal('json_object') }),
  z.object({
    type: z.literal('json_schema'),
    json_schema: z.object({
      name,
      description: z.string().nullish(),
      schema: jsonSchema.nullish(),
      strict: z.boolean().nullish(),
    }),
  }),
  z.object({ type: z.literal('text') }),
]);
