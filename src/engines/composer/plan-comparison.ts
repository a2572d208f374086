import { plainPhrase } from './clean.ts';
import { compareKnown } from './compare-known.ts';
import { type Draft, shuffleSections, type Task } from './draft.ts';
import { capitalise } from './grammar.ts';
import { writeClosing } from './opening.ts';
import { withHeading } from './sections.ts';
import type { Bank, Writer } from './writer.ts';

/** A comparison with a table, a case for each side, and a way to decide. */
export function planComparison(task: Task, options: readonly string[]): Draft {
  const { writer } = task;
  const names = options.map((option) => plainPhrase(option, 50));
  const known = compareKnown(task, names);
  if (known !== undefined) return known;
  const cases = names.map((name) => writer.sentence(merits, { option: name }));
  return {
    blocks: [
      `${writer.sentence(openings)} ${writer.sentence(outlooks)}`,
      ...(task.style === 'plain'
        ? []
        : [withHeading(task, ['Side by side', 'At a glance', 'The comparison'], writeTable(writer, names))]),
      withHeading(
        task,
        ['When to choose which', 'The case for each', 'Which one suits whom'],
        cases.join('\n\n'),
      ),
      withHeading(
        task,
        ['How to decide', 'A way to choose', 'Making up your mind'],
        writer.sentences(decisions, 3),
      ),
    ],
    spare: shuffleSections(task, ['pitfalls', 'checks', 'example']),
    closing: writeClosing(task),
  };
}

/** A Markdown table that sets the options side by side. */
export function writeTable(writer: Writer, names: readonly string[]): string {
  const count = 4 + writer.below(2);
  const lines = Array.from({ length: count }, () => writeRow(writer, names.length));
  return [
    `| Question | ${names.map((name) => capitalise(name)).join(' | ')} |`,
    `| --- | ${names.map(() => '---').join(' | ')} |`,
    ...lines,
  ].join('\n');
}

function writeRow(writer: Writer, count: number): string {
  const [title = '', ...cells] = writer.sentence(rows).split(' :: ');
  const turn = writer.below(2);
  const ordered = Array.from({ length: count }, (_, index) => cells[(index + turn) % cells.length] ?? '');
  return `| ${title} | ${ordered.map((cell) => capitalise(cell)).join(' | ')} |`;
}

const openings: Bank = [
  '{topic} are compared most fairly on the same job: one task, both tried, and an eye on what each asks of you.',
  'The choice between {topic} [looks like a matter of taste|is often treated as a matter of taste], yet a few plain questions settle most of it.',
  'Setting {topic} side by side only makes sense once you say what for.',
  '{topic} overlap more than their names suggest, and the differences show up under load: little time, many people, unusual cases.',
  'With {topic}, start from your own needs and not from the loudest opinion.',
  'Nobody can rank {topic} in general, but for a given purpose the ranking is usually clear.',
];

const outlooks: Bank = [
  'The table below asks the same questions of each.',
  'Read the table by rows: the row you care about most decides.',
  'Here is a frame that you can fill in with what you find out yourself.',
  'The entries say what would speak for a side rather than declare a winner.',
  'Look first for the row in which a wrong choice would hurt.',
];

const rows: Bank = [
  'Getting started :: [better|stronger] if you have met it before :: better if the people around you use it',
  'Day-to-day effort :: count the steps of an ordinary day :: count the same steps, on the same day',
  'Cost :: add the price and the hours to learn it :: add the price and the hours to switch',
  'When it goes wrong :: ask who can help you tonight :: ask how quickly you could go back',
  'Growth :: suits you if tomorrow resembles today :: suits you if tomorrow is uncertain',
  'Flexibility :: pays off with unusual cases :: pays off once the case is standard',
  'Help and company :: look for {person} :: look for {source}',
  'Proof :: try {trial} :: try the same thing again, without changes',
  'Best argument for it :: it fits what you already have :: it fits what you want to have',
  'Best argument against it :: habits that would have to change :: effort that arrives before the benefit',
  'Main risk :: [choosing|picking] it because it is familiar :: [choosing|picking] it because it is new',
  'A fair test :: {measure} :: the same measure, taken a second time',
];

const merits: Bank = [
  'Choose **{option}** if it [solves|settles] your most frequent problem without a workaround, and if you can name somebody who would help you with it.',
  '**{option}** is the better answer when {part} {partverb:weigh} more for you than the rest, or when changing later would be cheap.',
  'There is a good case for **{option}** wherever the surroundings already expect it: the tools, the people, the habits.',
  'Go with **{option}** if a first attempt, say {trial}, leaves you with fewer open questions than you had before.',
  '**{option}** deserves the benefit of the doubt if you would still choose it with nobody watching.',
  'Prefer **{option}** when the drawbacks you know of are ones you have lived with before.',
];

const decisions: Bank = [
  'Write down the three situations that come up most often, and play each of them through with every option.',
  'Give each row of the table a weight before you look at the names, because afterwards it is too late to be fair.',
  'If two options still look equal, take the one that is easier to leave again.',
  'Set a limit for the decision itself; a good choice next month may be worth less than a fair one today.',
  'Ask {person} which of the differences they would notice in practice.',
  'A short test such as {trial} tells you more than any list, provided that you try every side.',
  'Beware of {mistake}, which can make either side look better than it is.',
  'Decide what would make you change your mind, and write that down next to the choice.',
];
