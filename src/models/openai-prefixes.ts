import type { EncodingName } from '../core/model.ts';

// The first prefix that fits decides; what fits none is newer than this list.
const encodings: readonly (readonly [prefix: string, encoding: EncodingName])[] = [
  ['gpt-oss-', 'o200k_harmony'],
  ['gpt-4o', 'o200k_base'],
  ['gpt-4.', 'o200k_base'],
  ['gpt-4', 'cl100k_base'],
  ['gpt-3.5', 'cl100k_base'],
  ['gpt-35', 'cl100k_base'],
  ['text-embedding-', 'cl100k_base'],
  ['davinci-002', 'cl100k_base'],
  ['babbage-002', 'cl100k_base'],
  ['text-davinci-', 'p50k_base'],
  ['gpt2', 'r50k_base'],
];

/** The encoding of a model id, by the prefixes that tiktoken goes by. */
export function encodingOf(id: string): EncodingName {
  const base = baseOf(id);
  return encodings.find(([prefix]) => base.startsWith(prefix))?.[1] ?? 'o200k_base';
}

/** Whether a model id belongs to a family that thinks before it answers. */
export function reasons(id: string): boolean {
  const base = baseOf(id);
  return /^o[134](?:-|$)/.test(base) || (/^gpt-5(?:[.-]|$)/.test(base) && !base.includes('-chat'));
}

/** The model that a fine-tuned id such as `ft:gpt-4o-mini:org::id` was made from; any other id as it is. */
export function baseOf(id: string): string {
  return id.startsWith('ft:') ? (id.split(':', 2)[1] ?? id) : id;
}
