import type { AnswerFormat } from '../../core/generation.ts';
import { FormatError } from './backend.ts';

interface Bounds {
  readonly name: string;
  /** Longer texts take seconds to be read, during which no answer goes on. */
  readonly longest: number;
  /** What nests nothing, brackets in it included. */
  readonly quoted: RegExp;
  readonly open: string;
  readonly close: string;
}

const schemaBounds: Bounds = {
  name: 'schema',
  longest: 32_768,
  quoted: /"(?:\\.|[^"\\])*"/g,
  open: '{[',
  close: '}]',
};

// Strings, sets of characters and comments.
const grammarBounds: Bounds = {
  name: 'grammar',
  longest: 65_536,
  quoted: /"(?:\\.|[^"\\])*"|\[(?:\\.|[^\]\\])*\]|#.*/g,
  open: '(',
  close: ')',
};

// Far above what people write: the parser's own stack ends at some thousands, and the process with it.
const deepest = 200;

/** Throws a FormatError where a format is larger than is good for those who wait for other answers. */
export function checkFormatSize(format: AnswerFormat): void {
  if (format.kind === 'json-schema') checkText(JSON.stringify(format.schema), schemaBounds);
  else if (format.kind === 'grammar') checkText(format.grammar, grammarBounds);
}

function checkText(text: string, bounds: Bounds): void {
  const { name, longest } = bounds;
  if (text.length > longest) throw new FormatError(`The ${name} has more than ${longest} characters.`);
  if (measureDepth(text, bounds) > deepest)
    throw new FormatError(`The ${name} is nested more than ${deepest} deep.`);
}

function measureDepth(text: string, { quoted, open, close }: Bounds): number {
  let depth = 0;
  let most = 0;
  for (const character of text.replaceAll(quoted, '')) {
    if (open.includes(character)) depth += 1;
    else if (close.includes(character)) depth -= 1;
    most = Math.max(most, depth);
  }
  return most;
}
