import { categories } from './categories.ts';
import type { Draft, Task } from './draft.ts';
import { writeClosing } from './plan-explanation.ts';
import { formatItems } from './sections.ts';
import type { Bank, Writer } from './writer.ts';

/** A list of exactly so many items between two paragraphs. */
export function planList(task: Task, count: number): Draft {
  const { writer, analysis } = task;
  const members = findMembers(analysis.subject.full, count, writer);
  const entries = members ?? writeEntries(writer, count);
  return {
    blocks: [
      `${writer.sentence(members === undefined ? openings : memberOpenings)} ${writer.sentence(outlooks)}`,
      formatItems(entries, writer.below(3) > 0),
    ],
    // Paragraphs only: another list would add items.
    spare: ['checks', 'example', 'balance', 'idea'],
    closing: writeClosing(task),
  };
}

/** The texts of so many items, without marks. */
export function listItems(task: Task, count: number): string[] {
  const members = findMembers(task.analysis.subject.full, count, task.writer);
  return members ?? writeEntries(task.writer, count).map((entry) => entry.split(' :: ')[0] ?? entry);
}

function findMembers(phrase: string, count: number, writer: Writer): string[] | undefined {
  const words = phrase.toLowerCase().split(/[^\p{L}]+/u);
  const category = categories.find(({ names }) => words.some((word) => names.includes(word)));
  if (category === undefined || category.members.length < count || words.length > 5) return undefined;
  if (category.ordered && count === category.members.length) return [...category.members];
  const left = [...category.members];
  return Array.from({ length: count }, () => left.splice(writer.below(left.length), 1)[0] ?? '');
}

function writeEntries(writer: Writer, count: number): string[] {
  const thorough = count <= 4;
  return Array.from({ length: count }, (_, index) => {
    // Past the end of the bank the same advice comes back about another part of the subject.
    const entry = writer.sentence(index < angles.length ? angles : laterAngles);
    return thorough ? `${entry} ${writer.sentence(reasons)}` : entry;
  });
}

const openings: Bank = [
  'Here is what I would put on the list for {full}.',
  'For {full}, these come to mind first.',
  'The points below approach {full} from different sides.',
  'A list for {full} should be varied, so no two of these pull in the same direction.',
  'These suggestions for {full} [run|go] from the obvious to the less obvious.',
];

const memberOpenings: Bank = [
  'Here you are: {full}, [picked without any ranking|in no order of merit].',
  'A selection of {full}:',
  '{full}, as asked.',
];

const outlooks: Bank = [
  'Take what fits and leave the rest.',
  'Each can stand alone.',
  'The order is not a ranking.',
  'Cross out freely.',
  'Start with the one that asks least of you.',
];

const angles: Bank = [
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

const laterAngles: Bank = [
  'With {part} in front :: Begin there and let {topic} follow.',
  'By way of {tool} :: It shifts the attention and makes an ordinary choice interesting.',
  'Seen by {people} :: Ask what they would change about {topic}, and take the first answer.',
  'Around {part} :: Put it in the centre and arrange everything else about it.',
  'Without {part} :: Leave it out on purpose and see what takes its place.',
];

const reasons: Bank = [
  'It asks for little preparation, and the result tells you at once whether to go on.',
  'The advantage is that nothing has to be bought or learned first.',
  'What speaks for it is {measure}, which shows soon enough whether it works.',
  'If it fails, you have lost an afternoon and won a story.',
  'It suits {people}, and it can be made larger later without starting over.',
  'Think of {part} while you do it, for that is where the difference shows.',
  'It works best if you decide in advance when it is good enough.',
];
