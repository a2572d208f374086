import { type Token, lexer } from 'marked';

/** A growing text as blocks; those that cannot change any more stand in parts that stay the same objects. */
export interface Blocks {
  /** The text that the parts hold. */
  readonly settled: string;
  readonly parts: readonly (readonly Token[])[];
  /** What may still change as the text grows. */
  readonly tail: readonly Token[];
}

/** A text that has not begun. */
export const noBlocks: Blocks = { settled: '', parts: [], tail: [] };

// So many blocks make a part, and so many after them make sure that they have ended.
const partSize = 40;
const margin = 8;

/** The blocks of a text that has grown since `before`: what has settled is not read again, however long the text becomes. */
export function readBlocks(before: Blocks, grown: string): Blocks {
  // As the lexer does itself: what it hands back would not fit otherwise.
  const text = grown.replace(/\r\n?/g, '\n');
  const known = text.startsWith(before.settled) ? before : noBlocks;
  const tail = lexer(text.slice(known.settled.length));
  // A definition may change links far above it: such a text is read whole.
  if (/^ {0,3}\[[^\]]+\]:/m.test(text)) return { ...noBlocks, tail: lexer(text) };
  return tail.length < partSize + margin ? { ...known, tail } : settle(known, text, tail);
}

function settle({ settled, parts }: Blocks, text: string, tail: readonly Token[]): Blocks {
  const count = tail.length - margin;
  const part = tail.slice(0, count);
  const longer = settled + part.map(({ raw }) => raw).join('');
  if (!text.startsWith(longer)) return { settled, parts, tail };
  return { settled: longer, parts: [...parts, part], tail: tail.slice(count) };
}
