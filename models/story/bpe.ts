import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** GPT-2's byte-level tokens: a table of ids and the ranks of the merges. */
export interface Vocabulary {
  readonly ids: ReadonlyMap<string, number>;
  readonly ranks: ReadonlyMap<string, number>;
}

/** How GPT-2 cuts a text into words before it looks for tokens. */
export const words = /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;

/** The mark between documents. */
export const endOfText = '<|endoftext|>';

/** A printable sign for each of the 256 bytes, as GPT-2 writes them in its files. */
export const signs: readonly string[] = makeSigns();

function makeSigns(): readonly string[] {
  let unprintable = 0;
  return Array.from({ length: 256 }, (_, byte) => {
    const isPrintable =
      (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || (byte >= 174 && byte <= 255);
    if (isPrintable) return String.fromCharCode(byte);
    unprintable += 1;
    return String.fromCharCode(255 + unprintable);
  });
}

/** The bytes of a word, each as its sign. */
export function toSigns(word: string): string[] {
  return Array.from(Buffer.from(word, 'utf8'), (byte) => signs[byte] ?? '');
}

/** The tokens of one word, in signs. */
export function splitWord(word: string, ranks: ReadonlyMap<string, number>): readonly string[] {
  let parts = toSigns(word);
  for (;;) {
    const best = findBest(parts, ranks);
    if (best === undefined) return parts;
    parts = mergePair(parts, best);
  }
}

function findBest(parts: readonly string[], ranks: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (let index = 1; index < parts.length; index += 1) {
    const pair = `${parts[index - 1] ?? ''} ${parts[index] ?? ''}`;
    const rank = ranks.get(pair) ?? Infinity;
    if (rank < least) [best, least] = [pair, rank];
  }
  return best;
}

/** The parts with each pair, written as `left right`, put together. */
export function mergePair(parts: readonly string[], pair: string): string[] {
  const [left, right] = pair.split(' ');
  const merged: string[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? '';
    if (part === left && parts[index + 1] === right) {
      merged.push(part + (right ?? ''));
      index += 1;
    } else merged.push(part);
  }
  return merged;
}

/** An encoder that remembers the words that it has seen. */
export function createEncoder({ ids, ranks }: Vocabulary): (text: string) => number[] {
  const known = new Map<string, readonly number[]>();
  const encodeWord = (word: string): readonly number[] => {
    const found = known.get(word) ?? splitWord(word, ranks).map((token) => ids.get(token) ?? -1);
    known.set(word, found);
    return found;
  };
  const encodeDocument = (text: string): readonly number[] => (text.match(words) ?? []).flatMap(encodeWord);
  const end = ids.get(endOfText) ?? -1;
  return (text) =>
    text
      .split(endOfText)
      .map(encodeDocument)
      .reduce((before: number[], document) => append(append(before, [end]), document), [])
      .slice(1);
}

// In place: a corpus has millions of tokens.
function append(tokens: number[], more: readonly number[]): number[] {
  for (const token of more) tokens.push(token);
  return tokens;
}

/** The vocabulary in a folder that holds vocab.json and merges.txt. */
export function readVocabulary(path: string): Vocabulary {
  const table: unknown = JSON.parse(readFileSync(join(path, 'vocab.json'), 'utf8'));
  const merges = readFileSync(join(path, 'merges.txt'), 'utf8').split('\n').slice(1);
  return {
    ids: new Map(Object.entries(Object(table)).map(([token, id]) => [token, Number(id)])),
    ranks: new Map(merges.filter((line) => line !== '').map((line, rank) => [line, rank])),
  };
}
