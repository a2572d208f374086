import { isUtf8 } from 'node:buffer';
import type { EncodingName } from '../core/model.ts';

/** A byte pair encoding: text to token ids and back, exact to OpenAI's tiktoken but in runs of over 512 characters without a blank or the end of a word. */
export interface Encoding {
  readonly name: EncodingName;
  readonly size: number;
  encode(text: string): number[];
  /** Counts the tokens of a text, giving up once there are more than `limit`. */
  count(text: string, limit?: number): number;
  /** The UTF-8 bytes of one token. */
  bytes(id: number): Uint8Array;
  /** The text of the ids, or undefined where they end inside a character. */
  decode(ids: readonly number[]): string | undefined;
}

type Ranks = readonly (string | readonly number[])[];
interface Tokenizer {
  encode(text: string, options: { disallowedSpecial: Set<string> }): number[];
  setMergeCacheSize(size: number): void;
}

const files: Record<EncodingName, () => Promise<[Tokenizer, { default: Ranks }]>> = {
  o200k_base: () =>
    both(import('gpt-tokenizer/encoding/o200k_base'), import('gpt-tokenizer/bpeRanks/o200k_base')),
  o200k_harmony: () =>
    both(import('gpt-tokenizer/encoding/o200k_harmony'), import('gpt-tokenizer/bpeRanks/o200k_base')),
  cl100k_base: () =>
    both(import('gpt-tokenizer/encoding/cl100k_base'), import('gpt-tokenizer/bpeRanks/cl100k_base')),
  p50k_base: () =>
    both(import('gpt-tokenizer/encoding/p50k_base'), import('gpt-tokenizer/bpeRanks/p50k_base')),
  r50k_base: () =>
    both(import('gpt-tokenizer/encoding/r50k_base'), import('gpt-tokenizer/bpeRanks/r50k_base')),
};

/** Gives encodings by name, each loaded when it is first asked for (about 0.15 s and 60 MB for o200k_base). */
export type Encodings = (name: EncodingName) => Promise<Encoding>;

/** Encodings that are loaded once and shared. */
export function createEncodings(): Encodings {
  const loaded = new Map<EncodingName, Promise<Encoding>>();
  return (name) => {
    const known = loaded.get(name);
    if (known !== undefined) return known;
    const loading = files[name]().then(([tokenizer, ranks]) =>
      createEncoding(name, tokenizer, ranks.default),
    );
    loaded.set(name, loading);
    return loading;
  };
}

const special = { disallowedSpecial: new Set<string>() };

// Merging is quadratic in the length of a word: 20 kB of one letter take 0.2 s, slices of 1 kB a tenth of that.
const sliceLength = 1024;

function createEncoding(name: EncodingName, tokenizer: Tokenizer, ranks: Ranks): Encoding {
  tokenizer.setMergeCacheSize(20_000);
  const encode = (text: string): number[] => {
    const ids: number[] = [];
    for (const slice of slices(text)) for (const id of tokenizer.encode(slice, special)) ids.push(id);
    return ids;
  };
  return {
    name,
    size: ranks.length,
    encode: (text) => (text.length <= sliceLength ? tokenizer.encode(text, special) : encode(text)),
    count(text, limit = Infinity) {
      let total = 0;
      for (const slice of slices(text)) {
        total += tokenizer.encode(slice, special).length;
        if (total > limit) break;
      }
      return total;
    },
    bytes: (id) => bytesOf(ranks, id),
    decode: (ids) => decode(ranks, ids),
  };
}

function* slices(text: string): Generator<string> {
  let start = 0;
  while (text.length - start > sliceLength) {
    const end = findBorder(text, start + sliceLength);
    yield text.slice(start, end);
    start = end;
  }
  yield text.slice(start);
}

// A run without a border is cut where it must be.
function findBorder(text: string, end: number): number {
  for (let index = end; index > end - sliceLength / 2; index -= 1) {
    if (border.test(text.slice(index - 1, index + 1))) return index;
  }
  const unit = text.charCodeAt(end);
  return unit >= 0xdc00 && unit <= 0xdfff ? end - 1 : end;
}

// Two characters that no encoding's pattern ever joins, so that the slices have the tokens of the whole.
const border = /^(?:\S[^\S\r\n]|\p{L}[^\p{L}\p{M}'\p{Cs}]|\p{N}[^\p{N}\p{Cs}])$/u;

function bytesOf(ranks: Ranks, id: number): Uint8Array {
  const rank = ranks[id];
  if (rank === undefined) return new Uint8Array();
  return typeof rank === 'string' ? Buffer.from(rank) : Uint8Array.from(rank);
}

function decode(ranks: Ranks, ids: readonly number[]): string | undefined {
  const only = ids.length === 1 ? ranks[ids[0] ?? -1] : undefined;
  if (typeof only === 'string') return only;
  const bytes = Buffer.concat(ids.map((id) => bytesOf(ranks, id)));
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  return Promise.all([first, second]);
}
