import type { ChunkOptions } from '../core/document-tools.ts';

/**
 * Cuts a text where it hurts least: between paragraphs, else lines, else sentences, else words, else characters. White space at
 * the cuts is left out, and no pair of surrogates is cut, for which a chunk must be allowed two characters.
 */
export function cutIntoChunks(text: string, options: ChunkOptions): readonly string[] {
  const maxLength = Math.max(2, Math.floor(options.maxLength));
  const chunks: string[] = [];
  let start = skipSpace(text, 0);
  let begin = start;
  while (start < text.length) {
    const cut = findCut(text, start, begin + maxLength);
    chunks.push(text.slice(begin, cut).trimEnd());
    start = skipSpace(text, cut);
    begin = findOverlap(text, { from: begin, cut, start, maxLength, overlap: options.overlap });
  }
  return chunks;
}

type Test = (text: string, index: number) => boolean;

// A paragraph or a sentence that ends early leaves a chunk half empty: better a line or a word.
const kinds: readonly { readonly isBreak: Test; readonly leastPart: number }[] = [
  { isBreak: isParagraphEnd, leastPart: 0.5 },
  { isBreak: isLineEnd, leastPart: 0.5 },
  { isBreak: isSentenceEnd, leastPart: 0.5 },
  { isBreak: isSpace, leastPart: 0 },
];

// Where the stretch from `start` to `end` at most is cut: always beyond `start`.
function findCut(text: string, start: number, end: number): number {
  if (end >= text.length) return text.length;
  for (const { isBreak, leastPart } of kinds) {
    const least = start + Math.floor((end - start) * leastPart);
    for (let index = end; index > least; index -= 1) if (isBreak(text, index)) return index;
  }
  return splitsPair(text, end) ? end - 1 : end;
}

interface Seam {
  /** Where the chunk before begins. */
  readonly from: number;
  readonly cut: number;
  /** Where the text goes on. */
  readonly start: number;
  readonly maxLength: number;
  readonly overlap: number;
}

// Where the next chunk begins: at a word near the end of this one, if that leaves half of it, and two characters, for what is new.
function findOverlap(text: string, { from, cut, start, maxLength, overlap }: Seam): number {
  const most = Math.min(Math.floor(maxLength / 2), maxLength - 2);
  const earliest = Math.max(from + 1, cut - Math.floor(overlap), start - most);
  for (let index = earliest; index < cut; index += 1) {
    if (!isSpace(text, index) && isSpace(text, index - 1)) return index;
  }
  return start;
}

function isParagraphEnd(text: string, index: number): boolean {
  if (!isLineEnd(text, index)) return false;
  blankLine.lastIndex = index;
  return blankLine.test(text);
}

const blankLine = /\n[^\S\n]*\n/y;

function isLineEnd(text: string, index: number): boolean {
  return text[index] === '\n';
}

function isSentenceEnd(text: string, index: number): boolean {
  const before = text[index - 1] ?? '';
  if ('。！？'.includes(before)) return true;
  if (!isSpace(text, index)) return false;
  return '.!?…'.includes(before) || (closings.includes(before) && '.!?…'.includes(text[index - 2] ?? ' '));
}

const closings = `"')]”’»`;

function isSpace(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return code >= 0xa0 && /\s/.test(text.charAt(index));
}

function splitsPair(text: string, index: number): boolean {
  return (text.charCodeAt(index - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(index) & 0xfc00) === 0xdc00;
}

function skipSpace(text: string, index: number): number {
  let next = index;
  while (next < text.length && isSpace(text, next)) next += 1;
  return next;
}
