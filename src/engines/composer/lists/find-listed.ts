import type { Task } from '../draft.ts';
import { benefits, drawbacks } from '../english-lists.ts';
import { findGuide } from '../guides/find-guide.ts';
import type { Known } from '../knowledge/known.ts';
import type { Writer } from '../writer.ts';
import { findAdvice } from './advice.ts';
import { bankFor } from './general-banks.ts';
import { makeNames } from './make-names.ts';
import { findMembers } from './members.ts';
import type { ListKind } from './remarks.ts';
import { findOtherWords } from './synonyms.ts';

/** Entries that suit a request for a list, and what they are. */
export interface Listed {
  readonly kind: ListKind;
  readonly entries: readonly string[];
  readonly ordered: boolean;
  /** How many are shown where no number is asked for. */
  readonly least: number;
  /** Sentences that go on about the same thing behind the list. */
  readonly more: readonly string[];
}

/** What the banks have for a request: names, members of a kind, other words, advice for an occasion, or facts. */
export function findListed(task: Task, asked: number | undefined): Listed | undefined {
  const { writer, analysis } = task;
  const phrase = analysis.subject.full;
  const count = asked ?? 5;
  const names = makeNames(phrase, count, writer);
  if (names !== undefined) return list('names', names);
  const words = findOtherWords(phrase);
  if (words !== undefined) return list('words', draw(words, asked ?? words.length, writer));
  const members = findMembers(phrase, asked, writer);
  if (members !== undefined)
    return { ...list('members', members.entries), ordered: members.ordered, least: members.entries.length };
  const guide = /^steps?\b/i.test(phrase) ? findGuide(phrase) : undefined;
  if (guide !== undefined)
    return { ...list('steps', inOrder(guide, asked ?? guide.length, writer)), ordered: true };
  const advice = findAdvice(phrase);
  if (advice !== undefined) return list(advice.kind, draw(advice.entries, count, writer));
  return analysis.known === undefined ? undefined : listFacts(phrase, analysis.known, count, writer);
}

function list(kind: ListKind, entries: readonly string[]): Listed {
  return { kind, entries, ordered: false, least: Math.min(entries.length, 8), more: [] };
}

function listFacts(phrase: string, known: Known, count: number, writer: Writer): Listed | undefined {
  const facts = factsFor(phrase, known);
  if (facts.length === 0) return undefined;
  const entries = draw(facts, count, writer);
  const told = new Set(entries);
  const more = [known.is, ...known.how, ...known.why, ...known.pitfalls, known.example];
  return { ...list('facts', entries), more: more.filter((fact) => !told.has(fact)) };
}

function factsFor(phrase: string, known: Known): readonly string[] {
  if (/\b(?:facts?|things)\b/i.test(phrase)) return [...known.how, ...known.why, ...known.pitfalls];
  const bank = bankFor(phrase);
  if (bank === benefits) return known.why;
  return bank === drawbacks ? known.pitfalls : [];
}

// So many of the steps, spread at random and kept in their order.
function inOrder(entries: readonly string[], count: number, writer: Writer): string[] {
  const left = [...entries];
  while (left.length > count) left.splice(1 + writer.below(left.length - 1), 1);
  return left;
}

function draw(entries: readonly string[], count: number, writer: Writer): string[] {
  const left = [...entries];
  const drawn: string[] = [];
  while (left.length > 0 && drawn.length < count) drawn.push(...left.splice(writer.below(left.length), 1));
  return drawn;
}
