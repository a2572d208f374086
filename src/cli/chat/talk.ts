import { Failure } from '../failure.ts';
import { tellError } from '../tell-error.ts';
import { wrapFor } from '../word-wrap.ts';
import { commandNames, obey } from './commands.ts';
import { type Conversation, createConversation } from './conversation.ts';
import { hear } from './hear.ts';
import { type Interrupts, createInterrupts } from './interrupts.ts';
import { type Entry, type LineReader, createLineReader } from './line-reader.ts';
import type { Session } from './session.ts';
import { createTextView } from './view.ts';

/** Talks with whoever sits at the terminal; gives the status to end with. */
export async function talk(session: Session): Promise<number> {
  const { options, terminal, clock, paint, paintMessage } = session;
  const conversation = createConversation(options);
  const reader = createLineReader(terminal, commandNames);
  const interrupts = createInterrupts(clock, reader.interrupt);
  terminal.messages.write(`${paintMessage('dim', greet(conversation, options.baseUrl))}\n`);
  try {
    for (;;) {
      const entry = await readEntry(reader, paint('cyan', 'you> '));
      if (entry.kind !== 'line') {
        terminal.output.write('\n');
        return entry.kind === 'interrupt' ? 130 : 0;
      }
      if (entry.text.startsWith('/')) {
        const told = await obey(entry.text, conversation, terminal.folder);
        if (told === undefined) return 0;
        terminal.messages.write(`${paintMessage('dim', wrapFor(terminal.messages, told))}\n`);
      } else if (entry.text.trim() !== '') await answer(entry.text, conversation, interrupts, session);
    }
  } finally {
    interrupts.close();
    reader.close();
  }
}

function greet({ model, thread }: Conversation, baseUrl: URL): string {
  const who = thread === undefined ? model : `the thread ${thread}`;
  return `${who} at ${baseUrl.href}\n/help tells the commands, Ctrl-D leaves.`;
}

// A line that ends with a backslash goes on in the next one.
async function readEntry(reader: LineReader, prompt: string): Promise<Entry> {
  let text = '';
  for (let entry = await reader.read(prompt); ; entry = await reader.read('...> ')) {
    if (entry.kind !== 'line') return entry;
    if (!entry.text.endsWith('\\')) return { kind: 'line', text: text + entry.text };
    text += `${entry.text.slice(0, -1)}\n`;
  }
}

// What fails is told and forgotten: the conversation goes on as if it had not been asked.
async function answer(
  prompt: string,
  conversation: Conversation,
  interrupts: Interrupts,
  session: Session,
): Promise<void> {
  const { clock, terminal } = session;
  try {
    const heard = await interrupts.during((signal) =>
      hear(conversation.question(prompt), createTextView(session), { clock, signal }),
    );
    conversation.keep(prompt, heard.text);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    tellError(terminal, error.message);
  }
}
