import { styleText } from 'node:util';
import type { Environment } from './environment.ts';

/** Where a command runs: what it reads and where it writes. */
export interface Terminal {
  readonly env: Environment;
  /** The working directory. */
  readonly folder: string;
  /** Data. */
  readonly output: NodeJS.WriteStream;
  /** Messages. */
  readonly messages: NodeJS.WriteStream;
}

/** Colours a text, or leaves it as it is. */
export type Paint = (style: 'bold' | 'dim' | 'cyan' | 'green' | 'yellow' | 'red', text: string) => string;

/** Colours for a stream: none unless it is a terminal that wants them (NO_COLOR, TERM=dumb). */
export function createPaint(stream: NodeJS.WriteStream): Paint {
  return (style, text) => styleText(style, text, { stream });
}
