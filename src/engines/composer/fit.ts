import { type Task } from './draft.ts';
import { findFact } from './facts.ts';
import { bodyOf } from './sections.ts';
import type { Bank } from './writer.ts';

/** A text of exactly so many words. */
export function writeWords(task: Task, count: number): string {
  if (count <= 8) return writeFewWords(task, count);
  const chosen: string[] = [];
  let left = count;
  const pool = drawPool(task);
  for (let sentence = oneSentence(task); ; sentence = pool.next()) {
    const words = countWords(sentence);
    if (words > left - 2) break;
    chosen.push(sentence);
    left -= words;
    if (left <= longestExact) break;
  }
  return [...chosen, ...fillExactly(task, pool, left)].join(' ');
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
  const left = [...qualities];
  while (head.length + traits.length < count) {
    traits.push(
      left.length > 0 ? (left.splice(task.writer.below(left.length), 1)[0] ?? 'clear') : 'and again',
    );
    if (traits.at(-1) === 'and again') traits.splice(-1, 1, 'again');
  }
  const noun = `${(head[0] ?? '').charAt(0).toUpperCase()}${head.join(' ').slice(1)}`;
  return traits.length === 0 ? `${noun}.` : `${noun}: ${traits.join(', ')}.`;
}

const qualities =
  'useful, learnable, surprising, layered, practical, familiar, patient, subtle, connected, rewarding, demanding, lively, orderly, curious, modest, durable, honest, deep, open, changing'.split(
    ', ',
  );

interface Pool {
  next(): string;
}

function drawPool(task: Task): Pool {
  const { writer, pack } = task;
  const banks: readonly Bank[] = [
    pack.ideas,
    pack.steps,
    pack.ideas,
    pack.checks,
    pack.balances,
    pack.pitfalls,
  ];
  let turn = -1;
  return {
    next() {
      turn += 1;
      const bank = banks[turn % banks.length];
      return asSingle(bodyOf(writer.sentence(bank ?? pack.ideas)));
    },
  };
}

function questionOf(task: Task): keyof Task['pack']['openings'] {
  const { intent } = task.analysis;
  return intent.kind === 'explanation' ? intent.question : 'what';
}

function oneSentence(task: Task): string {
  const { subject, prompt, language } = task.analysis;
  const fact = language === 'en' ? findFact(subject, prompt) : undefined;
  if (fact !== undefined) return fact;
  return asSingle(task.writer.sentence(task.pack.openings[questionOf(task)]));
}

// Some entries of a bank are two sentences; where sentences are counted they become one.
function asSingle(text: string): string {
  return text
    .replace(/[.!?] (?=[A-Z“])/g, '; ')
    .replace(/; ([A-Z])(?=[a-z]+ )/g, (_, letter: string) => `; ${letter.toLowerCase()}`);
}
