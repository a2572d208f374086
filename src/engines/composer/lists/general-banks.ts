import { benefits, causes, drawbacks, questions, tips } from '../english-lists.ts';
import type { Bank } from '../writer.ts';

/** The general entries that suit what a phrase asks for: tips, benefits, drawbacks, causes, questions, or ideas. */
export function bankFor(phrase: string): Bank {
  if (/\bpros and cons\b|\badvantages and disadvantages\b/i.test(phrase)) return prosAndCons;
  const head = phrase.split(/ (?:of|for|to|about|on|in|with|that) /, 1)[0] ?? '';
  if (
    /\b(?:tips?|ways?|steps?|rules?|habits?|methods?|tricks?|advice|strategies|techniques?|practices?)\b/i.test(
      head,
    )
  )
    return tips;
  if (/\b(?:benefits?|advantages?|reasons?|pros|uses|strengths)\b/i.test(head)) return benefits;
  if (
    /\b(?:drawbacks?|disadvantages?|cons|risks?|problems?|challenges?|dangers?|weaknesses|mistakes?)\b/i.test(
      head,
    )
  )
    return drawbacks;
  if (/\b(?:causes?|factors?|roots|origins)\b/i.test(head)) return causes;
  return /\b(?:questions?|things to ask)\b/i.test(head) ? questions : angles;
}

const prosAndCons: Bank = [
  ...benefits.slice(0, 8).map((entry) => `For: ${lower(entry)}`),
  ...drawbacks.slice(0, 8).map((entry) => `Against: ${lower(entry)}`),
];

function lower(entry: string): string {
  return `${entry.charAt(0).toLowerCase()}${entry.slice(1)}`;
}

/** Ideas for anything, as `title :: text`. */
export const angles: Bank = [
  'A small start :: Keep it to {trial}, and judge {topic} by how that feels.',
  'The familiar made new :: Take {part} as everybody knows it and change exactly one detail.',
  'A shared one :: Involve {person} from the beginning, since {topic} {verb:gain} from a second opinion.',
  'The quiet version :: Leave out everything loud or expensive and see what remains of {topic}.',
  'A theme :: Choose one word, let it decide about {part}, and ignore the rest.',
  'The old way :: Ask how this was done before there were shortcuts, and borrow one habit.',
  'Something to make :: Use {tool} and end with an object, a page or a picture.',
  'A deadline :: Give {topic} one hour by the clock; limits invite good decisions.',
  'The opposite :: Turn the usual order of {part} upside down and keep what works.',
  'A surprise :: Hide one unexpected detail where only attentive people will find it.',
  'The outdoor variant :: Move {topic} to another place and notice what the place adds.',
  'Less, but better :: Halve the number of elements and spend the saving on {part}.',
  'A guest :: Let {person} decide one thing, without explanations.',
  'A record :: Note or photograph each stage, so that {topic} {verb:leave} something behind.',
  'The test run :: Rehearse once, by means of {trial}, and keep only what survived.',
  'A tradition :: Do it in a way that you could repeat next year with the same pleasure.',
  'The question behind it :: Ask what {topic} {is} meant to achieve, and aim straight for that.',
  'A mixture :: Combine two modest versions that nobody has put together yet.',
  'The generous one :: Do it for somebody else, and let {part} suit their taste.',
  'An experiment :: Predict how it will turn out, write that down, and compare afterwards.',
];

/** What comes after them where more are asked for. */
export const laterAngles: Bank = [
  'With {part} in front :: Begin there and let {topic} follow.',
  'By way of {tool} :: It shifts the attention and makes an ordinary choice interesting.',
  'Seen by {people} :: Ask what they would change about {topic}, and take the first answer.',
  'Around {part} :: Put it in the centre and arrange everything else about it.',
  'Without {part} :: Leave it out on purpose and see what takes its place.',
];
