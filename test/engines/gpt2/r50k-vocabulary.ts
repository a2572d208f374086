import ranks from 'gpt-tokenizer/bpeRanks/r50k_base';
import { createByteAlphabet } from '../../../src/engines/gpt2/tokenizer/byte-alphabet.ts';
import type { TokenKind, Vocabulary } from '../../../src/weights/tokenizer-files.ts';

const endOfText = '<|endoftext|>';

/** GPT-2's vocabulary, made anew of the ranks of its tokens: a token is a merge of those of lower rank. */
export function createR50kVocabulary(): Vocabulary {
  const alphabet = createByteAlphabet();
  const names = ranks.map((token) =>
    Array.from(typeof token === 'string' ? Buffer.from(token) : token, (byte) => alphabet[byte]).join(''),
  );
  const rankOf = new Map(names.map((name, rank) => [name, rank]));
  const merges = names
    .map((name, rank) => split(name, rank, rankOf))
    .filter((parts) => parts.length === 2)
    .map((parts) => parts.join(' '));
  const kinds: readonly TokenKind[] = [...names.map((): TokenKind => 'normal'), 'control'];
  return { tokens: [...names, endOfText], kinds, merges };
}

// The plainest merging there is, with the tokens below the rank alone.
function split(name: string, below: number, rankOf: ReadonlyMap<string, number>): readonly string[] {
  let parts: readonly string[] = name.split('');
  while (parts.length > 1) {
    const found = parts.slice(1).map((part, index) => rankOf.get(`${parts[index]}${part}`) ?? Infinity);
    const least = Math.min(...found);
    if (least >= below) break;
    const place = found.indexOf(least);
    parts = [...parts.slice(0, place), `${parts[place]}${parts[place + 1]}`, ...parts.slice(place + 2)];
  }
  return parts;
}
