import type { Random } from '../../../core/chance.ts';

interface Reader {
  readonly pattern: string;
  index: number;
  /** What may still be done: patterns ask for as much as they like. */
  steps: number;
  readonly random: Random;
}

/** Nothing here writes what the pattern asks for. */
class Unsupported extends Error {}

const longestPattern = 500;
const mostSteps = 4000;

/** A text that matches a regular expression of the common sort; undefined for others. The pattern is never run: it may be hostile. */
export function writePattern(pattern: string, random: Random): string | undefined {
  if (pattern.length > longestPattern) return undefined;
  const reader: Reader = { pattern, index: 0, steps: mostSteps, random };
  try {
    const text = readChoice(reader, 0);
    return reader.index === pattern.length ? text() : undefined;
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

type Write = () => string;

function readChoice(reader: Reader, depth: number): Write {
  if (depth > 20) throw new Unsupported();
  const first = readSequence(reader, depth);
  // The others are read for their syntax; the first one is as good as any.
  while (reader.pattern[reader.index] === '|') {
    reader.index += 1;
    readSequence(reader, depth);
  }
  return first;
}

function readSequence(reader: Reader, depth: number): Write {
  const parts: Write[] = [];
  for (let next = reader.pattern[reader.index]; next !== undefined; next = reader.pattern[reader.index]) {
    if (next === '|' || next === ')') break;
    const part = readAtom(reader, depth);
    const count = readCount(reader);
    parts.push(() => repeat(reader, part, count));
  }
  return () => parts.map((part) => part()).join('');
}

function repeat(reader: Reader, part: Write, count: number): string {
  let text = '';
  for (let turn = 0; turn < count; turn += 1) {
    reader.steps -= 1;
    if (reader.steps < 0) throw new Unsupported();
    text += part();
  }
  return text;
}

function readAtom(reader: Reader, depth: number): Write {
  const letter = reader.pattern[reader.index] ?? '';
  reader.index += 1;
  if (letter === '^' || letter === '$') return () => '';
  if (letter === '(') return readGroup(reader, depth);
  if (letter === '[') return writeOne(reader, readClass(reader));
  if (letter === '.') return writeOne(reader, letters);
  if (letter === '\\') return writeOne(reader, readEscape(reader));
  if ('*+?{'.includes(letter)) throw new Unsupported();
  return writeOne(reader, letter);
}

function readGroup(reader: Reader, depth: number): Write {
  const head = /^\?(?::|<[A-Za-z_]\w*>)/.exec(reader.pattern.slice(reader.index, reader.index + 60))?.[0];
  if (head === undefined && reader.pattern[reader.index] === '?') throw new Unsupported();
  reader.index += head?.length ?? 0;
  const inner = readChoice(reader, depth + 1);
  if (reader.pattern[reader.index] !== ')') throw new Unsupported();
  reader.index += 1;
  return inner;
}

// How often an atom stands: as little as may be, but once where it may.
function readCount(reader: Reader): number {
  const found = /^(?:[*+?]|\{(\d{1,4})(?:,(\d{0,4}))?\})/.exec(
    reader.pattern.slice(reader.index, reader.index + 12),
  );
  if (found === null) return 1;
  reader.index += found[0].length;
  if (reader.pattern[reader.index] === '?') reader.index += 1;
  if (found[1] === undefined) return 1;
  const least = Number(found[1]);
  return least === 0 && found[2] !== '0' && found[2] !== undefined ? 1 : least;
}

function writeOne(reader: Reader, options: string): Write {
  return () => {
    if (options === '') throw new Unsupported();
    return options.length === 1 ? options : (options[Math.floor(reader.random() * options.length)] ?? '');
  };
}

const digits = '0123456789';
const letters = 'abcdefghijklmnopqrstuvwxyz';
const escapes: ReadonlyMap<string, string> = new Map([
  ['d', digits],
  ['w', letters],
  ['s', ' '],
  ['D', letters],
  ['W', '-'],
  ['S', letters],
  ['n', '\n'],
  ['t', '\t'],
  ['b', ''],
]);

function readEscape(reader: Reader): string {
  const letter = reader.pattern[reader.index] ?? '';
  reader.index += 1;
  const known = escapes.get(letter);
  if (known !== undefined && letter !== 'b') return known;
  if (/[A-Za-z0-9]/.test(letter) || letter === '') throw new Unsupported();
  return letter;
}

function readClass(reader: Reader): string {
  const end = reader.pattern.indexOf(']', reader.index + 1);
  if (end < 0) throw new Unsupported();
  const isNegated = reader.pattern[reader.index] === '^';
  if (isNegated) reader.index += 1;
  let options = '';
  while (reader.pattern[reader.index] !== ']') {
    if (reader.index >= reader.pattern.length) throw new Unsupported();
    options += readRange(reader);
  }
  reader.index += 1;
  if (!isNegated) return options;
  return Array.from(letters + digits)
    .filter((letter) => !options.includes(letter))
    .join('');
}

function readRange(reader: Reader): string {
  const first = reader.pattern[reader.index] ?? '';
  reader.index += 1;
  if (first === '\\') return readEscape(reader);
  const last = reader.pattern[reader.index + 1];
  if (reader.pattern[reader.index] !== '-' || last === undefined || last === ']' || last === '\\')
    return first;
  reader.index += 2;
  const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)];
  return String.fromCharCode(
    ...Array.from({ length: Math.min(256, Math.max(0, to - from + 1)) }, (_, index) => from + index),
  );
}
