import { capitals } from '../knowledge/capitals.ts';
import { functionWords, verbs } from '../word-classes.ts';
import { type Found, findAll } from './found.ts';

/** The names that a text says: those of places, as far as can be told, and the others. */
export interface Names {
  readonly places: readonly Found[];
  readonly names: readonly Found[];
}

/** Finds names by their capitals, and places written small after "in" and the like. */
export function findNames(text: string, isPlace: (name: string) => boolean): Names {
  const capitalised = joinRegions(findAll(text, name).flatMap(trimName), text);
  const places: Found[] = [];
  const names: Found[] = [];
  for (const found of capitalised) {
    const last = places.at(-1);
    const listed =
      last !== undefined && /^(?:\s*,\s*|\s+(?:and|or|&)\s+)/.test(text.slice(last.to, found.from));
    const near = last !== undefined && found.from - last.to < 6;
    if (isPlace(found.value) || afterPlaceWord(text, found.from) || (listed && near)) places.push(found);
    else names.push(found);
  }
  if (places.length === 0) places.push(...findSmallPlaces(text, isPlace));
  return { places, names };
}

const name =
  /\p{Lu}[\p{L}'’.-]*\p{L}(?:[ \t]+(?:(?:de|la|of|the|am|del|do|di|van|von|upon|sur)[ \t]+){0,2}\p{Lu}[\p{L}'’.-]*\p{L})*/gu;

// Words that begin with a capital and name nothing: those that open a sentence, units, languages and such.
function trimName({ value, from }: Found): Found[] {
  let text = value.replace(/['’]s$/, '');
  let start = from;
  for (;;) {
    const [first = ''] = text.split(/[ \t]/, 1);
    const small = first.toLowerCase();
    if (!functionWords.has(small) && !verbs.has(small) && !others.has(small)) break;
    if (first.length === text.length) return [];
    const rest = text.slice(first.length).trimStart();
    start += text.length - rest.length;
    text = rest;
    if (!/^\p{Lu}/u.test(text)) return [];
  }
  return [{ value: text, from: start, to: start + text.length }];
}

const others = new Set(
  `weather temperature forecast current translate celsius fahrenheit kelvin english german french spanish italian portuguese dutch
  chinese japanese korean russian arabic hindi polish turkish swedish greek latin json api please i'm i'd i've what's how's where's
  who's remind schedule order add multiply divide subtract time flight flights hotel hotels news stock email message user assistant
  usd eur gbp jpy chf cad aud question answer stocks price`.split(/\s+/),
);

// "Paris, France" and "Austin, TX" are one place.
function joinRegions(names: readonly Found[], text: string): Found[] {
  const joined: Found[] = [];
  for (const found of names) {
    const last = joined.at(-1);
    const isRegion = /^[A-Z]{2}$/.test(found.value) || capitals.has(found.value);
    if (last !== undefined && isRegion && /^,\s?$/.test(text.slice(last.to, found.from))) {
      if (!capitals.has(last.value)) {
        joined[joined.length - 1] = { ...last, value: text.slice(last.from, found.to), to: found.to };
        continue;
      }
    }
    joined.push(found);
  }
  return joined;
}

function afterPlaceWord(text: string, from: number): boolean {
  return /\b(?:in|at|near|around|from|to|toward|towards|into|visit|visiting|between|for|of)\s+(?:the\s+)?$/i.test(
    text.slice(Math.max(0, from - 20), from),
  );
}

function findSmallPlaces(text: string, isPlace: (name: string) => boolean): Found[] {
  const known = findAll(text, /\b\p{Ll}{3,20}(?: \p{Ll}{3,20})?\b/gu).filter(({ value }) => isPlace(value));
  const named = findAll(text, small).flatMap((found) => splitPlaces(found));
  return (named.length > 0 ? named : known).map(({ value, from, to }) => ({ value: title(value), from, to }));
}

const small =
  /(?<=\b(?:in|near|for|at|from|to|around) )[\p{Ll}'-]{2,20}(?:(?: |, ?| ?& ?)[\p{Ll}'-]{2,20}){0,7}/gu;

function splitPlaces({ value, from }: Found): Found[] {
  const places: Found[] = [];
  let start = 0;
  for (const separator of [
    ...findAll(value, /\s*(?:,|&|\band\b|\bor\b)\s*/g),
    { from: value.length, to: value.length },
  ]) {
    const part = value.slice(start, separator.from);
    const kept = keepPlace(part);
    if (kept !== '') places.push({ value: kept, from: from + start, to: from + start + kept.length });
    if (kept !== part) break;
    start = separator.to;
  }
  return places;
}

// As far as words may be those of a place; three of them at most.
function keepPlace(phrase: string): string {
  const kept: string[] = [];
  for (const word of phrase.split(' ').filter((each) => each !== '')) {
    if (functionWords.has(word) || others.has(word) || noPlaces.has(word) || kept.length === 3) break;
    kept.push(word);
  }
  return kept.join(' ');
}

const noPlaces = new Set(
  `right tonight morning afternoon evening night week weekend month year day days hour hours minute minutes second seconds detail
  general degrees metric imperial short total order case fact addition particular advance time least first last next dollars euros
  pounds yen example instance breakfast lunch dinner everyone fun help`.split(/\s+/),
);

function title(phrase: string): string {
  return phrase.replace(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase());
}
