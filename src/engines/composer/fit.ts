import { type Task } from './draft.ts';
import { summaries } from './english-summaries.ts';
import { findFact } from './facts.ts';
import { capitalise, enumerate } from './grammar.ts';
import { findGuide } from './guides/find-guide.ts';
import { tellKnown } from './plan-known.ts';
import { bodyOf, splitEntry } from './sections.ts';
import { traitsOf } from './traits.ts';
import type { Bank } from './writer.ts';

/** A text of exactly so many words. */
export function writeWords(task: Task, count: number): string {
  if (count <= 8) return writeFewWords(task, count);
  const first = firstSentence(task, count);
  if (first === undefined) return writeFewWords(task, count);
  const chosen = [first];
  let left = count - countWords(first);
  const pool = drawPool(task);
  for (let sentence = ''; left > longestExact;) {
    sentence = pool.next();
    chosen.push(sentence);
    left -= countWords(sentence);
  }
  const rest = left === 0 ? [] : (describe(task, left) ?? fillExactly(task, pool, left));
  return [...chosen, ...rest].join(' ');
}

// A short sentence of traits, which says more than a phrase that fits anything.
function describe({ analysis, writer }: Task, count: number): string[] | undefined {
  const { field, subject, language } = analysis;
  if (count < 3 || count > 8 || field.name === 'general' || language !== 'en') return undefined;
  const left = traitsOf(field);
  const words = Array.from(
    { length: count - (count === 3 ? 2 : 3) },
    () => left.splice(writer.below(left.length), 1)[0] ?? '',
  );
  const start = subject.plural ? 'They are' : 'It is';
  if (count < 5) return [`${start} ${count === 4 ? 'also ' : ''}${words[0] ?? ''}.`];
  return [`${start} ${enumerate(words)}.`];
}

// The longest beginning of the answer that is a sentence by itself and leaves nothing or enough for another one.
function firstSentence(task: Task, count: number): string | undefined {
  const whole = oneSentence(task);
  const ends = [
    ...whole.matchAll(
      /,? (?:that|which|in which|by which|so that|until|but|and|because|from|by|with)\b|[,;:] /g,
    ),
  ];
  const shorter = ends.toReversed().map(({ index }) => `${whole.slice(0, index)}.`);
  return [whole, ...shorter].find((sentence) => {
    if (/\b(?:on|in|by|of|to|from|with|for|the|a|an|such|so|as|at|than)\.$/.test(sentence)) return false;
    const left = count - countWords(sentence);
    return left === 0 || (left > 2 && countWords(sentence) >= Math.min(7, count / 2));
  });
}

/** So many sentences, the first of which answers the prompt. */
export function writeSentences(task: Task, count: number): string[] {
  const pool = drawPool(task);
  return Array.from({ length: count }, (_, index) => (index === 0 ? oneSentence(task) : pool.next()));
}

/** How many words a text has, counted between blanks. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

const longestExact = 90;

// The subset of candidate sentences whose lengths add up to the number, by dynamic programming.
function fillExactly(task: Task, pool: Pool, count: number): string[] {
  const candidates = Array.from({ length: 24 }, () => pool.next());
  const fillers = [...task.pack.short];
  const all = [...candidates, ...fillers];
  const reached = new Map<number, readonly number[]>([[0, []]]);
  for (const [index, sentence] of all.entries()) {
    const words = countWords(sentence);
    for (const [sum, path] of Array.from(reached)) {
      if (sum + words <= count && !reached.has(sum + words)) reached.set(sum + words, [...path, index]);
    }
    if (index >= candidates.length && reached.has(count)) break;
  }
  const path = reached.get(count);
  return path === undefined ? [writeFewWords(task, count)] : path.map((index) => all[index] ?? '');
}

function writeFewWords(task: Task, count: number): string {
  const topic = task.analysis.subject.topic;
  const words = task.writer
    .sentence(['{topic}'])
    .replace(/^(?:the|a|an) /i, '')
    .split(' ');
  const head = words.length <= count ? words : [words.at(-1) ?? topic];
  const traits: string[] = [];
  const left = traitsOf(task.analysis.field);
  while (head.length + traits.length < count)
    traits.push(left.splice(task.writer.below(left.length), 1)[0] ?? 'memorable');
  const noun = `${(head[0] ?? '').charAt(0).toUpperCase()}${head.join(' ').slice(1)}`;
  return traits.length === 0 ? `${noun}.` : `${noun}: ${traits.join(', ')}.`;
}

/** Sentences about the subject one after another, what is known of it first. */
export interface Pool {
  next(): string;
}

/** A pool that begins behind the sentence which answers the prompt. */
export function drawPool(task: Task): Pool {
  const { writer, pack } = task;
  const banks: readonly Bank[] = [
    pack.ideas,
    pack.steps,
    pack.ideas,
    pack.checks,
    pack.balances,
    pack.pitfalls,
  ];
  const known = task.analysis.known === undefined ? [] : tellKnown(task, task.analysis.known).slice(1);
  let turn = -1;
  return {
    next() {
      const told = known.shift();
      if (told !== undefined) return told;
      turn += 1;
      const bank = banks[turn % banks.length];
      return asSingle(bodyOf(writer.sentence(bank ?? pack.ideas)));
    },
  };
}

function questionOf(task: Task): keyof Task['pack']['openings'] {
  const { intent } = task.analysis;
  if (intent.kind === 'explanation') return intent.question;
  return intent.kind === 'how-to' ? 'how' : intent.kind === 'advice' ? 'which' : 'what';
}

function oneSentence(task: Task): string {
  const { subject, prompt, language, known, field } = task.analysis;
  if (language !== 'en') return asSingle(task.writer.sentence(task.pack.openings[questionOf(task)]));
  const guide = subject.task === undefined ? undefined : findGuide(`${subject.task} ${subject.full}`);
  if (guide !== undefined) return sumUp(guide);
  const fact = findFact(subject, prompt, known);
  return fact ?? asSingle(task.writer.sentence(summaries[questionOf(task)], { field: field.domain }));
}

// The titles of the steps, as one sentence.
function sumUp(guide: readonly string[]): string {
  const titles = guide.map((entry) => splitEntry(entry)[0]);
  return capitalise(`${enumerate(titles.map((title) => title.charAt(0).toLowerCase() + title.slice(1)))}.`);
}

// Some entries of a bank are two sentences; where sentences are counted they become one.
function asSingle(text: string): string {
  return text
    .replace(/[.!?] (?=[A-Z“])/g, '; ')
    .replace(/; ([A-Z])(?=[a-z]+ )/g, (_, letter: string) => `; ${letter.toLowerCase()}`);
}
