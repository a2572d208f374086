import type { Environment } from '../environment.ts';
import type { Paint } from '../terminal.ts';
import { type DemoState, formatDemo, title } from './frame.ts';

/** Where a demonstration is shown. */
export interface Screen {
  show(state: DemoState): void;
  /** What follows begins on a line of its own. */
  end(): void;
}

/** What a screen is drawn on. */
export interface ScreenOptions {
  readonly output: NodeJS.WriteStream;
  readonly env: Environment;
  readonly paint: Paint;
}

/** A screen that is drawn over itself, or lines that follow each other where that cannot be. */
export function createScreen({ output, env, paint }: ScreenOptions): Screen {
  const isDrawn = output.isTTY && env['TERM'] !== 'dumb' && output.rows >= 20 && output.columns >= 40;
  return isDrawn ? createDrawing(output, paint) : createLines(output);
}

function createDrawing(output: NodeJS.WriteStream, paint: Paint): Screen {
  let rows = 0;
  return {
    show(state) {
      const lines = formatDemo(state, output.columns, paint);
      const up = rows > 1 ? `\u{1b}[${rows - 1}A` : '';
      // Cleared before it is written: at the end of a full line, clearing would take its last letter.
      output.write(`${up}\r${lines.map((line) => `\u{1b}[2K${line}`).join('\r\n')}`);
      rows = lines.length;
    },
    end: () => void output.write('\n'),
  };
}

function createLines(output: NodeJS.WriteStream): Screen {
  let shown = '';
  let hasBegun = false;
  return {
    show({ stage, prompt, text, summary }) {
      if (stage === 'starting the server') return;
      if (!hasBegun) output.write(`${title}\n\nPrompt: ${prompt}\n\nResponse: `);
      hasBegun = true;
      output.write(text.slice(shown.length));
      shown = text;
      if (summary !== '') output.write(`\n\n${summary}`);
    },
    end: () => void (hasBegun && output.write('\n')),
  };
}
