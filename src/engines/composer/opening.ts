import type { Task } from './draft.ts';
import { frames, timely } from './english-questions.ts';
import { findFact, trivia } from './facts.ts';
import type { Question } from './intent.ts';
import { withHeading } from './sections.ts';
import { isTimely } from './what-is-known.ts';
import type { Bank } from './writer.ts';

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
    analysis.language === 'en' ? findFact(analysis.subject, analysis.prompt, analysis.known) : undefined;
  return [
    ...(analysis.manner.pirate && analysis.language === 'en' ? ['Arr!'] : []),
    ...(followUp === undefined ? [] : [writer.sentence(followUp)]),
    ...(fact === undefined ? [] : [fact]),
    ...(analysis.manner.role === undefined ? [] : [writer.sentence(pack.roles)]),
    ...(fact === undefined &&
    (question === 'mood' || !isTimely(analysis.prompt)) &&
    (followUp === undefined || analysis.followUp === 'topic')
      ? [writer.sentence(pack.openings[question])]
      : []),
    ...(audience === undefined || analysis.language !== 'en' ? [] : [writer.sentence(audienceNotes)]),
    ...(tastePattern.test(analysis.prompt) && analysis.language === 'en' ? [writer.sentence(tastes)] : []),
    ...(isTimely(analysis.prompt) && analysis.language === 'en' && question !== 'mood'
      ? [writer.sentence(timely)]
      : []),
    ...(question === 'mood' ? [] : [writer.sentence(frameFor(task, question, fact))]),
  ].join(' ');
}

function frameFor({ pack }: Task, question: Question, fact: string | undefined): Bank {
  if (fact !== undefined) return afterFact;
  return pack.bodies[question] === undefined ? pack.outlooks : frames;
}

const afterFact: Bank = [
  'That is the short answer; what follows helps to place it.',
  'So much in one sentence; the rest is about how to look at it more closely.',
  'With that said, here are a few ways to get to know {topic} better.',
];

/** What is said before the matter itself: who speaks, what is carried on, for whom, and a plain fact where there is one. */
export function leadIn(task: Task): string[] {
  const { analysis, pack, writer } = task;
  const { followUp, manner, constraints, subject, prompt, known } = analysis;
  const bank = pack.followUps[followUp ?? ''];
  const fact = followUp === undefined ? findFact(subject, prompt, known) : undefined;
  return [
    ...(manner.pirate ? ['Arr!'] : []),
    ...(bank === undefined ? [] : [writer.sentence(bank)]),
    ...(manner.role === undefined ? [] : [writer.sentence(pack.roles)]),
    ...(constraints.audience === undefined ? [] : [writer.sentence(audienceNotes)]),
    ...(tastePattern.test(prompt) ? [writer.sentence(tastes)] : []),
    ...(fact === undefined || known?.is === fact ? [] : [fact]),
  ];
}

/** A surprising fact, where the prompt asks for any. */
export function findTrivia({ analysis, writer }: Task): string | undefined {
  return /\b(?:fun|interesting|random|cool|surprising) fact\b(?! (?:about|on|of))/i.test(analysis.prompt) &&
    analysis.language === 'en' &&
    analysis.followUp === undefined
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

const tastePattern =
  /\byour (?:own )?(?:favou?rites?|opinion|view|take)\b|\bdo you (?:like|love|prefer|think|believe|feel|enjoy)\b/i;

const tastes: Bank = [
  'A stand-in has no taste of its own, so take what follows as a way to find yours.',
  'I have no opinions to defend, being a stand-in, but I can help you to sort your own.',
  'Asked for a view of my own I must pass, since a stand-in has none; what I can offer is order.',
];

const audienceNotes = [
  'Since this is meant for {audience}, the words stay [small|simple] and the steps short.',
  'For {audience}, the trick is to begin with something familiar.',
  'I will put it so that {audience} can follow: everyday words first, technical ones only where they help.',
];
