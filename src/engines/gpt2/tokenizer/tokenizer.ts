import type { Vocabulary } from '../../../weights/tokenizer-files.ts';
import { createByteAlphabet } from './byte-alphabet.ts';
import { createMergeTable } from './merge-table.ts';
import { mergeWord } from './merge-word.ts';
import { splitWords } from './split-words.ts';

/** Text to tokens and back, as GPT-2 does it: byte pair encoding of the text's UTF-8. */
export interface Tokenizer {
  /** The tokens of a text, in which special tokens have no meaning: what looks like one is ordinary text. */
  tokenize(text: string): number[];
  /** The bytes of a token; empty for one that no text has, as the end of text. */
  bytesOf(token: number): Uint8Array;
}

/** The tokenizer of a vocabulary; throws where it lacks what is needed to write any text. */
export function createTokenizer(vocabulary: Vocabulary): Tokenizer {
  const alphabet = createByteAlphabet();
  const ids = new Map(vocabulary.tokens.map((name, id) => [name, id]));
  const byteTokens = alphabet.map((character, byte) => findByte(ids, character, byte));
  const table = createMergeTable(vocabulary.merges, ids);
  const spelled = spellTokens(vocabulary, alphabet);
  const encoder = new TextEncoder();
  const encodeWord = remember((word) => {
    // Half a surrogate pair has no UTF-8: the encoder puts U+FFFD in its place.
    const bytes = Array.from(encoder.encode(word), (byte) => byteTokens[byte] ?? 0);
    return mergeWord(bytes, table);
  });

  return {
    tokenize(text) {
      const tokens: number[] = [];
      for (const word of splitWords(text)) {
        for (const token of encodeWord(word)) tokens.push(token);
      }
      return tokens;
    },
    bytesOf: (token) => spelled[token] ?? new Uint8Array(),
  };
}

function findByte(ids: ReadonlyMap<string, number>, character: string, byte: number): number {
  const token = ids.get(character);
  if (token === undefined)
    throw new Error(`The vocabulary lacks a token for the byte ${byte} ('${character}').`);
  return token;
}

function spellTokens({ tokens, kinds }: Vocabulary, alphabet: readonly string[]): readonly Uint8Array[] {
  const bytes = new Map(alphabet.map((character, byte) => [character, byte]));
  return tokens.map((name, id) => {
    if (kinds[id] !== 'normal') return new Uint8Array();
    return Uint8Array.from(name, (character) => bytes.get(character) ?? 0);
  });
}

const longestRemembered = 64;
const mostRemembered = 20_000;

// Words come again and again; when the memory is full it begins anew, which costs little and needs no order.
function remember(encode: (word: string) => readonly number[]): (word: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const made = encode(word);
    if (word.length > longestRemembered) return made;
    if (known.size >= mostRemembered) known.clear();
    known.set(word, made);
    return made;
  };
}
