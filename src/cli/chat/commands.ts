import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createIds } from '../../core/ids.ts';
import { readCode } from '../failure.ts';
import { suggest } from '../suggest.ts';
import type { Conversation } from './conversation.ts';
import { toOneLine } from './visible-text.ts';

/** The commands of a conversation, as they are typed. */
export const commandNames = ['/help', '/reset', '/system', '/model', '/save', '/quit'] as const;

const help = `/help           this list
/reset          forgets the conversation
/system [text]  what the model is told first; - for nothing
/model [id]     which model is asked
/save <file>    keeps the conversation: as JSON where it ends in .json
/quit           leaves, as Ctrl-D does
A line that ends with \\ goes on in the next one. Ctrl-C stops an answer.`;

/** Does what a line says that begins with a slash; gives what to tell, or undefined where it says to leave. */
export async function obey(
  line: string,
  conversation: Conversation,
  folder: string,
): Promise<string | undefined> {
  const [name = '', ...others] = line.trim().split(/\s+/);
  const rest = line.trim().slice(name.length).trim();
  const command = commandNames.find((each) => each === name);
  switch (command) {
    case '/help':
      return help;
    case '/reset':
      conversation.reset(`chat_${createIds()(16)}`);
      return `Forgotten.${conversation.thread === undefined ? '' : ` The thread is now ${conversation.thread}.`}`;
    case '/system':
      if (rest !== '') conversation.tell(rest === '-' ? undefined : rest);
      return conversation.system === undefined
        ? 'The model is told nothing first.'
        : `The model is told: ${conversation.system}`;
    case '/model':
      if (rest !== '') conversation.choose(rest);
      return conversation.model === undefined
        ? 'The server of a thread chooses its model.'
        : `The model is ${toOneLine(conversation.model)}.`;
    case '/save':
      return others.length === 0 ? 'Where to? As in: /save talk.md' : save(rest, folder, conversation);
    case '/quit':
      return undefined;
    case undefined:
      return `There is no command '${toOneLine(name)}'.${suggest(name, commandNames)}\nA blank before it says it to the model.`;
  }
}

async function save(path: string, folder: string, { system, messages }: Conversation): Promise<string> {
  const all = system === undefined ? messages : [{ role: 'system', content: system }, ...messages];
  const text = path.endsWith('.json')
    ? `${JSON.stringify(all, undefined, 2)}\n`
    : all.map(({ role, content }) => `**${role}**\n\n${content}\n`).join('\n');
  const name = toOneLine(path);
  try {
    await writeFile(resolve(folder, path), text, { flag: 'wx' });
  } catch (error) {
    const code = readCode(error);
    return code === 'EEXIST'
      ? `${name} is there already: name another.`
      : `${name} cannot be written (${code}).`;
  }
  return `Saved in ${name}.`;
}
