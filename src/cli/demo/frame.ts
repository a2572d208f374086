import type { Paint } from '../terminal.ts';

/** How far a demonstration is. */
export interface DemoState {
  readonly stage: 'starting the server' | 'about to ask' | 'streaming' | 'complete' | 'stopped';
  readonly tokens: number;
  /** Milliseconds after the question. */
  readonly elapsed: number;
  readonly prompt: string;
  readonly text: string;
  /** What is told at the end; empty before. */
  readonly summary: string;
}

/** The head of the demonstration. */
export const title = '=== Streaming Demo ===';

/** The foot of one that went to its end. */
export const completion = '=== Streaming Demo Complete ===';

/** The demonstration as lines that are no wider than this. */
export function formatDemo(state: DemoState, width: number, paint: Paint): readonly string[] {
  const { stage, tokens, elapsed, prompt, text, summary } = state;
  const inner = Math.max(20, Math.min(80, width) - 4);
  const edge = paint('dim', `+${'-'.repeat(inner + 2)}+`);
  const side = paint('dim', '|');
  const facts = `Stage: ${stage.padEnd(24)}Tokens: ${String(tokens).padEnd(8)}Elapsed: ${(elapsed / 1000).toFixed(1)} s`;
  return [
    paint('bold', title),
    '',
    edge,
    `${side} ${facts.slice(0, inner).padEnd(inner)} ${side}`,
    edge,
    '',
    ...wrap(`Prompt: ${prompt}`, width),
    '',
    ...wrap(`Response: ${text}`, width),
    ...(summary === '' ? [] : ['', ...summary.split('\n').flatMap((line) => wrap(line, width))]),
  ];
}

// Where a terminal would: a word is cut wherever the line is full.
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (let start = 0; start === 0 || start < text.length; start += width) {
    lines.push(text.slice(start, start + width));
  }
  return lines;
}
