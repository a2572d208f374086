import { capitalise } from '../grammar.ts';
import { capitals } from '../knowledge/capitals.ts';
import { findKnown } from '../knowledge/find-known.ts';
import { findDefinition } from '../knowledge/glossary.ts';
import type { Bank, Writer } from '../writer.ts';
import { categories, type Category } from './categories.ts';
import { moreCategories } from './more-categories.ts';

/** Things of the kind that a list is asked of, as `title :: text` or as a bare name. */
export interface Members {
  readonly entries: readonly string[];
  readonly ordered: boolean;
}

/** So many members of the kind that a phrase names: all of them, in their order, where they have one. */
export function findMembers(phrase: string, asked: number | undefined, writer: Writer): Members | undefined {
  const words = phrase.toLowerCase().split(/[^\p{L}]+/u);
  const category = words.map((word) => byName.get(word)).find((found) => found !== undefined);
  if (category === undefined) return undefined;
  // A word that narrows the kind down, as in "blue animals", is beyond these lists.
  const rest = words.filter((word) => byName.get(word) !== category && !neutral.has(word));
  const { members, ordered = false } = category;
  const count = asked ?? (ordered ? members.length : 5);
  if (rest.length > 0 || members.length < count) return undefined;
  const left = [...members];
  const names = ordered
    ? members.slice(0, count)
    : Array.from({ length: count }, () => left.splice(writer.below(left.length), 1)[0] ?? '');
  const notes = names.map(noteOn);
  const complete = notes.every((note) => note !== undefined);
  return {
    entries: complete ? names.map((name, index) => `${name} :: ${notes[index] ?? ''}`) : names,
    ordered,
  };
}

// The kinds that narrow others down come first: "European countries", "programming languages".
const byName = new Map<string, Category>();
for (const category of [...moreCategories, ...categories])
  for (const name of category.names) if (!byName.has(name)) byName.set(name, category);

function noteOn(name: string): string | undefined {
  const capital = capitals.get(name);
  if (capital !== undefined) return `Its capital is ${capital}.`;
  const days = monthLengths.get(name);
  if (days !== undefined) return `${days} days.`;
  const note = findKnown([name], true)?.is ?? findDefinition([name]);
  const subject = new RegExp(`^(?:the |an? )?${name.replace(/[+.]/g, '\\$&')} (?:is|are) `, 'i');
  return note === undefined ? undefined : capitalise(note.replace(subject, ''));
}

const monthLengths: ReadonlyMap<string, string> = new Map(
  'January 31,March 31,April 30,May 31,June 30,July 31,August 31,September 30,October 31,November 30,December 31'
    .split(',')
    .map((pair): [string, string] => [pair.split(' ', 1)[0] ?? '', pair.slice(-2)])
    .concat([['February', '28, in leap years 29']]),
);

const neutral = new Set(
  ' the a an in of for my your our any all some different common popular random famous well known great good nice world countries country languages language colours colors color colour dog basic the week year'.split(
    ' ',
  ),
);

/** First sentences of lists of members. */
export const memberOpenings: Bank = [
  'Here you are: {full}, [picked without any ranking|in no order of merit].',
  'Here is a selection of {full}.',
  '{full}, as asked.',
];

/** What can be said behind such a list. */
export const memberRemarks: Bank = [
  'This is a selection, and another draw would bring up others.',
  'To remember such a list, make a small story in which its entries appear one after the other.',
  'If you need {topic} for a game or a quiz, leave out the first that comes to mind: everybody else will name it too.',
  'For test data the entries can be used as they stand, since they differ in length and contain nothing that needs escaping.',
  'A list like this is easily turned into a table: add a column for the origin, one for the size and one for what you like about it.',
  'Sorting the entries by the alphabet makes them easy to find; sorting them by size or age makes them interesting.',
  'Whoever learns a language can take the list as an exercise and say one sentence about each entry.',
  'Children like to draw such a list, and the drawings show which entries they know.',
  'For a fair choice among them, number the entries and roll a die.',
  'Should an entry be missing that you expected, it was left out by chance and not on purpose.',
  'The same request with another number gives a longer or a shorter list of the same kind.',
  'Two entries that look alike make a good question: what is the difference between them?',
  'With a little knowledge one can sort the entries into groups, and the groups say more than the list.',
  'A name is only a label, so look up one of the entries that you know least about.',
  'In a program such a list would be an array of strings, kept in one place and never typed twice.',
  'Ask three people for their own list, compare, and you have a small study of what comes to mind first.',
];
