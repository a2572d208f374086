import { type Terminal, createPaint } from './terminal.ts';
import { wrapFor } from './word-wrap.ts';

const head = 'error: ';

/** Tells why something failed: in one line, which a terminal gets broken between words. */
export function tellError({ messages }: Pick<Terminal, 'messages'>, message: string): void {
  const text = wrapFor(messages, message, head.length);
  messages.write(`${createPaint(messages)('red', head.trim())} ${text}\n`);
}
