import type { Draft, Task } from './draft.ts';
import { capitalise } from './grammar.ts';
import { withHeading } from './sections.ts';
import type { Bank } from './writer.ts';

/** A letter or e-mail with a subject line, and what to adapt in it. */
export function planLetter(task: Task): Draft {
  const { writer, analysis } = task;
  const to =
    /\bto (?:my |the |our |a )?([a-z][a-z ]{1,24}?)(?= (?:about|asking|for|that|to|saying|explaining|requesting|regarding)\b|[.?!,]|$)/i.exec(
      analysis.prompt,
    )?.[1];
  const title = `**Subject:** ${capitalise(analysis.subject.full)}`;
  return {
    blocks: [
      writer.sentence([
        'Here is a draft that you can adapt.',
        'A draft to start from:',
        'This should serve as a first version.',
      ]),
      task.style === 'plain' ? title.replaceAll('*', '') : title,
      `Dear ${to === undefined ? 'all' : capitalise(to)},`,
      `${writer.sentence(beginnings)} ${writer.sentence(reasons)}`,
      writer.sentences(middles, 4),
      writer.sentences(endings, 2),
      `${writer.sentence(['Kind regards,', 'Best wishes,', 'With best regards,', 'Many thanks,'])}\nYour name`,
      withHeading(
        task,
        ['A shorter version', 'In brief', 'If it has to be short'],
        `> ${writer.sentence(briefs)}`,
      ),
      withHeading(
        task,
        ['Before you send it', 'Notes', 'What to adapt'],
        `${writer.sentences(notes, 4)}\n\n${writer.sentences(notes, 4)}`,
      ),
    ],
    spare: ['balance', 'checks'],
  };
}

const beginnings: Bank = [
  'I am writing to you about {full}.',
  'I hope this finds you well; my reason for writing is {full}.',
  'This is a short note concerning {full}.',
];
const reasons: Bank = [
  'I would rather raise it early than late.',
  'I have given it some thought and would value your view.',
  'I know that your time is limited, so I will keep to the point.',
];
const middles: Bank = [
  'The matter is simple: I would like to settle {topic} soon, in a way that causes as little trouble as possible.',
  'From my side everything is prepared, and I can take care of {part} myself.',
  'If a different arrangement suits you better, I am glad to adjust the details.',
  'Should you need anything further from me, a short reply is enough and I will send it the same day.',
  'I have made sure that nothing urgent stays unattended in the meantime.',
  'In case of questions I can be reached at any time during the week.',
];
const endings: Bank = [
  'Could you let me know by the end of the week whether this works for you?',
  'Thank you for taking the time to consider it.',
  'I look forward to hearing from you.',
  'A brief yes or no would already help me to plan.',
];
const briefs: Bank = [
  'Hello, a quick question about {full}: would that be possible, and if so, when would it suit you? I have prepared everything on my side. Thank you!',
  'A short request: {full}. Please tell me if that works for you; a yes or no is enough. Best wishes.',
  'I am writing about {full}. Could we settle it this week? Everything else can go on as planned. Many thanks.',
];
const notes: Bank = [
  'One request for each message is enough; a second one belongs in a second message.',
  'Check the name and the address of the recipient last, when everything else is done.',
  'Keep the subject line as specific as this; it decides when the message is opened.',
  'Name a date by which you need an answer, and say what you will do if none comes.',
  'Leave out apologies for asking, since they make a reasonable request sound unreasonable.',
  'Before you send it, replace the general phrases by one concrete date and one concrete name.',
  'Shorten it if the two of you write often; a second sentence of thanks is enough then.',
  'Put the request in the first line if the reader is busy, and keep the reasons for the second.',
  'Read it aloud once: wherever you stumble, the reader will stumble as well.',
  'For a more formal tone, drop the contractions and spell out {part}.',
];
