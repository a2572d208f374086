import type { Found } from './found.ts';
import { splitName, splitText, stem } from './key-words.ts';
import { findPhrase } from './phrases.ts';
import type { Said } from './said.ts';
import { asTexts, type Json, type Schema } from './schema.ts';
import { codeOfCurrency, codeOfLanguage, findCurrencies, findLanguages } from './said-codes.ts';
import { type Sort, sortOf } from './sorts.ts';

/** Finds the arguments that a prompt says, each thing once. */
export interface Finder {
  /** The text said for a member; with `sure`, only one of a sort that its name asks for. */
  text(name: string, schema: Schema, sure: boolean): string | undefined;
  /** The number said for a member, and, unless it must be sure, any number that is left. */
  number(name: string, sure: boolean): number | undefined;
  /** All things said for a list of texts. */
  texts(name: string, schema: Schema): readonly string[];
  /** The value of a list of values that the prompt names. */
  listed(values: readonly Json[]): Json | undefined;
  /** Whether a word of the member's name is said. */
  mentions(name: string): boolean;
}

/** What a finder is made with besides what was said. */
export interface FinderOptions {
  /** Values that are known by their names. */
  readonly facts?: ReadonlyMap<string, Json>;
  /** Whether a message that is nowhere said is the whole prompt. */
  readonly echoes?: boolean;
}

/** A finder for what was said last, and before that where nothing else is found. */
export function createFinder(sources: readonly Said[], options: FinderOptions = {}): Finder {
  const { facts = new Map<string, Json>(), echoes = false } = options;
  const used = new Set<string>();
  const [last] = sources;
  const usedNumbers = new Set<number>();

  function take(pick: (said: Said) => readonly string[]): string | undefined {
    for (const said of sources) {
      const found = pick(said).find((value) => !used.has(value));
      if (found === undefined) continue;
      used.add(found);
      return found;
    }
    return undefined;
  }

  function text(name: string, schema: Schema, sure: boolean): string | undefined {
    const known = facts.get(factName(name));
    if (typeof known === 'string') return known;
    const sort = sortOf(name, schema);
    const direct = directed(name, last);
    if (direct !== undefined && !used.has(direct)) {
      used.add(direct);
      return direct;
    }
    const found = take((said) => candidates(sort ?? sortOfEnd(name, said), said, schema));
    if (found !== undefined || sure) return found;
    const quoted = take(({ quotes }) => valuesOf(quotes));
    return quoted ?? (echoes && sort === 'message' ? last?.text.trim() || undefined : undefined);
  }

  function number(name: string, sure: boolean): number | undefined {
    const known = facts.get(factName(name));
    if (typeof known === 'number') return known;
    if (last === undefined) return undefined;
    const left = last.numbers.filter(({ from }) => !usedNumbers.has(from));
    const stems = splitName(name).flatMap((word) =>
      `${word} ${numberWords.get(word) ?? ''}`.trim().split(' ').map(stem),
    );
    const near = left.find((found) => isNear(found, last.text, stems));
    const found = near ?? (sure ? undefined : left[0]);
    if (found !== undefined) usedNumbers.add(found.from);
    return found?.value;
  }

  return {
    text,
    number,
    texts(name, schema) {
      const sort = sortOf(singular(name), schema);
      if (last === undefined) return [];
      const said = isPhrase(sort) ? [] : candidates(sort, last, schema);
      return said.length > 0 ? said : valuesOf(last.quotes);
    },
    listed: (values) => (last === undefined ? undefined : findListedValue(values, last)),
    mentions: (name) =>
      splitName(name).some((word) => word.length > 2 && last?.stems.has(stem(word)) === true),
  };
}

/** The form in which the names of facts are compared. */
export function factName(name: string): string {
  return splitName(name).join(' ');
}

function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/(?<=[a-z]{3})s$/, '');
}

// Of these a prompt says one, and no list.
function isPhrase(sort: Sort | undefined): boolean {
  return sort === 'query' || sort === 'message' || sort === 'title' || sort === 'expression';
}

function valuesOf(found: readonly Found[]): readonly string[] {
  return found.map(({ value }) => value);
}

function candidates(sort: Sort | undefined, said: Said, schema: Schema): readonly string[] {
  const phrase = (): readonly string[] => {
    const found = findPhrase(sort, said.text);
    return found === undefined ? [] : [found];
  };
  switch (sort) {
    case 'place':
      return valuesOf(said.places.length > 0 ? said.places : said.names);
    case 'person':
      if (said.names.length > 0) return valuesOf(said.names);
      return said.quotes.length > 0 ? valuesOf(said.quotes) : phrase();
    case 'email':
      return valuesOf(said.emails.length > 0 || schema['format'] === 'email' ? said.emails : said.names);
    case 'url':
      return valuesOf(said.urls);
    case 'date':
    case 'moment':
      return valuesOf(said.dates);
    case 'time':
      return valuesOf(said.times);
    case 'uuid':
      return valuesOf(said.uuids);
    case 'phone':
      return said.text.match(/\+?\d[\d ()-]{6,18}\d/g) ?? [];
    case 'language':
      return findLanguages(said.text).map((name) => codeOfLanguage(name, schema));
    case 'currency':
      return findCurrencies(said.text).map(codeOfCurrency);
    case 'symbol':
      return said.symbols;
    case 'code':
      return [
        ...valuesOf(said.uuids),
        ...valuesOf(said.codes),
        ...said.numbers.map(({ value }) => String(value)),
      ];
    case 'expression':
      return phrase();
    case 'query':
    case 'message':
    case 'title':
      return said.quotes.length > 0 ? valuesOf(said.quotes) : phrase();
    case undefined:
      return [];
  }
}

// What goes from one to another is mail, or travels.
function sortOfEnd(name: string, { emails }: Said): Sort | undefined {
  if (!/^(?:to|from)$/i.test(name)) return undefined;
  return emails.length > 0 ? 'email' : 'place';
}

// "from Paris to London" says which is which.
function directed(name: string, said: Said | undefined): string | undefined {
  const words = splitName(name);
  const isStart = words.some((word) => /^(?:from|origin|departure|start|source|base)$/.test(word));
  const isEnd = words.some((word) => /^(?:to|destination|arrival|end|target)$/.test(word));
  if (said === undefined || isStart === isEnd) return undefined;
  const before = isStart ? /\bfrom (?:the )?$/i : /\b(?:to|into) (?:the )?$/i;
  const all = [...said.places, ...said.names];
  return all.find(({ from }) => before.test(said.text.slice(Math.max(0, from - 12), from)))?.value;
}

// Words that stand beside a number where its name does not.
const numberWords: ReadonlyMap<string, string> = new Map([
  ['age', 'year old'],
  ['price', '$ € dollar euro usd eur under'],
  ['amount', '$ € £ dollar euro pound yen usd eur gbp jpy'],
  ['budget', '$ € dollar euro usd eur'],
  ['limit', 'top first result item'],
  ['count', 'top first result item'],
  ['max', 'top result most'],
  ['guests', 'people person adult'],
  ['passengers', 'people person adult'],
  ['people', 'person guest'],
  ['party', 'people person'],
  ['duration', 'minute hour day'],
  ['temperature', 'degree'],
]);

function isNear({ from, to }: Found<number>, text: string, stems: readonly string[]): boolean {
  const before = /([\p{L}$€£]+)[\s:=]*(?:is |of |to |about )?$/u.exec(
    text.slice(Math.max(0, from - 30), from),
  )?.[1];
  const after = /^[\s-]*([\p{L}$€£%]+)/u.exec(text.slice(to, to + 30))?.[1];
  return [before, after].some((word) => word !== undefined && stems.includes(stem(word)));
}

const mostListed = 1000;

function findListedValue(values: readonly Json[], said: Said): Json | undefined {
  const text = ` ${splitText(said.text).join(' ')} `;
  for (const value of values.slice(0, mostListed)) {
    if (typeof value === 'number' && said.numbers.some((found) => found.value === value)) return value;
    if (typeof value !== 'string' || value.length > 60) continue;
    const words = splitName(value);
    if (words.length === 0) continue;
    if (words.length === 1 && words[0] !== undefined && words[0].length > 1 && said.stems.has(stem(words[0])))
      return value;
    if (text.includes(` ${words.join(' ')} `)) return value;
    const other = asTexts(sameAs.get(value.toLowerCase()));
    if (other.some((word) => said.stems.has(stem(word)))) return value;
  }
  return undefined;
}

const sameAs: ReadonlyMap<string, readonly string[]> = new Map([
  ['c', ['celsius', '°c']],
  ['f', ['fahrenheit', '°f']],
  ['celsius', ['°c', 'centigrade']],
  ['fahrenheit', ['°f']],
  ['metric', ['celsius', '°c']],
  ['imperial', ['fahrenheit', '°f']],
  ['high', ['urgent', 'important', 'asap']],
  ['positive', 'love great excellent amazing happy good wonderful fantastic best like'.split(' ')],
  ['negative', 'hate terrible awful bad worst disappointed angry broken poor horrible'.split(' ')],
]);
