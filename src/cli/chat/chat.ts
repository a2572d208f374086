import { createClock } from '../../core/clock.ts';
import { misuse } from '../failure.ts';
import { createConversation } from './conversation.ts';
import { hear } from './hear.ts';
import { createInterrupts } from './interrupts.ts';
import { readChatOptions } from './options.ts';
import { type ChatTerminal, type Session, createSession } from './session.ts';
import { talk } from './talk.ts';
import { createJsonView, createTextView } from './view.ts';

/** Asks a prompt, or talks where there is none and somebody sits at the terminal; gives the status to end with. */
export async function chat(
  prompt: string | undefined,
  given: Readonly<Record<string, unknown>>,
  terminal: ChatTerminal,
): Promise<number> {
  const { input, output } = terminal;
  const options = readChatOptions(given, terminal.env);
  const session = createSession(options, terminal, createClock());
  if (prompt !== undefined) return askOnce(prompt, session);
  if (input.isTTY && output.isTTY && !options.json) return talk(session);
  if (input.isTTY) terminal.messages.write('Type what is to be asked, then Ctrl-D.\n');
  return askOnce(await readAll(input), session);
}

async function askOnce(prompt: string, session: Session): Promise<number> {
  if (prompt.trim() === '') throw misuse('The prompt is empty: give one, as in understudy chat "Hello!".');
  const { options, clock } = session;
  const question = createConversation(options).question(prompt);
  const view = options.json ? createJsonView(session) : createTextView(session);
  const interrupts = createInterrupts(clock, () => process.exit(130));
  try {
    const { isStopped } = await interrupts.during((signal) => hear(question, view, { clock, signal }));
    return isStopped ? 130 : 0;
  } finally {
    interrupts.close();
  }
}

async function readAll(input: NodeJS.ReadStream): Promise<string> {
  let text = '';
  for await (const piece of input.setEncoding('utf8')) text += String(piece);
  return text.replace(/\r?\n$/, '');
}
