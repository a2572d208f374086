import { writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Clock } from '../../core/clock.ts';
import { createInterrupts } from '../chat/interrupts.ts';
import { makeFolders } from '../../weights/make-folders.ts';
import { Failure, readCode } from '../failure.ts';
import { stayAwake } from '../stay-awake.ts';
import type { Terminal } from '../terminal.ts';
import { completion } from './frame.ts';
import { overture, jokeLength } from './stage.ts';
import { type Pane, openPane } from './tmux.ts';

/** What is recorded, and where it goes. */
export interface RecordOptions {
  readonly out: string;
  readonly tokensPerSecond: number;
  readonly terminal: Terminal;
  readonly clock: Clock;
}

/** What a pane shows of a demonstration. */
interface Seen {
  readonly tokens: number;
  readonly isAboutToAsk: boolean;
  readonly isComplete: boolean;
}

interface Capture {
  readonly file: string;
  /** Whether the pane shows this stage. */
  has(seen: Seen): boolean;
  /** The tokens with which the stage begins: a pane that has more and shows it not is past it. */
  readonly first: number;
}

const captures: readonly Capture[] = [
  { file: 'slow_01_start.txt', has: ({ isAboutToAsk }) => isAboutToAsk, first: 0 },
  { file: 'slow_02_few_tokens.txt', has: ({ tokens }) => tokens >= 15 && tokens < 20, first: 15 },
  {
    file: 'slow_03_more_tokens.txt',
    has: ({ tokens, isComplete }) => tokens >= 20 && !isComplete,
    first: 20,
  },
  { file: 'slow_04_final.txt', has: ({ isComplete }) => isComplete, first: jokeLength },
];

// How often the pane is looked at.
const period = 50;
// What starting may take beyond the stream itself.
const patience = 60_000;

/** Runs the demonstration in a terminal of tmux and writes what it shows at four stages; gives the status to end with. */
export async function record(options: RecordOptions): Promise<number> {
  const { out, tokensPerSecond, terminal, clock } = options;
  const folder = resolve(terminal.folder, out);
  const span = overture + (jokeLength * 1000) / tokensPerSecond;
  await makeFolder(folder);
  const main = fileURLToPath(new URL(`../main${extname(import.meta.filename)}`, import.meta.url));
  const words = [process.execPath, main, 'demo', '--tokens-per-second', String(tokensPerSecond)];
  const pane = await openPane({ words, folder: terminal.folder, env: terminal.env });
  // A tmux that is left alone would stay.
  const interrupts = createInterrupts(clock, () => undefined);
  const rest = stayAwake();
  terminal.messages.write(`Recording in tmux at 80x24, for some ${Math.ceil(span / 1000)} s.\n`);
  try {
    return await interrupts.during((signal) => take({ pane, folder, options, signal, span }));
  } finally {
    rest();
    interrupts.close();
    await pane.close();
  }
}

interface Take {
  readonly pane: Pane;
  readonly folder: string;
  readonly options: RecordOptions;
  readonly signal: AbortSignal;
  readonly span: number;
}

async function take(parts: Take): Promise<number> {
  const { folder, options, span } = parts;
  const overdue = options.clock.now() + span + patience;
  for (const capture of captures) {
    const picture = await waitFor(capture, parts, overdue);
    if (picture === undefined) return 130;
    await writePicture(join(folder, capture.file), picture);
    options.terminal.output.write(`${join(options.out, capture.file)}\n`);
  }
  return 0;
}

// Undefined where a Ctrl-C came first.
async function waitFor(
  { file, has, first }: Capture,
  { pane, options: { clock }, signal }: Take,
  overdue: number,
): Promise<string | undefined> {
  for (;;) {
    const picture = await pane.capture().catch(() => undefined);
    const seen = readPicture(picture ?? '');
    if (picture !== undefined && has(seen)) return picture;
    if (seen.isComplete || seen.tokens > first) {
      throw new Failure(`The moment for ${file} was missed: give a slower --tokens-per-second.`, 1);
    }
    await clock.sleepUntil(clock.now() + period, signal).catch(() => undefined);
    if (signal.aborted) return undefined;
    // Ctrl-C ends the tmux that looks, too: only what is left without one is a failure.
    if (picture === undefined) throw new Failure('tmux ended before the demonstration did.', 1);
    if (clock.now() > overdue) throw new Failure('The demonstration in tmux does not go on.', 1);
  }
}

async function writePicture(path: string, picture: string): Promise<void> {
  try {
    await writeFile(path, picture);
  } catch (error) {
    throw new Failure(`--out: ${path} cannot be written (${readCode(error)}).`, 1);
  }
}

function readPicture(picture: string): Seen {
  const problem = /^error: (?<words>.*)/m.exec(picture)?.groups?.['words'];
  if (problem !== undefined) throw new Failure(`The demonstration in tmux failed: ${problem}`, 1);
  return {
    tokens: Number(/ Tokens: (?<count>\d+) /.exec(picture)?.groups?.['count'] ?? 0),
    isAboutToAsk: picture.includes('Stage: about to ask'),
    isComplete: picture.includes(completion),
  };
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await makeFolders(folder);
  } catch (error) {
    throw new Failure(`--out: ${folder} cannot be made (${readCode(error)}).`, 1);
  }
}
