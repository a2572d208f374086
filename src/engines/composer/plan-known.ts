import type { Draft, Task } from './draft.ts';
import type { Question } from './intent.ts';
import { type Family, familyOf, type Known } from './knowledge/known.ts';
import { leadIn } from './opening.ts';
import { withHeading } from './sections.ts';
import type { Bank } from './writer.ts';

type Part = 'how' | 'why' | 'pitfalls' | 'example';

/** An explanation that is made of what is known of the topic. */
export function planKnown(task: Task, known: Known, question: Question): Draft {
  const { analysis } = task;
  const opening = [...leadIn(task), known.is].filter((sentence) => sentence !== '').join(' ');
  const order = orderParts(task, question);
  const parts = order.map((part) => writePart(task, known, part));
  const short = analysis.followUp === 'example' || analysis.followUp === 'why';
  const blocks = [opening, ...(short ? parts.slice(0, 3) : parts)];
  if (blocks.join('\n\n').length < nearlyEnough) blocks.push(writeQuestions(task, known));
  return {
    blocks,
    spare: ['checks', 'balance', 'idea'],
    closing: closeKnown(task, known),
  };
}

/** A last paragraph that leads on to the neighbours of a topic. */
export function closeKnown(task: Task, known: Known): string {
  const { writer, pack } = task;
  const onward = writer.sentence(onwards, { related: known.related });
  const text = writer.below(3) === 0 ? `${onward} ${writer.sentence(provisos)}` : onward;
  return withHeading(task, pack.headings.closing, text);
}

/** So many sentences of what is known, the definition first. */
export function tellKnown(task: Task, known: Known): string[] {
  const { writer } = task;
  const parts = writer.below(2) === 0 ? [known.how, known.why] : [known.why, known.how];
  return [known.is, ...parts.flat(), known.example, ...known.pitfalls];
}

function orderParts({ analysis, writer }: Task, question: Question): Part[] {
  const first = firstPart(analysis, question);
  const left = (['how', 'why', 'example', 'pitfalls'] satisfies Part[]).filter((part) => part !== first);
  const order: Part[] = [first];
  while (left.length > 0) order.push(...left.splice(writer.below(left.length), 1));
  return order;
}

// What the prompt asks about comes first.
function firstPart({ followUp, prompt }: Task['analysis'], question: Question): Part {
  if (followUp === 'example' || followUp === 'simpler') return 'example';
  if (
    /\b(?:risks?|drawbacks?|problems?|dangers?|pitfalls?|disadvantages?|downsides?|bad|wrong|challenges?)\b/i.test(
      prompt,
    )
  )
    return 'pitfalls';
  return question === 'why' ||
    /\b(?:benefits?|advantages?|important|matters?|useful|good for)\b/i.test(prompt)
    ? 'why'
    : 'how';
}

function writePart(task: Task, known: Known, part: Part): string {
  const { writer } = task;
  const titles = known.kind === 'concept' && part === 'how' ? aspects : headings[familyOf(known.kind)][part];
  if (part === 'example') return withHeading(task, titles, known.example);
  const facts = choose(task, known, known[part]);
  const listed = task.style === 'headed' && part !== 'why' && facts.length > 1 && writer.below(2) === 0;
  return withHeading(task, titles, listed ? facts.map((fact) => `- ${fact}`).join('\n') : facts.join(' '));
}

// Questions about the neighbours lead further than general advice does.
function writeQuestions(task: Task, known: Known): string {
  const { writer } = task;
  const items = known.related.split(/, | and /).slice(0, 3);
  const asked = items.map((item) => `- ${writer.sentence(questions, { item })}`);
  const list = task.style === 'plain' ? asked.map((line) => line.slice(2)).join(' ') : asked.join('\n');
  const lead = writer.sentence([
    'Three questions lead further:',
    'Worth asking next:',
    'To dig deeper, ask yourself:',
  ]);
  return withHeading(
    task,
    ['Questions to go on with', 'Where to dig deeper'],
    `${lead}${task.style === 'plain' ? ' ' : '\n\n'}${list}`,
  );
}

const nearlyEnough = 1300;

const questions: Bank = [
  'How {does} {topic} relate to {item}?',
  'What should one know about {item} to understand {topic} better?',
  'What would change about {topic} without {item}?',
  'How would you explain {item} to somebody who has just met {topic}?',
];

// Where much is known, one sentence at most stays away, so that two answers are not the same.
function choose({ writer }: Task, known: Known, facts: readonly string[]): string[] {
  const kept = [...facts];
  const length = [known.is, ...known.how, ...known.why, ...known.pitfalls, known.example].join(' ').length;
  if (length > nearlyEnough && kept.length > 2 && writer.below(3) > 0)
    kept.splice(writer.below(kept.length), 1);
  return kept;
}

/** Facts about the topic under a heading of their own, for answers of another shape. */
export function writeBackground(task: Task, known: Known): string {
  const facts = [known.is, ...choose(task, known, known.how)];
  return withHeading(task, ['What to know about {topic}', 'Good to know'], facts.join(' '));
}

const ideaTitles: Readonly<Record<Part, Bank>> = {
  how: ['How it works', 'The way it works', 'What happens', 'Under the surface'],
  why: ['Why it matters', 'What it is good for', 'The point of it'],
  pitfalls: ['Pitfalls', 'What to watch out for', 'Often misunderstood', 'Caveats'],
  example: ['An example', 'A small case', 'In practice'],
};

const aspects: Bank = ['What there is to it', 'The main points', 'A closer look', 'What belongs to it'];

const headings: Readonly<Record<Family, Readonly<Record<Part, Bank>>>> = {
  idea: ideaTitles,
  thing: { ...ideaTitles, how: ['How it works', 'What there is to it', 'A closer look', 'Behind it'] },
  person: {
    how: ['Life and work', 'A short life', 'Stations of a life'],
    why: ['What remains', 'Why the name lasts', 'The legacy'],
    pitfalls: ['Often mistaken', 'Legend and fact', 'What to keep in mind'],
    example: ['A detail', 'In passing', 'One episode'],
  },
  place: {
    how: ['How it came about', 'A short history', 'The lie of the land'],
    why: ['Why it matters', 'What it is known for'],
    pitfalls: ['Good to know', 'What visitors miss', 'Worth knowing'],
    example: ['A detail', 'On the spot', 'To picture it'],
  },
  event: {
    how: ['What happened', 'The course of events', 'In order'],
    why: ['What followed', 'Why it matters', 'The consequences'],
    pitfalls: ['Often mistaken', 'What to keep in mind', 'A closer look'],
    example: ['A detail', 'One moment', 'In a single scene'],
  },
  work: {
    how: ['About it', 'How it came about', 'What it shows'],
    why: ['Why it is famous', 'What it means today'],
    pitfalls: ['Often mistaken', 'Good to know'],
    example: ['A detail', 'In passing', 'To picture it'],
  },
};

const onwards: Bank = [
  'From {topic} the way leads on to {related}.',
  'Close neighbours of {topic} are {related}; [name one and I will go on|any of them makes a good next question].',
  'So much for {topic}; to read on, look into {related}.',
  'Whoever has {topic} clear is ready for {related}.',
  'Seen together with {related}, {topic} {verb:show} [yet another side|its place].',
];

const provisos: Bank = [
  'I am a stand-in with a small built-in glossary, so check whatever you want to rely on.',
  'These sentences come from a short glossary rather than from a model; a good reference work has the rest.',
  'A stand-in keeps only the outline, so look up the details before you depend on them.',
];
