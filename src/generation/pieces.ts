import type { Random } from '../core/chance.ts';
import type { Cut } from '../core/engine.ts';
import type { Encoding } from './encodings.ts';

/** A stretch of text that travels together: whole tokens, whole characters. */
export interface Piece {
  readonly text: string;
  readonly ids: readonly number[];
}

/** Cuts texts at token boundaries and remembers the cuts of texts it has seen. */
export interface PieceCutter {
  cut(text: string, encoding: Encoding, cut: Cut, random: Random): readonly Piece[];
}

interface Known {
  readonly tokens: readonly Piece[];
  words?: readonly Piece[];
}

/** A cutter that remembers texts of up to `capacity` characters together in each encoding, the oldest first to go. */
export function createPieceCutter(capacity = 1_000_000): PieceCutter {
  const memories = new Map<Encoding, (text: string) => Known>();

  function recall(text: string, encoding: Encoding): Known {
    const memory =
      memories.get(encoding) ?? remember((each) => ({ tokens: cutTokens(each, encoding) }), capacity);
    memories.set(encoding, memory);
    return memory(text);
  }

  return {
    cut(text, encoding, cut, random) {
      const known = recall(text, encoding);
      if (cut.kind === 'word') return (known.words ??= joinPieces(known.tokens, cut, random));
      return joinPieces(known.tokens, cut, random);
    },
  };
}

function remember<T>(make: (text: string) => T, capacity: number): (text: string) => T {
  const known = new Map<string, T>();
  let size = 0;
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (text.length > capacity / 4) return made;
    known.set(text, made);
    size += text.length;
    for (const oldest of known.keys()) {
      if (size <= capacity) break;
      known.delete(oldest);
      size -= oldest.length;
    }
    return made;
  };
}

/** One piece a token; tokens that share a character stay together, as the real API keeps them. */
export function cutTokens(text: string, encoding: Encoding): Piece[] {
  const pieces: Piece[] = [];
  let ids: number[] = [];
  for (const id of encoding.encode(text)) {
    ids.push(id);
    const whole = encoding.decode(ids);
    if (whole === undefined) continue;
    pieces.push({ text: whole, ids });
    ids = [];
  }
  return pieces;
}

/** Joins pieces of one token into the larger ones that a cut asks for. */
export function joinPieces(pieces: readonly Piece[], cut: Cut, random: Random): readonly Piece[] {
  switch (cut.kind) {
    case 'token':
      return pieces;
    case 'word':
      return joinAt(pieces, (piece) => /^\s/u.test(piece.text));
    case 'groups':
      return joinGroups(pieces, cut.min, cut.max, random);
  }
}

function joinAt(pieces: readonly Piece[], begins: (piece: Piece, index: number) => boolean): Piece[] {
  const joined: Piece[] = [];
  let text = '';
  let ids: number[] = [];
  pieces.forEach((piece, index) => {
    if (ids.length > 0 && begins(piece, index)) {
      joined.push({ text, ids });
      text = '';
      ids = [];
    }
    text += piece.text;
    ids.push(...piece.ids);
  });
  if (ids.length > 0) joined.push({ text, ids });
  return joined;
}

function joinGroups(pieces: readonly Piece[], min: number, max: number, random: Random): Piece[] {
  const words = joinAt(pieces, (piece) => /^(?:\s|[^\p{L}\p{N}])/u.test(piece.text));
  const count = Math.min(words.length, min + Math.floor(random() * (max - min + 1)));
  let group = 0;
  return joinAt(words, (_, index) => {
    const mine = Math.floor((index * count) / words.length);
    const begins = mine !== group;
    group = mine;
    return begins;
  });
}
