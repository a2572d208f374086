import type { Draft, Task } from './draft.ts';
import { writeOpening } from './opening.ts';
import { benefits, causes, drawbacks, questions, tips } from './english-lists.ts';
import { findMembers, memberOpenings, type Members } from './list-members.ts';
import { formatItems, splitEntry } from './sections.ts';
import type { Bank, Writer } from './writer.ts';

/** A list of exactly so many items between two paragraphs; as many as are natural where none are asked for. */
export function planList(task: Task, asked: number | undefined): Draft {
  const { writer, analysis } = task;
  const members = findMembers(analysis.subject.full, asked, writer);
  const entries = members?.entries ?? writeEntries(task, asked ?? 5);
  return {
    blocks: [
      openList(writer, members),
      formatItems(entries, members?.ordered === true || writer.below(3) > 0),
      ...writeRemarks(task, entries.length, members),
    ],
    // Paragraphs only: another list would add items.
    spare: ['balance', 'example', 'checks', 'idea'],
    closing: writer.sentence(offers),
  };
}

function openList(writer: Writer, members: Members | undefined): string {
  if (members?.ordered === true)
    return writer.sentence([
      'Here they are, in their usual order.',
      'In the usual order, these are {topic}.',
    ]);
  return `${writer.sentence(members === undefined ? openings : memberOpenings)} ${writer.sentence(outlooks)}`;
}

// Ideas and names are there to be chosen from; tips, benefits and questions are there to be weighed.
function writeRemarks(
  { writer, pack, analysis }: Task,
  count: number,
  members: Members | undefined,
): string[] {
  if (members?.ordered === true) {
    return [
      writer.sentences(pack.ideas, 4),
      writer.sentence(pack.examples),
      writer.sentences(pack.checks, 3),
    ];
  }
  if (members === undefined && bankFor(analysis.subject.full) !== angles) {
    return [
      writer.sentences(pack.balances, 3),
      writer.sentences(pack.checks, 3),
      ...(count > 6 ? [] : [writer.sentence(pack.examples)]),
    ];
  }
  return [writer.sentences(choices, 5), ...(count > 6 ? [] : [writer.sentences(choices, count > 4 ? 4 : 6)])];
}

/** The texts of so many items, without marks. */
export function listItems(task: Task, count: number): string[] {
  const members = findMembers(task.analysis.subject.full, count, task.writer);
  return (members?.entries ?? writeEntries(task, count)).map((entry) => splitEntry(entry)[0] || entry);
}

function writeEntries(task: Task, count: number): string[] {
  const { writer } = task;
  const bank = bankFor(task.analysis.subject.full);
  if (bank !== angles)
    return writer.inOrder(bank, Math.min(count, bank.length)).concat(writeLater(writer, count - bank.length));

  const extra = count <= 3 ? 2 : count <= 7 ? 1 : 0;
  return Array.from({ length: count }, (_, index) => {
    // Past the end of the bank the same advice comes back about another part of the subject.
    const entry = writer.sentence(index < angles.length ? angles : laterAngles);
    return extra > 0 ? `${entry} ${writer.sentences(reasons, extra)}` : entry;
  });
}

function writeLater(writer: Writer, count: number): string[] {
  return Array.from({ length: Math.max(0, count) }, () => writer.sentence(laterAngles));
}

function bankFor(phrase: string): Bank {
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

const openings: Bank = [
  'Asked for {full}, I would begin with these.',
  'For {full}, these come to mind first.',
  'The points below approach {topic} from different sides.',
  'A list of this kind should be varied, so no two of these entries pull in the same direction.',
  'These entries on {topic} [run|go] from the obvious to the less obvious.',
];

const outlooks: Bank = [
  'Take what fits and leave the rest.',
  'Each can stand alone.',
  'The order is not a ranking.',
  'Cross out freely.',
  'Start with the one that asks least of you.',
];

const prosAndCons: Bank = [
  ...benefits.slice(0, 8).map((entry) => `For: ${lower(entry)}`),
  ...drawbacks.slice(0, 8).map((entry) => `Against: ${lower(entry)}`),
];

function lower(entry: string): string {
  return `${entry.charAt(0).toLowerCase()}${entry.slice(1)}`;
}

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

const choices: Bank = [
  'To choose among them, cross out whatever you would not start this week.',
  'If two appeal to you equally, prefer the one that needs fewer people to agree.',
  'Ask {person} to pick one without explaining it to you, and watch your own reaction: relief and disappointment are both informative.',
  'Some of them combine well, especially where they share {part}.',
  'Should none of them fit, look at what they have in common and turn exactly that around.',
  'Put the most tempting one aside for a day; if it still tempts you, it was more than a mood.',
  'The order follows no ranking, so feel free to begin in the middle.',
  'A list such as this is a beginning: the best entry is often the one you add yourself after reading it.',
  'Keep the ones you reject as well, because {topic} may look different next time.',
  'Say the candidates aloud, one after the other; the ear is often quicker than the head.',
  'What matters in the end is that the choice is yours and that you can give a reason for it.',
  'Where several people have a say, let each of them strike one out, and take what is left.',
  'Ask yourself which one you would miss if it were not there, and you have your answer.',
  'A choice that can be undone deserves a minute; one that cannot, a night.',
  'It is worth testing the runner-up briefly too, if only to be sure of the winner.',
];

const offers: Bank = [
  'I can make the list longer, stricter or stranger; just say the word.',
  'Tell me which of them comes closest, and I will go on from there.',
  'Say what to leave out, for instance anything to do with {part}, and I will draw up another.',
];

const reasons: Bank = [
  'It asks for little preparation, and the result tells you at once whether to go on.',
  'The advantage is that nothing has to be bought or learned first.',
  'What speaks for it is {measure}, which shows soon enough whether it works.',
  'If it fails, you have lost an afternoon and won a story.',
  'It suits {people}, and it can be made larger later without starting over.',
  'Think of {part} while you do it, for that is where the difference shows.',
  'It works best if you decide in advance when it is good enough.',
  'Few people think of it first, which is a small advantage in itself.',
  'The effort stays the same whether it turns out large or small.',
  'You can explain it in one sentence, and that makes it easy to win others over.',
  'It leaves room for {part} without depending on it.',
  'Should time run short, half of it still makes sense.',
  'Done twice, it becomes a habit; done once, it is still a pleasant change.',
  'Beginners manage it as well as anyone else.',
];

/** A list of exactly so many items in the sentences of any language. */
export function planPlainList(task: Task, count: number): Draft {
  const { writer, pack } = task;
  return {
    blocks: [
      writeOpening(task, 'what'),
      writer.sentence(pack.leads.tips),
      formatItems(writer.inOrder(pack.steps, count), true),
    ],
    spare: ['idea', 'checks', 'example', 'balance'],
    closing: writer.sentence(pack.closings),
  };
}
