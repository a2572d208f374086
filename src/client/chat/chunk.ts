import { z } from 'zod';

/** How many tokens a call took, as the server counts them. */
export interface ChatUsage {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

/** What one chunk of a stream, or a whole answer, adds. */
export interface Chunk {
  readonly text: string;
  readonly reason: string | undefined;
  readonly model: string | undefined;
  readonly usage: ChatUsage | undefined;
}

const said = z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish().catch(null);

const chunk = z.object({
  model: z.string().nullish().catch(null),
  choices: z
    .array(
      z.object({
        index: z.number().nullish().catch(null),
        delta: said,
        message: said,
        finish_reason: z.string().nullish().catch(null),
      }),
    )
    .nullish(),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish().catch(null),
});

/** Reads a chunk, or the whole answer of a server that does not stream; undefined where it is neither. */
export function readChunk(value: unknown): Chunk | undefined {
  const { data } = chunk.safeParse(value);
  if (data === undefined || (!data.choices && !data.usage)) return undefined;
  const choice = data.choices?.find(({ index }) => (index ?? 0) === 0);
  // Some servers send an empty message beside each delta.
  const { content, refusal } = choice?.delta ?? choice?.message ?? {};
  const { usage } = data;
  return {
    text: (content ?? '') || (refusal ?? ''),
    // Some servers send '' until there is one.
    reason: choice?.finish_reason || undefined,
    model: data.model ?? undefined,
    usage: usage
      ? { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens }
      : undefined,
  };
}
