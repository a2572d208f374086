import type { Draft, Task } from './draft.ts';
import { capitalise, enumerate } from './grammar.ts';
import { findKnown } from './knowledge/find-known.ts';
import type { Known } from './knowledge/known.ts';
import { leadIn } from './opening.ts';
import { planKnown } from './plan-known.ts';
import { withHeading } from './sections.ts';
import type { Bank } from './writer.ts';

/** A comparison of topics that are all known, or undefined. */
export function compareKnown(task: Task, names: readonly string[]): Draft | undefined {
  const { analysis } = task;
  if (analysis.language !== 'en') return undefined;
  const technical = analysis.field.name === 'programming';
  const found = names.map((name) => findKnown([name], technical));
  const topics = found.filter((known) => known !== undefined);
  const [first] = topics;
  if (first === undefined || topics.length < names.length) return undefined;
  // Two names of one topic, such as "stack" and "queue", are told apart in the topic itself.
  if (new Set(topics).size === 1) return planKnown(task, first, 'what');
  return planSides(task, names, topics);
}

function planSides(task: Task, names: readonly string[], topics: readonly Known[]): Draft {
  const { writer } = task;
  const sides = names.map((name, index) => ({ name: capitalise(name), known: topics[index] }));
  const about = (pick: (known: Known) => readonly string[]): string =>
    sides
      .map(({ name, known }) => `**${name}.** ${known === undefined ? '' : pick(known).join(' ')}`)
      .join('\n\n');
  const first = writer.below(2);
  const told = task.style === 'plain';
  const tell = (text: string): string => (told ? text.replaceAll('**', '') : text);
  const section = (titles: Bank, pick: (known: Known) => readonly string[]): string =>
    task.style === 'headed'
      ? withHeading(task, titles, tell(about(pick)))
      : `${writer.sentence(titles)}:\n\n${tell(about(pick))}`;
  const further = [
    section(['How each of them works', 'The way they work'], ({ how }) => how.slice(first, first + 3)),
    section(['What to watch out for', 'Pitfalls'], ({ pitfalls }) => (told ? pitfalls : pitfalls.slice(1))),
    ...(told || first === 0
      ? [section(['An example of each', 'In practice'], ({ example }) => [example])]
      : []),
  ];
  return {
    blocks: [
      [...leadIn(task), ...topics.map(({ is }) => is)].join(' '),
      ...(told ? [] : [withHeading(task, ['Side by side', 'At a glance'], writeSides(task, names, topics))]),
      ...(writer.below(2) === 0 ? further : further.toReversed()),
      withHeading(task, ['How to decide', 'A way to choose'], writer.sentences(decisions, 3)),
    ],
    spare: ['checks', 'balance'],
    closing: writer.sentence(farewells, { options: enumerate(names) }),
  };
}

function writeSides({ writer }: Task, names: readonly string[], topics: readonly Known[]): string {
  const turn = writer.below(2);
  const rows: readonly (readonly [string, (known: Known) => string | undefined])[] = [
    ['Strength', ({ why }) => why[turn]],
    ['Also in its favour', ({ why }) => why[1 - turn]],
    ['Weak spot', ({ pitfalls }) => pitfalls[0]],
    ['Neighbours', ({ related }) => capitalise(related)],
  ];
  const cells = (texts: readonly string[]): string =>
    `| ${texts.map((text) => text.replaceAll('|', '/')).join(' | ')} |`;
  return [
    cells(['Question', ...names.map(capitalise)]),
    cells(['---', ...names.map(() => '---')]),
    ...rows.map(([title, pick]) => cells([title, ...topics.map((known) => pick(known) ?? '')])),
  ].join('\n');
}

const decisions: Bank = [
  'Write down the three situations that come up most often, and play each of them through with every option.',
  'Look at what the people and tools around you expect already, since that is where most of the daily effort comes from.',
  'If two options still look equal, take the one that is easier to leave again.',
  'Often the answer is both, each in its own place.',
  'Ask {person} which of the differences they would notice in practice.',
  'A short test such as {trial} tells you more than any list, provided that you try every side.',
];

const farewells: Bank = [
  'Tell me what you want to use them for, and I can say which of the points weigh most.',
  'Name your case, and the comparison gets shorter.',
  'If you are torn between {options}, describe an ordinary day with each of them.',
];
