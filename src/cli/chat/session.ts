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

/** A session in the colours that each stream allows. */
export function createSession(options: ChatOptions, terminal: ChatTerminal, clock: Clock): Session {
  const { output, messages } = terminal;
  return {
    options,
    terminal,
    clock,
    paint: createPaint(output),
    paintMessage: createPaint(messages),
  };
}
