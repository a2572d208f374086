import { type Draft, shuffleSections, type Task } from './draft.ts';
import { capitalise } from './grammar.ts';
import { findGuide } from './guides/find-guide.ts';
import { hints } from './guides/hints.ts';
import { writeClosing } from './opening.ts';
import { closeKnown, writeBackground } from './plan-known.ts';
import { formatItems, splitEntry, withHeading } from './sections.ts';
import type { Bank, Writer } from './writer.ts';

/** Numbered steps from preparation to the finished thing. */
export function planHowTo(task: Task): Draft {
  const { writer, analysis } = task;
  const guide = findGuide(`${analysis.subject.task ?? ''} ${analysis.subject.full}`);
  const entries = drawSteps(writer, guide, analysis.constraints.items);
  const opening = [
    ...(analysis.manner.pirate ? ['Arr!'] : []),
    ...(analysis.manner.role === undefined ? [] : [writer.sentence(task.pack.roles)]),
    writer.sentence(openings),
    writer.sentence(guide === undefined ? outlooks : guided),
  ].join(' ');
  const steps = task.style === 'plain' ? tellSteps(entries) : formatItems(entries, true);
  return {
    blocks: [
      opening,
      ...(analysis.known === undefined ? [] : [writeBackground(task, analysis.known)]),
      ...(analysis.known === undefined && guide === undefined && writer.below(3) > 0
        ? [withHeading(task, ['What you need', 'Before you begin', 'Preparation'], writer.sentence(needs))]
        : []),
      withHeading(
        task,
        [
          'The steps',
          'Step by step',
          `${capitalise(writer.fill('{doing}'))}, step by step`,
          'How to go about it',
        ],
        steps,
      ),
    ],
    spare: shuffleSections(task, ['pitfalls', 'checks', 'example']),
    ...(guide === undefined ? {} : { filler: hints }),
    closing: close(task, guide !== undefined),
  };
}

function close(task: Task, isGuided: boolean): string {
  const { known } = task.analysis;
  if (known !== undefined) return closeKnown(task, known);
  return isGuided ? task.writer.sentence(offers) : writeClosing(task);
}

function drawSteps(
  writer: Writer,
  guide: readonly string[] | undefined,
  asked: number | undefined,
): string[] {
  if (guide !== undefined) return [...guide, ...draw(writer, after, 6)].slice(0, asked ?? guide.length);
  const count = asked ?? 6 + writer.below(3);
  const first = Math.max(1, Math.round(count * 0.3));
  const last = count > 2 ? Math.max(1, Math.round(count * 0.25)) : 0;
  return [
    ...draw(writer, before, first),
    ...draw(writer, during, Math.max(0, count - first - last)),
    ...draw(writer, after, last),
  ].slice(0, count);
}

function draw(writer: Writer, bank: Bank, count: number): string[] {
  return writer.inOrder(bank, count);
}

function tellSteps(entries: readonly string[]): string {
  const order = ['First', 'Then', 'Next', 'After that', 'In the next step', 'Now', 'Later'];
  return entries
    .map((entry, index) => {
      const [title, text] = splitEntry(entry);
      const last = index > 0 && index === entries.length - 1;
      return `${last ? 'Finally' : (order[index % order.length] ?? 'Then')}: ${title.charAt(0).toLowerCase()}${title.slice(1)}. ${text}`;
    })
    .join(' ');
}

const openings: Bank = [
  '{doing} is mostly a matter of order: prepare well, go slowly through the middle, and check the result before you call it done.',
  'You can {task} without special talent, as long as you [know|decide] beforehand what a good result looks like.',
  'The [simplest|surest] way to {task} is to split the job into pieces that you can finish and check one by one.',
  'When you {task} for the first time, aim for something plain that works; refinement is for the second time.',
  'To {task}, you need a clear goal, a little preparation, and the patience to [correct|repeat] a step.',
  'Before you {task}, picture the end: what do you want to hold, see or know once it is done?',
  '{doing} looks [harder|more complicated] from outside than it is, since most of the effort goes into the start.',
];

const outlooks: Bank = [
  'The steps below assume that you start from nothing.',
  'Allow some slack, especially for {part}.',
  'Read all of it once, then begin.',
  'Where your situation differs, keep the order and change the details.',
  'None of the steps is difficult alone; skipping one is what causes trouble.',
  'Adjust the amounts and times to your case, and keep {part} in mind throughout.',
];

const guided: Bank = [
  'Here is {doing} in order, from the first step to the last.',
  'What follows is {doing} from start to finish.',
  'These are the steps of {doing}; read all of them once, then begin.',
];

const offers: Bank = [
  'Tell me where you get stuck with {doing}, and I will go into that step.',
  'If one of the steps is unclear, name it, and I will take it apart.',
  'Say what you have at hand, and I will adapt the steps to it.',
];

const needs: Bank = [
  'Have three things at hand: {tool}, a quiet stretch of time, and {source} for the moments of doubt.',
  'You need little: {tool}, some patience, and an idea of what you expect from {part}.',
  'Lay everything out first. That means {tool}, whatever {part} {partverb:call} for, and a place where you will not be interrupted.',
  'It helps to have {tool} within reach, and to know whom to ask; {person} would be ideal.',
];

const before: Bank = [
  'Define the result :: Say in one sentence what you will have once you {task}.',
  'Gather what you need :: Collect {tool} and everything that concerns {part} before you begin.',
  'Read up briefly :: Spend ten minutes with {source}, and no more than that.',
  'Choose a modest version :: Plan for {trial} first, so that a mistake costs little.',
  'Clear the space :: Remove whatever could interrupt you, and set aside more time than you think you need.',
  'Ask early :: Describe your plan to {person} and listen for the first worried question.',
  'Take stock :: Note how things stand now, so that you can tell later what has changed.',
];

const during: Bank = [
  'Begin with {part} :: A good start carries the rest, so give this step your full attention.',
  'Work in short rounds :: Do a little, look at it, and only then go on.',
  'Keep the order :: Resist the temptation to jump ahead, even where a later step looks easier.',
  'Change one thing at a time :: If something improves, you will know why; if it gets worse, you can go back.',
  'Watch {part} :: The first signs of trouble usually appear there.',
  'Pause in the middle :: Step back, compare with your goal, and correct the course while it is cheap.',
  'Take notes :: Two words for each step are enough to repeat the whole thing next week.',
  'Test as you go :: A good check is {measure}, and the time for it is before you build anything on top.',
  'Deal with faults at once :: The usual one is {mistake}, and it grows when the next layer hides it.',
  'Let it settle :: Some stages of {doing} need time rather than effort; use it to tidy up.',
  'Bring it together :: Join the pieces, beginning with {part}, and check each joint.',
  'Stay with the plan :: Write new ideas down for the next round, and finish this one first.',
];

const after: Bank = [
  'Check the result :: Compare it with the sentence you wrote at the start; {measure} will help you to be fair.',
  'Fix the weakest point :: One improvement in the right place does more than five elsewhere.',
  'Show it to {person} :: Fresh eyes find in a minute what you have stopped seeing.',
  'Write down what you learned :: Next time you {task}, you will start from these notes.',
  'Repeat it soon :: A second round within a few days turns instructions into a habit.',
  'Tidy up :: Leave everything so that you could start again tomorrow without searching.',
];
