import type { GeneratedPiece } from '../../core/engine.ts';

/** What a turn is read by. */
export interface TurnOptions {
  /** All that comes from it on is of the next turn. */
  readonly stop: string;
  /** Whether its first word has been told before. */
  readonly begun: boolean;
}

/** The pieces of one turn of a transcript: without the blank before its first word, and without all that comes from the stop on. */
export async function* readOwnTurn(
  pieces: AsyncIterable<GeneratedPiece>,
  { stop, begun: begunBefore }: TurnOptions,
): AsyncGenerator<GeneratedPiece, void, void> {
  // Pieces that may be the beginning of the stop, or of nothing but blanks.
  let held: GeneratedPiece[] = [];
  let begun = begunBefore;
  for await (const piece of pieces) {
    held.push(piece);
    const text = readText(held);
    const end = text.indexOf(stop);
    if (end >= 0) {
      yield* join(takeUpTo(held, end), begun, end);
      return;
    }
    if (endsWithStartOf(text, stop) || (!begun && text.trim() === '')) continue;
    yield* join(held, begun, text.length);
    begun = true;
    held = [];
  }
  yield* join(held, begun, Infinity);
}

function readText(pieces: readonly GeneratedPiece[]): string {
  return pieces.map(({ text }) => text).join('');
}

function takeUpTo(pieces: readonly GeneratedPiece[], end: number): GeneratedPiece[] {
  let length = 0;
  return pieces.filter(({ text }) => {
    length += text.length;
    return length - text.length < end;
  });
}

function* join(pieces: readonly GeneratedPiece[], begun: boolean, end: number): Generator<GeneratedPiece> {
  if (pieces.length === 0) return;
  const all = readText(pieces);
  const whole = all.slice(0, end);
  const text = begun ? whole : whole.trimStart();
  const tokens = pieces.reduce((sum, piece) => sum + piece.tokens, 0);
  const joined = { text, tokens, ...joinIds(pieces, whole.length < all.length) };
  if (pieces.every(({ logprobs }) => logprobs === undefined)) yield joined;
  else yield { ...joined, logprobs: pieces.flatMap(({ logprobs = [] }) => logprobs) };
}

// Nothing can go on after tokens that say more than the text does.
function joinIds(pieces: readonly GeneratedPiece[], isCut: boolean): Pick<GeneratedPiece, 'ids'> {
  if (pieces.some(({ ids }) => ids === undefined)) return {};
  return { ids: isCut ? [] : pieces.flatMap(({ ids = [] }) => ids) };
}

function endsWithStartOf(text: string, stop: string): boolean {
  for (let length = Math.min(text.length, stop.length - 1); length > 0; length -= 1) {
    if (text.endsWith(stop.slice(0, length))) return true;
  }
  return false;
}
