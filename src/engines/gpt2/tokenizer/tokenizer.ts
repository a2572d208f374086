import { createByteAlphabet } from './byte-alphabet.ts';
import { parseMerges } from './merge-table.ts';
import { mergeWord } from './merge-word.ts';
import { splitWords } from './split-words.ts';

/** What a tokenizer is made of: the contents of GPT-2's two files. */
export interface TokenizerFiles {
  /** Of `vocab.json`: the id of each token, whose bytes are written in GPT-2's alphabet. */
  readonly vocabulary: Readonly<Record<string, number>>;
  /** The text of `merges.txt`. */
  readonly merges: string;
}

/** Text to tokens and back, as GPT-2 does it: byte pair encoding of the text's UTF-8. */
export interface Tokenizer {
  /** One more than the largest id. */
  readonly size: number;
  /** The tokens of a text, in which special tokens have no meaning: what looks like one is ordinary text. */
  tokenize(text: string): number[];
  /** The bytes of a token; empty for one that no text has, as the end of text. */
  bytesOf(token: number): Uint8Array;
}

/** The tokenizer that the files describe; throws where they contradict each other. */
export function createTokenizer({ vocabulary, merges }: TokenizerFiles): Tokenizer {
  const ids = new Map(Object.entries(vocabulary));
  const size = findSize(ids);
  const alphabet = createByteAlphabet();
  const byteTokens = alphabet.map((character, byte) => findByte(ids, character, byte));
  const table = parseMerges(merges, ids);
  const isByte = new Set(byteTokens);
  const spelled = spellTokens(ids, alphabet, (token) => table.makes(token) || isByte.has(token));
  const encoder = new TextEncoder();
  const encodeWord = remember((word) => {
    const bytes = Array.from(encoder.encode(word), (byte) => byteTokens[byte] ?? 0);
    return mergeWord(bytes, table);
  });

  return {
    size,
    tokenize(text) {
      const tokens: number[] = [];
      // Half a surrogate pair has no UTF-8: U+FFFD stands in for it.
      for (const word of splitWords(text.toWellFormed())) {
        for (const token of encodeWord(word)) tokens.push(token);
      }
      return tokens;
    },
    bytesOf: (token) => spelled.get(token) ?? new Uint8Array(),
  };
}

const mostTokens = 2 ** 20;

function findSize(ids: ReadonlyMap<string, number>): number {
  const known = new Set<number>();
  let size = 0;
  for (const [name, id] of ids) {
    if (!Number.isInteger(id) || id < 0 || id >= mostTokens) {
      throw new Error(`vocab.json: ${id} cannot be the id of '${name}'.`);
    }
    if (known.has(id)) throw new Error(`vocab.json: two tokens have the id ${id}.`);
    known.add(id);
    size = Math.max(size, id + 1);
  }
  return size;
}

function findByte(ids: ReadonlyMap<string, number>, character: string, byte: number): number {
  const token = ids.get(character);
  if (token === undefined) throw new Error(`vocab.json has no token for the byte ${byte} ('${character}').`);
  return token;
}

// Special tokens are in the vocabulary too, by names that are not made of anything: those stand for no bytes.
function spellTokens(
  ids: ReadonlyMap<string, number>,
  alphabet: readonly string[],
  isText: (token: number) => boolean,
): ReadonlyMap<number, Uint8Array> {
  const bytes = new Map(alphabet.map((character, byte) => [character, byte]));
  const spelled = new Map<number, Uint8Array>();
  for (const [name, id] of ids) {
    if (isText(id))
      spelled.set(
        id,
        Uint8Array.from(name, (character) => bytes.get(character) ?? 0),
      );
  }
  return spelled;
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
