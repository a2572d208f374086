import type { Draft, Task } from './draft.ts';
import { writeOpening } from './opening.ts';
import { angles, bankFor, laterAngles } from './lists/general-banks.ts';
import { findListed, type Listed } from './lists/find-listed.ts';
import { remarksOn } from './lists/remarks.ts';
import { formatItems, splitEntry } from './sections.ts';
import type { Bank, Writer } from './writer.ts';

/** A list of exactly so many items between two paragraphs; as many as are natural where none are asked for. */
export function planList(task: Task, asked: number | undefined): Draft {
  const { writer } = task;
  const listed = findListed(task, asked);
  if (listed !== undefined) return planListed(task, listed, asked ?? Math.max(5, listed.least));
  const entries = writeGeneral(task, asked ?? 5);
  return {
    blocks: [
      `${writer.sentence(openings)} ${writer.sentence(outlooks)}`,
      formatItems(entries, writer.below(3) > 0),
      ...writeRemarks(task, entries.length),
    ],
    // Paragraphs only: another list would add items.
    spare: ['balance', 'example', 'checks', 'idea'],
    closing: writer.sentence(offers),
  };
}

function planListed(task: Task, listed: Listed, count: number): Draft {
  const { writer, analysis } = task;
  const { openings: first, remarks, closings } = remarksOn[listed.kind];
  const entries = complete(task, listed, count);
  const opening =
    listed.ordered && listed.kind === 'members' ? writer.sentence(orderly) : writer.sentence(first);
  const rest = listed.more.slice();
  return {
    blocks: [
      ...(analysis.manner.pirate ? ['Arr!'] : []),
      opening,
      formatItems(entries, listed.ordered || writer.below(3) > 0),
      ...(rest.length > 0 ? [rest.join(' ')] : []),
      ...(remarks.length > 0
        ? [writer.sentences(remarks, 4), writer.sentences(remarks, count > 6 ? 2 : 4)]
        : []),
    ],
    spare: ['checks', 'balance', 'example'],
    closing: writer.sentence(closings),
    ...(remarks.length > 8 ? { filler: remarks, told: count > 6 ? 6 : 8 } : {}),
  };
}

function complete(task: Task, { entries }: Listed, count: number): string[] {
  return entries.length >= count
    ? entries.slice(0, count)
    : [...entries, ...writeGeneral(task, count - entries.length)];
}

// Ideas and names are there to be chosen from; tips, benefits and questions are there to be weighed.
function writeRemarks({ writer, pack, analysis }: Task, count: number): string[] {
  if (bankFor(analysis.subject.full) !== angles) {
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
  const listed = findListed(task, count);
  const entries = listed === undefined ? writeGeneral(task, count) : complete(task, listed, count);
  return entries.map((entry) => splitEntry(entry)[0] || entry);
}

const orderly: Bank = ['Here they are, in their usual order.', 'In the usual order, these are {topic}.'];

function writeGeneral(task: Task, count: number): string[] {
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
