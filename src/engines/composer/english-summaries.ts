import type { Question } from './intent.ts';
import type { Bank } from './writer.ts';

const explained: Bank = [
  '{full} {is} a subject of {field} that one gets to know best by its purpose, by {part} and by {part}.',
  'In {field}, {full} {is} best told by [purpose|what it is for], by {part} and by the difference to the nearest neighbour.',
  '{full} {verb:belong} to {field}, and whoever wants to [understand|judge] {them} looks at {part} first and at {part} next.',
  'What counts about {full}, a subject of {field}, is {part}, {part} and what would be lost without {them}.',
];

/** Whole answers in one sentence about subjects that are unknown: what they belong to, and what one would look at. */
export const summaries: Readonly<Record<Question, Bank>> = {
  what: explained,
  statement: explained,
  mood: [
    'Take one small step today, tell one person about it, and leave the large decisions for a day on which you have slept.',
    'What you feel is allowed to be there, it will change, and a walk and a talk with somebody close are a good beginning.',
  ],
  why: [
    'No single cause explains {full}: {part} and {part} each have a share, and the conditions decide which of them weighs more.',
    'The reason most often lies in {part}, with {part} as the condition that lets it show.',
  ],
  how: [
    'It goes in three stages: prepare {part}, take the middle slowly with an eye on {part}, and check the result before you call it done.',
    'Begin with {trial}, look after {part} and {part}, and repeat whatever worked.',
  ],
  when: [
    'The date depends on what counts as the beginning of {topic}, so {source} should settle it.',
    'For {topic}, the year is best taken from {source}, since a stand-in has no calendar of its own.',
  ],
  who: [
    '{topic} {is} a name that {source} should introduce, since a stand-in knows few people and invents none.',
    'About {topic} I know nothing certain, and {source} will tell you the dates, the deeds and the circumstances.',
  ],
  where: [
    'For the exact place of {topic}, take a map and start from the nearest large town.',
    'The place of {topic} is best looked up on a map, together with the way to it.',
  ],
  amount: [
    'A fair estimate for {topic} depends on {part} and {part}, and the current figure is to be found in {source}.',
    'It depends above all on {part}; for the figure of the day look into {source}.',
  ],
  whether: [
    'Yes, as a rule, provided that {part} and {part} are in order; otherwise rather not.',
    'In most cases yes, as long as {part} {partverb:allow} it and {part} {partverb:do} not speak against it.',
  ],
  which: [
    'Choose whatever suits {part} best, costs least to undo, and still pleases you after {trial}.',
    'Let {part} decide first and {part} second, and take the simpler one if two remain.',
  ],
};
