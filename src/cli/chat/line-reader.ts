import { createInterface } from 'node:readline';
import type { ChatTerminal } from './session.ts';

/** What somebody typed: a line, Ctrl-C, or the end by Ctrl-D. */
export type Entry =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'interrupt' }
  | { readonly kind: 'end' };

/** Reads lines that are typed, with what was typed before at hand. */
export interface LineReader {
  read(prompt: string): Promise<Entry>;
  /** Answers the read that waits with a Ctrl-C. */
  interrupt(): void;
  close(): void;
}

/** A reader of the terminal that leaves it alone while nobody reads, so that Ctrl-C is a signal then. */
export function createLineReader(
  { input, output, env }: ChatTerminal,
  commands: readonly string[],
): LineReader {
  const isRaw = env['TERM'] !== 'dumb';
  const reader = createInterface({
    input,
    output,
    terminal: isRaw,
    historySize: 1000,
    removeHistoryDuplicates: true,
    completer: (line: string) => [
      line.startsWith('/') ? commands.filter((name) => name.startsWith(line)) : [],
      line,
    ],
  });
  // What is pasted comes as many lines at once.
  const entries: Entry[] = [];
  let take: ((entry: Entry) => void) | undefined;

  function give(entry: Entry): void {
    if (take === undefined) entries.push(entry);
    else take(entry);
    take = undefined;
  }

  function rest(): void {
    reader.pause();
    if (isRaw) input.setRawMode(false);
  }

  reader.on('line', (text) => give({ kind: 'line', text }));
  reader.on('SIGINT', () => give({ kind: 'interrupt' }));
  reader.on('close', () => give({ kind: 'end' }));
  rest();

  return {
    async read(prompt) {
      const entry = entries.shift();
      if (entry !== undefined) return entry;
      if (isRaw) input.setRawMode(true);
      reader.resume();
      reader.setPrompt(prompt);
      const typed = new Promise<Entry>((resolve) => (take = resolve));
      reader.prompt();
      return typed.then((found) => {
        if (found.kind !== 'end') rest();
        return found;
      });
    },
    interrupt: () => give({ kind: 'interrupt' }),
    close: () => reader.close(),
  };
}
