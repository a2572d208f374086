import type { Draft, Task } from './draft.ts';
import { shuffleSections } from './draft.ts';
import type { Question } from './intent.ts';
import { findTrivia, writeClosing, writeOpening } from './opening.ts';
import type { SectionKind } from './pack.ts';
import { planKnown } from './plan-known.ts';
import { writeSection } from './sections.ts';
import { shortDraft } from './small-talk.ts';
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
  const surprise = findTrivia(task);
  if (surprise !== undefined) return shortDraft(surprise);
  const { known, followUp } = task.analysis;
  if (known !== undefined && followUp !== 'doubt' && question !== 'mood')
    return planKnown(task, known, question);
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

const comforts: Bank = [
  'Tell me how it goes, or which part of it is the heaviest, and we can look at that next.',
  'Whenever you want to sort it further, write to me; it need not be in good order.',
  'I am a stand-in and no counsellor, so keep somebody real close by as well.',
];
