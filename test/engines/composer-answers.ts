import { createRandom, hash } from '../../src/core/chance.ts';
import type { Message } from '../../src/core/message.ts';
import { composeAnswer } from '../../src/engines/composer/compose.ts';

interface Options {
  readonly seed?: number;
  readonly minCharacters?: number;
  readonly system?: string;
}

/** The composer's answer to one prompt. */
export function answer(prompt: string, options: Options = {}): string {
  const { system } = options;
  const messages: Message[] = system === undefined ? [] : [{ role: 'system', content: system }];
  return converse([...messages, { role: 'user', content: prompt }], options);
}

/** The composer's answer to a conversation. */
export function converse(messages: readonly Message[], { seed = 0, minCharacters }: Options = {}): string {
  const said = messages.flatMap(({ role, content }) => [role, content]);
  const random = createRandom('composer', hash(seed, ...said));
  return composeAnswer({ messages, ...(minCharacters === undefined ? {} : { minCharacters }) }, random);
}

/** Traces in a text of how it was put together. */
export function findSeams(text: string): string[] {
  const prose = text.replace(/```[^]*?```/g, 'code').replace(/^\|.*\|$/gm, 'row');
  const english = !/[«¿¡„]/.test(text);
  const found = [...seams, ...(english ? articles : [])].flatMap((seam) => prose.match(seam)?.[0] ?? []);
  if ((text.match(/^```/gm) ?? []).length % 2 !== 0) found.push('an open fence');
  if (!/[.!?”"`}\]]$/.test(text)) found.push(`an open end: ${text.slice(-20)}`);
  return found;
}

const articles: readonly RegExp[] = [
  /(?<!\p{L})a (?!one|eu)[aeio][a-z]{2}\w*/u,
  /(?<!\p{L})an (?!hour|honest|heir|honou?r)[bcdfghjklmnpqrstvwxz][a-z]{2}\w*/u,
];

const seams: readonly RegExp[] = [
  // Doubled words.
  /.{0,30}(?<![\p{L}'’-])(\p{L}+) \1(?![\p{L}'’-])/iu,
  /\b(?:(?:the|a|an) (?:the|a|an|how|what|why|your|this)|of of|your (?:the|a)|to to)\b.*/i,
  /undefined|\bnull\b|NaN|::|\{[a-z]+\}|\[[a-z ]+\|/,
  /\S {2,}\S/,
  /\w [,.](?=\s|$)/,
  /.{0,20}(?:[,;:]\.|\.\.(?!\.)|\?\.|!\.)/,
  /\n{3,}/,
];

/** How much of two texts is shared: the Jaccard index of their runs of four words. */
export function overlap(one: string, other: string): number {
  const [a, b] = [shingles(one), shingles(other)];
  let shared = 0;
  for (const shingle of a) if (b.has(shingle)) shared += 1;
  return shared / (a.size + b.size - shared || 1);
}

function shingles(text: string): Set<string> {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return new Set(words.slice(3).map((_, index) => words.slice(index, index + 4).join(' ')));
}
