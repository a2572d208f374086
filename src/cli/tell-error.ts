import { type Terminal, createPaint } from './terminal.ts';
import { createWordWrap } from './word-wrap.ts';

const head = 'error: ';

/** Tells why something failed: in one line, which a terminal gets broken between words. */
export function tellError({ messages }: Pick<Terminal, 'messages'>, message: string): void {
  const isWrapped = messages.isTTY && messages.columns >= 20;
  const text = isWrapped ? createWordWrap(head.length, () => messages.columns).push(message) : message;
  messages.write(`${createPaint(messages)('red', head.trim())} ${text}\n`);
}
