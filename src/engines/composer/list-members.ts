import { categories } from './categories.ts';
import type { Bank, Writer } from './writer.ts';

/** Things of the kind that a list is asked of, as `title :: text` or as a bare name. */
export interface Members {
  readonly entries: readonly string[];
  readonly ordered: boolean;
}

/** So many members of the kind that a phrase names: all of them, in their order, where they have one. */
export function findMembers(phrase: string, asked: number | undefined, writer: Writer): Members | undefined {
  const words = phrase.toLowerCase().split(/[^\p{L}]+/u);
  const category = categories.find(({ names }) => words.some((word) => names.includes(word)));
  if (category === undefined) return undefined;
  // A word that narrows the kind down, as in "blue animals", is beyond these lists.
  const rest = words.filter((word) => !category.names.includes(word) && !neutral.test(word));
  const { members, ordered = false } = category;
  const count = asked ?? (ordered ? members.length : 5);
  if (rest.length > 0 || members.length < count) return undefined;
  if (ordered) return { entries: members.slice(0, count), ordered };
  const left = [...members];
  const names = Array.from({ length: count }, () => left.splice(writer.below(left.length), 1)[0] ?? '');
  return {
    entries: names.map((name) => `${name} :: ${writer.sentences(remarks, count > 6 ? 1 : 2)}`),
    ordered,
  };
}

const neutral =
  /^(?:|the|a|an|in|of|for|my|your|our|any|all|some|different|common|popular|random|famous|well|known|great|good|nice|countries|country|cat|cats|dog|dogs|pet|pets|kitten|puppy|hamster|baby|child|character|hero|rabbit)$/;

/** First sentences of lists of members. */
export const memberOpenings: Bank = [
  'Here you are: {full}, [picked without any ranking|in no order of merit].',
  'Here is a selection of {full}.',
  '{full}, as asked.',
];

const remarks: Bank = [
  'Familiar enough that nobody will ask twice.',
  'A choice that goes well with the others here.',
  'Easy to remember and hard to confuse.',
  'Named here because it came to mind, and not because of its rank.',
  'Worth a second look if you have passed it over so far.',
  'A classic of its kind.',
  'Here to keep the selection balanced.',
  'Good for contrast with its neighbours on the list.',
  'Included because a list without it would look odd.',
  'No list is spoiled by having it.',
  'A favourite of mine, if a stand-in may have one.',
  'Short to write, long to tell about.',
  'The safe choice when in doubt.',
  'One that most readers can picture at once.',
  'A little apart from the rest, as every list needs one.',
];
