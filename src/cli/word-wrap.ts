import { measureText, mayBreakAt } from './text-width.ts';

/** Breaks the lines of a terminal between words, in a text that comes in pieces. */
export interface WordWrap {
  /** What to write for the next piece. All of it is seen at once; a word that turns out too long for its line is moved to the next. */
  push(text: string): string;
}

interface Line {
  column: number;
  /** What came since the last place where the line may end. */
  word: string;
  wordWidth: number;
  /** Whether no other word stands in the line. */
  isAlone: boolean;
  /** A blank had no room: what comes next begins a line. */
  isFull: boolean;
}

const newLine: Line = { column: 0, word: '', wordWidth: 0, isAlone: true, isFull: false };

/** A wrap for a text that begins at this column. */
export function createWordWrap(start: number, readColumns: () => number): WordWrap {
  const line: Line = { ...newLine, column: start, isAlone: start === 0 };
  return {
    push(text) {
      const columns = readColumns();
      let written = '';
      for (const part of cut(text)) written += add(part, line, columns);
      return written;
    },
  };
}

/** A text as a stream shows it best behind so many columns: on a terminal its lines end between words, elsewhere it stays as it is. */
export function wrapFor(stream: NodeJS.WriteStream, text: string, start = 0): string {
  if (!stream.isTTY || stream.columns < 20) return text;
  return createWordWrap(start, () => stream.columns).push(text);
}

// Line ends, blanks, characters at which a line may end, and what is between them.
function cut(text: string): readonly string[] {
  const parts: string[] = [];
  let isOpen = false;
  for (const character of text) {
    const stands = isBlank(character) || character === '\n' || mayBreakAt(character);
    if (isOpen && !stands) parts.push(`${parts.pop()}${character}`);
    else parts.push(character);
    isOpen = !stands;
  }
  return parts;
}

function isBlank(part: string): boolean {
  return part === ' ' || part === '\t';
}

function add(part: string, line: Line, columns: number): string {
  if (part === '\n') return breakLine(line);
  if (isBlank(part)) return addBlank(part, line, columns);
  const before = line.isFull ? breakLine(line) : '';
  return before + (mayBreakAt(part) ? addSymbol(part, line, columns) : addLetters(part, line, columns));
}

function breakLine(line: Line): string {
  Object.assign(line, newLine);
  return '\n';
}

function endWord(line: Line): void {
  line.isAlone &&= line.word === '';
  line.word = '';
  line.wordWidth = 0;
}

function addBlank(blank: string, line: Line, columns: number): string {
  endWord(line);
  const width = blank === '\t' ? 8 - (line.column % 8) : 1;
  line.isFull ||= !fits(line.column + width, columns);
  if (line.isFull) return '';
  line.column += width;
  return blank;
}

function addSymbol(symbol: string, line: Line, columns: number): string {
  endWord(line);
  const width = measureText(symbol);
  const before = width === 0 || fits(line.column + width, columns) ? '' : breakLine(line);
  line.column += width;
  line.isAlone = false;
  return before + symbol;
}

function addLetters(letters: string, line: Line, columns: number): string {
  const { word, wordWidth: seen, isAlone } = line;
  const width = measureText(letters);
  const isMoved = !isAlone && !fits(line.column + width, columns);
  if (isMoved) {
    breakLine(line);
    line.column = seen;
  }
  line.word = word + letters;
  line.wordWidth = seen + width;
  // What is longer than a line is left to the terminal.
  line.column = width === 0 ? line.column : ((line.column + width - 1) % columns) + 1;
  if (!isMoved) return letters;
  const erased = seen === 0 ? '' : `\u{1b}[${seen}D\u{1b}[K`;
  return `${erased}\n${line.word}`;
}

// The last column stays free: of what is behind it, terminals do not agree where the cursor is.
function fits(end: number, columns: number): boolean {
  return end < columns;
}
