import type { Draft, Task } from './draft.ts';
import { shuffleSections } from './draft.ts';
import { findFact, trivia } from './facts.ts';
import { frames, timely } from './english-questions.ts';
import type { Question } from './intent.ts';
import type { SectionKind } from './pack.ts';
import { withHeading, writeSection } from './sections.ts';
import type { Bank } from './writer.ts';

const middles: Readonly<Record<Question, readonly SectionKind[]>> = {
  what: ['steps', 'example', 'pitfalls', 'checks'],
  why: ['steps', 'example', 'checks', 'pitfalls'],
  how: ['steps', 'example', 'pitfalls', 'checks'],
  when: ['checks', 'example', 'pitfalls', 'steps'],
  who: ['example', 'checks', 'balance', 'steps'],
  where: ['steps', 'checks', 'example', 'pitfalls'],
  amount: ['steps', 'checks', 'pitfalls', 'example'],
  whether: ['balance', 'checks', 'pitfalls', 'example'],
  which: ['balance', 'steps', 'pitfalls', 'checks'],
  statement: ['steps', 'example', 'balance', 'checks'],
  mood: ['balance'],
};

/** An essay that explains: opening, idea, two or three further sections, closing. */
export function planExplanation(task: Task, question: Question): Draft {
  const body = task.pack.bodies[question];
  if (body !== undefined && task.analysis.followUp === undefined) return planSpecial(task, question, body);
  const { writer } = task;
  const kinds = shuffleSections(task, middles[question]);
  const count = 1 + writer.below(2);
  return {
    blocks: [
      writeOpening(task, question),
      task.analysis.followUp === 'example' ? writer.sentence(task.pack.examples) : writeSection(task, 'idea'),
      ...kinds.slice(0, count).map((kind) => writeSection(task, kind)),
    ],
    spare: [...kinds.slice(count), 'balance', 'idea'],
    closing: writeClosing(task),
  };
}

// Persons, dates, places, figures and moods: paragraphs of their own sentences.
function planSpecial(task: Task, question: Question, body: Bank): Draft {
  const { writer } = task;
  return {
    blocks: [
      writeOpening(task, question),
      writer.sentences(body, 4),
      writer.sentences(body, 3),
      writer.sentences(body, 4),
      ...(question === 'mood' ? [writer.sentences(body, 4)] : []),
    ],
    spare: question === 'mood' ? ['balance'] : ['checks'],
    closing: question === 'mood' ? writer.sentence(comforts) : writeClosing(task),
  };
}

/** The first paragraph: what the question is, and how it will be answered. */
export function writeOpening(task: Task, question: Question): string {
  const carriedOn =
    task.analysis.followUp !== undefined && task.pack.followUps[task.analysis.followUp] !== undefined;
  if (carriedOn && task.analysis.followUp !== 'topic')
    return task.writer.sentence(task.pack.followUps[task.analysis.followUp ?? ''] ?? []);
  const { writer, pack, analysis } = task;
  const followUp = pack.followUps[analysis.followUp ?? ''];
  const { audience } = analysis.constraints;
  const fact =
    analysis.language === 'en'
      ? (findFact(analysis.subject, analysis.prompt) ?? findTrivia(task))
      : undefined;
  return [
    ...(analysis.manner.pirate && analysis.language === 'en' ? ['Arr!'] : []),
    ...(followUp === undefined ? [] : [writer.sentence(followUp)]),
    ...(fact === undefined ? [] : [fact]),
    ...(analysis.manner.role === undefined ? [] : [writer.sentence(pack.roles)]),
    ...(followUp === undefined || analysis.followUp === 'topic'
      ? [writer.sentence(pack.openings[question])]
      : []),
    ...(audience === undefined || analysis.language !== 'en' ? [] : [writer.sentence(audienceNotes)]),
    ...(tastePattern.test(analysis.prompt) && analysis.language === 'en' ? [writer.sentence(tastes)] : []),
    ...(timelyPattern.test(analysis.prompt) && analysis.language === 'en' && question !== 'mood'
      ? [writer.sentence(timely)]
      : []),
    ...(question === 'mood'
      ? []
      : [writer.sentence(pack.bodies[question] === undefined ? pack.outlooks : frames)]),
  ].join(' ');
}

function findTrivia({ analysis, writer }: Task): string | undefined {
  return /\b(?:fun|interesting|random|cool|surprising) facts?\b/i.test(analysis.prompt)
    ? writer.sentence(trivia)
    : undefined;
}

/** The last paragraph. */
export function writeClosing(task: Task): string {
  const { writer, pack } = task;
  const closing = writer.sentences(pack.closings, 1 + writer.below(2));
  const text = writer.below(3) > 0 ? `${closing} ${writer.sentence(pack.caveats)}` : closing;
  return withHeading(task, pack.headings.closing, text);
}

const timelyPattern =
  /\b(?:today|tonight|right now|currently|current|latest|this (?:week|month|year|morning|evening)|recent news|what (?:time|day|date|year) is)\b/i;

const tastePattern =
  /\byour (?:own )?(?:favou?rites?|opinion|view|take)\b|\bdo you (?:like|love|prefer|think|believe|feel|enjoy)\b/i;

const tastes: Bank = [
  'A stand-in has no taste of its own, so take what follows as a way to find yours.',
  'I have no opinions to defend, being a stand-in, but I can help you to sort your own.',
  'Asked for a view of my own I must pass, since a stand-in has none; what I can offer is order.',
];

const comforts: Bank = [
  'Tell me how it goes, or which part of it is the heaviest, and we can look at that next.',
  'Whenever you want to sort it further, write to me; it need not be in good order.',
  'I am a stand-in and no counsellor, so keep somebody real close by as well.',
];

const audienceNotes = [
  'Since this is meant for {audience}, the words stay [small|simple] and the steps short.',
  'For {audience}, the trick is to begin with something familiar.',
  'I will put it so that {audience} can follow: everyday words first, technical ones only where they help.',
];
