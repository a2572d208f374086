import type { Draft, Task } from './draft.ts';

/** The joke that plain requests for a joke are answered with. */
export const joke =
  "Why don't scientists trust atoms? Because they make up everything! This joke is being streamed token by token from your mock OpenAI server.";

/** A short reply: greeting, thanks, farewell, identity. */
export function planSmallTalk(task: Task, kind: 'greeting' | 'thanks' | 'farewell' | 'identity'): Draft {
  const text = task.writer.sentence(task.pack.small[kind]);
  const { role, pirate } = task.analysis.manner;
  const spoken =
    kind === 'identity' && role !== undefined
      ? `${text} In this conversation I [play] ${role}.`.replace('[play]', 'play the part of')
      : text;
  return shortDraft(pirate && task.analysis.language === 'en' ? `Ahoy! ${spoken}` : spoken);
}

/** The result of a sum, with the sum. */
export function planArithmetic(task: Task, expression: string, value: string): Draft {
  if (value === 'undefined') return shortDraft(`${expression} has no defined value.`);
  return shortDraft(task.writer.fill(sums, { expression, value }));
}

const sums =
  '[{expression} = {value}|The result of {expression} is {value}|That makes {value}: {expression} = {value}].';

/** The numbers from one to another. */
export function planCounting(from: number, to: number): Draft {
  const step = to >= from ? 1 : -1;
  const numbers = Array.from({ length: Math.abs(to - from) + 1 }, (_, index) => from + index * step);
  return shortDraft(numbers.join(', '));
}

/** What the user asked earlier, or is called. */
export function planRecall(task: Task): Draft {
  const { earlier, last } = task.analysis.conversation;
  if (/\bmy name\b/i.test(last)) return recallName(earlier);
  const asked = earlier.map((text) => `“${text.replace(/\s+/g, ' ').trim().slice(0, 200).toWellFormed()}”`);
  if (asked.length === 0)
    return shortDraft(
      'You have not asked anything else in this conversation yet; this is the first message I see.',
    );
  if (asked.length === 1) return shortDraft(`You asked: ${asked[0] ?? ''}`);
  if (/\bfirst\b/i.test(last)) return shortDraft(`Your first message was: ${asked[0] ?? ''}`);
  if (/\b(?:last|previous|just)\b/i.test(last))
    return shortDraft(`Just before this you wrote: ${asked.at(-1) ?? ''}`);
  return shortDraft(
    `So far you have written, in this order:\n\n${asked.map((text, index) => `${index + 1}. ${text}`).join('\n')}`,
  );
}

function recallName(earlier: readonly string[]): Draft {
  for (const text of earlier.toReversed()) {
    const name =
      /\b(?:[Mm]y name is|[Mm]y name's|I am called|[Cc]all me|I'm|I am|i'm|i am) ([\p{Lu}][\p{L}'-]{0,30})/u.exec(
        text,
      )?.[1];
    if (name !== undefined)
      return shortDraft(`Your name is ${name}; you told me earlier in this conversation.`);
  }
  return shortDraft('You have not told me your name in this conversation.');
}

/** A text as it stands, with nothing asked of its length. */
export function shortDraft(text: string): Draft {
  return { blocks: [text], spare: ['idea', 'checks', 'example', 'balance'], short: true };
}
