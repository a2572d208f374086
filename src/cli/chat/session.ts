import type { Clock } from '../../core/clock.ts';
import { type Paint, type Terminal, createPaint } from '../terminal.ts';
import type { ChatOptions } from './options.ts';

/** A terminal that is read from, too. */
export interface ChatTerminal extends Terminal {
  readonly input: NodeJS.ReadStream;
}

/** What one run of `chat` is made with. */
export interface Session {
  readonly options: ChatOptions;
  readonly terminal: ChatTerminal;
  readonly clock: Clock;
  /** Colours for data. */
  readonly paint: Paint;
  /** Colours for messages. */
  readonly paintMessage: Paint;
}

/** A session in the colours that the flags and each stream allow. */
export function createSession(options: ChatOptions, terminal: ChatTerminal, clock: Clock): Session {
  const plain: Paint = (_, text) => text;
  const { output, messages } = terminal;
  return {
    options,
    terminal,
    clock,
    paint: options.color ? createPaint(output) : plain,
    paintMessage: options.color ? createPaint(messages) : plain,
  };
}
