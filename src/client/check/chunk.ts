import { z } from 'zod';

const count = z.number().int().min(0);

/** What an answer says of its tokens. */
export const usageSchema = z.object({
  prompt_tokens: count,
  completion_tokens: count,
  total_tokens: count,
  completion_tokens_details: z.object({ reasoning_tokens: count.nullish() }).nullish(),
});

/** The tokens of an answer. */
export type Usage = z.output<typeof usageSchema>;

const choice = z.object({
  index: z.number().optional(),
  delta: z.object({ role: z.string().nullish(), content: z.string().nullish() }).optional(),
  finish_reason: z.string().nullish(),
});

/** A chunk of a chat completion, with no more than the checks look at. */
export const chunkSchema = z.object({
  id: z.unknown().optional(),
  object: z.unknown().optional(),
  created: z.unknown().optional(),
  model: z.unknown().optional(),
  choices: z.array(choice),
  usage: z.unknown().optional(),
});

/** A chunk that a stream has told. */
export type Chunk = z.output<typeof chunkSchema>;

const failure = z.object({
  error: z.union([z.string(), z.object({ message: z.string() })]).nullish(),
  detail: z.unknown().optional(),
});

/** What a body or an event says went wrong; undefined where it says nothing of the kind. */
export function readFailure(value: unknown): string | undefined {
  const { error, detail } = failure.safeParse(value).data ?? {};
  if (typeof error === 'string') return error;
  if (error != null) return error.message;
  if (detail === undefined) return undefined;
  const listed = z.array(z.object({ msg: z.string() })).safeParse(detail).data?.[0]?.msg;
  return typeof detail === 'string' ? detail : (listed ?? JSON.stringify(detail));
}

/** A text as JSON; undefined where it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is judged by whoever asked.
    return undefined;
  }
}
