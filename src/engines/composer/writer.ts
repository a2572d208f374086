import type { Random } from '../../core/chance.ts';
import type { Field } from './field.ts';
import { capitalise, isPluralPhrase, thirdPerson } from './grammar.ts';
import type { Family } from './knowledge/known.ts';
import type { Subject } from './subject.ts';

/**
 * Sentences with slots: `{topic}` is filled in, `{verb:need}` agrees with the topic, `[a|b]` is one of the two.
 * An entry that begins with `@idea,place ` and the like fits subjects of those families only.
 * What fills a slot is never read as a pattern itself.
 */
export type Bank = readonly string[];

/** A subject, the prompt as it can be quoted, who answers and for whom. */
export interface WrittenSubject extends Subject {
  readonly prompt: string;
  readonly name: string;
  readonly role: string;
  readonly audience: string;
  readonly family: Family;
}

/** Slots that only one plan knows. */
export type Locals = Readonly<Record<string, string>>;

/** Writes sentences about one subject, and never the same one twice while others are left. */
export interface Writer {
  readonly random: Random;
  /** A sentence of the bank, its first letter in upper case. */
  sentence(bank: Bank, locals?: Locals): string;
  /** So many sentences of the bank as one paragraph. */
  sentences(bank: Bank, count: number): string;
  /** So many sentences of the bank, in the bank's order. */
  inOrder(bank: Bank, count: number): string[];
  /** The pattern, filled in. */
  fill(pattern: string, locals?: Locals): string;
  /** An index below `count`. */
  below(count: number): number;
}

/** A writer for the subject, in the words of a field; equal random sources give equal sentences. */
export function createWriter(subject: WrittenSubject, field: Field, random: Random): Writer {
  const below = (count: number): number => Math.floor(random() * count);
  const unused = new Map<Bank, number[]>();
  const fillers = createFillers(subject, field, below);

  function draw(bank: Bank): number {
    let left = unused.get(bank);
    if (left === undefined || left.length === 0) unused.set(bank, (left = fitting(bank, subject.family)));
    const index = below(left.length);
    const drawn = left[index] ?? 0;
    left[index] = left.at(-1) ?? 0;
    left.pop();
    return drawn;
  }

  const fill = (pattern: string, locals: Locals = {}): string => expand(pattern, fillers, locals, below);
  const sentence = (bank: Bank, locals?: Locals): string => capitalise(fill(bare(bank[draw(bank)]), locals));
  const inOrder = (bank: Bank, count: number): string[] =>
    Array.from({ length: count }, () => draw(bank))
      .toSorted((a, b) => a - b)
      .map((index) => capitalise(fill(bare(bank[index]))));
  const sentences = (bank: Bank, count: number): string =>
    Array.from({ length: count }, () => sentence(bank)).join(' ');
  return { random, below, fill, sentence, sentences, inOrder };
}

// All entries where none fits, so that every bank has something to say.
function fitting(bank: Bank, family: Family): number[] {
  const all = [...bank.keys()];
  const found = all.filter((index) => fits(bank[index] ?? '', family));
  return found.length > 0 ? found : all;
}

function fits(entry: string, family: Family): boolean {
  return !entry.startsWith('@') || entry.slice(1, entry.indexOf(' ')).split(',').includes(family);
}

function bare(entry = ''): string {
  return entry.startsWith('@') ? entry.slice(entry.indexOf(' ') + 1) : entry;
}

type Filler = (argument: string) => string;

const choice = /\[([^[\]]*)\]/g;
const slot = /\{([a-z]+)(?::([a-z]+))?\}/g;

function expand(
  pattern: string,
  fillers: ReadonlyMap<string, Filler>,
  locals: Locals,
  below: (count: number) => number,
): string {
  const chosen = pattern.replace(choice, (_, inner: string) => {
    const options = inner.split('|');
    return options[below(options.length)] ?? '';
  });
  return chosen.replace(slot, (_, name: string, argument: string | undefined) => {
    const local = locals[name];
    if (local !== undefined) return local;
    const filler = fillers.get(name);
    if (filler === undefined) throw new RangeError(`no slot named ${name}`);
    return filler(argument ?? '');
  });
}

function createFillers(
  subject: WrittenSubject,
  field: Field,
  below: (count: number) => number,
): ReadonlyMap<string, Filler> {
  const { plural } = subject;
  const either =
    (many: string, one: string): Filler =>
    () =>
      plural ? many : one;
  const cycle = (items: readonly string[]): Filler => rotate(items, below);
  const nextPart = rotateParts(subject, field, below);
  let part = '';
  const doing = subject.doing ?? `working with ${subject.topic}`;
  return new Map<string, Filler>([
    ['prompt', () => subject.prompt],
    ['name', () => subject.name],
    ['role', () => subject.role],
    ['audience', () => subject.audience],
    ['full', () => subject.full],
    ['topic', () => subject.topic],
    ['definite', () => subject.topic.replace(/^an? /i, 'the ')],
    ['is', either('are', 'is')],
    ['was', either('were', 'was')],
    ['has', either('have', 'has')],
    ['does', either('do', 'does')],
    ['it', either('they', 'it')],
    ['its', either('their', subject.family === 'person' ? 'their' : 'its')],
    ['them', either('them', subject.family === 'person' ? 'them' : 'it')],
    ['verb', (verb) => (plural ? verb : thirdPerson(verb))],
    ['doing', () => doing],
    ['task', () => subject.task ?? `work with ${subject.topic}`],
    ['part', () => (part = nextPart(''))],
    ['partverb', (verb) => (isPluralPhrase(part) ? verb : thirdPerson(verb))],
    ['person', cycle(field.person)],
    ['people', cycle(field.people)],
    ['tool', cycle(field.tool)],
    ['source', cycle(field.source)],
    ['trial', cycle(field.trial)],
    ['measure', cycle(field.measure)],
    ['mistake', cycle(field.mistake)],
    ['result', cycle(field.result)],
  ]);
}

function rotate(items: readonly string[], below: (count: number) => number): Filler {
  let index = -1;
  return () => {
    index = index < 0 ? below(items.length) : index + 1;
    return items[index % items.length] ?? '';
  };
}

// The prompt's own words come first, and come back after each round of the field's.
function rotateParts(subject: Subject, field: Field, below: (count: number) => number): Filler {
  const aspect = rotate(field.aspect, below);
  let index = 0;
  return () => {
    const own = subject.parts[index % (subject.parts.length + field.aspect.length)];
    index += 1;
    return own ?? aspect('');
  };
}
