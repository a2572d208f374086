import type { EncodingName, ModelCard } from '../core/model.ts';
import { promptTooLong, unknownToken } from '../core/refusals.ts';
import type { Encoding } from './encodings.ts';

/** A text to go on with. */
export interface PlainPrompt {
  readonly text: string;
  /** How many tokens it has; beyond what its model takes they are not counted to the end. */
  count(): number;
}

/** Reads a prompt of text or of token ids; throws an ApiError where the encoding does not have an id, or the model not the room. */
export function readPrompt(
  prompt: string | readonly number[],
  { card, encoding }: { readonly card: ModelCard; readonly encoding: Encoding },
): PlainPrompt {
  const limit = card.contextLength;
  if (typeof prompt === 'string') {
    const text = prompt.toWellFormed();
    return text === separator ? beginning : { text, count: () => encoding.count(text, limit) };
  }
  if (prompt.length > limit) throw promptTooLong(limit, prompt.length, 0);
  const text = decode(prompt, encoding);
  return text === separator ? beginning : { text, count: () => prompt.length };
}

/** What stands between two documents that models have learned from. */
const separator = '<|endoftext|>';

// After a separator nothing stands yet: engines that compute put their own token there.
const beginning: PlainPrompt = { text: '', count: () => 1 };

const separators: Record<EncodingName, number> = {
  o200k_base: 199_999,
  o200k_harmony: 199_999,
  cl100k_base: 100_257,
  p50k_base: 50_256,
  r50k_base: 50_256,
};

// Ids may cut a character in two: what is left of it reads as U+FFFD.
function decode(ids: readonly number[], encoding: Encoding): string {
  const parts = ids.map((id) => {
    if (id === separators[encoding.name]) return Buffer.from(separator);
    const bytes = encoding.bytes(id);
    if (bytes.length === 0) throw unknownToken(id);
    return bytes;
  });
  return Buffer.concat(parts).toString('utf8');
}
