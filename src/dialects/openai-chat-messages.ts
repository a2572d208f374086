import { z } from 'zod';

const cacheBreakpoint = z.object({ mode: z.literal('explicit') });

const textPart = z.object({
  type: z.literal('text'),
  text: z.string(),
  prompt_cache_breakpoint: cacheBreakpoint.nullish(),
});

const imagePart = z.object({
  type: z.literal('image_url'),
  image_url: z.object({ url: z.string(), detail: z.enum(['auto', 'low', 'high']).nullish() }),
  prompt_cache_breakpoint: cacheBreakpoint.nullish(),
});

const audioPart = z.object({
  type: z.literal('input_audio'),
  input_audio: z.object({ data: z.string(), format: z.enum(['wav', 'mp3']) }),
  prompt_cache_breakpoint: cacheBreakpoint.nullish(),
});

const filePart = z.object({
  type: z.literal('file'),
  file: z.object({
    filename: z.string().nullish(),
    file_data: z.string().nullish(),
    file_id: z.string().nullish(),
  }),
  prompt_cache_breakpoint: cacheBreakpoint.nullish(),
});

const refusalPart = z.object({ type: z.literal('refusal'), refusal: z.string() });

/** Text, or parts that are text. */
export const textContent = z.union([z.string(), z.array(z.discriminatedUnion('type', [textPart]))]);

const userContent = z.union([
  z.string(),
  z.array(z.discriminatedUnion('type', [textPart, imagePart, audioPart, filePart])),
]);

const assistantContent = z.union([
  z.string(),
  z.array(z.discriminatedUnion('type', [textPart, refusalPart])),
]);

const name = z
  .string()
  .regex(/^[^\s<|\\/>]+$/)
  .nullish();

const callId = z.string().max(40);

const toolCall = z.discriminatedUnion('type', [
  z.object({
    id: callId,
    type: z.literal('function'),
    function: z.object({ name: z.string(), arguments: z.string() }),
  }),
  z.object({
    id: callId,
    type: z.literal('custom'),
    custom: z.object({ name: z.string(), input: z.string() }),
  }),
]);

const assistantMessage = z.object({
  role: z.literal('assistant'),
  content: assistantContent.nullish(),
  refusal: z.string().nullish(),
  name,
  audio: z.object({ id: z.string() }).nullish(),
  tool_calls: z.array(toolCall).min(1).max(128).nullish(),
  function_call: z.object({ name: z.string(), arguments: z.string() }).nullish(),
  // Clients send an answer's message back as it came, and every answer carries this one.
  annotations: z.array(z.record(z.string(), z.unknown())).nullish(),
});

/** A message as the body holds it; that content must be there is told later, in other words. */
export const chatMessage = z.discriminatedUnion('role', [
  z.object({ role: z.literal('system'), content: textContent.nullish(), name }),
  assistantMessage,
  z.object({ role: z.literal('user'), content: userContent.nullish(), name }),
  z.object({ role: z.literal('function'), content: z.string().nullish(), name: z.string() }),
  z.object({ role: z.literal('tool'), content: textContent.nullish(), tool_call_id: callId }),
  z.object({ role: z.literal('developer'), content: textContent, name }),
]);

/** A message as the body holds it. */
export type ChatMessage = z.infer<typeof chatMessage>;
