import { irregularPlurals, nounsInIng, singularsInS } from './word-classes.ts';

/** The text with its first letter in upper case. */
export function capitalise(text: string): string {
  const first = text.charAt(0);
  const upper = first.toUpperCase();
  return upper.length === 1 ? upper + text.slice(1) : text;
}

/** The items as a list inside a sentence. */
export function enumerate(items: readonly string[], conjunction = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1) ?? ''}`;
}

/** Whether a noun is plural. */
export function isPluralNoun(noun: string): boolean {
  const word = noun.toLowerCase();
  if (irregularPlurals.has(word)) return true;
  if (singularsInS.has(word)) return false;
  return /[a-z]{2}s$/.test(word) && !/(ss|us|is|ous)$/.test(word);
}

/** Whether a noun phrase is plural, judged by the noun before the first preposition. */
export function isPluralPhrase(phrase: string): boolean {
  const head =
    phrase
      .replace(/ (?:involved|responsible)$/, '')
      .split(/ (?:of|in|for|on|between|from|to|with|used|that|it) /, 1)[0] ?? phrase;
  return /\bpeople\b/.test(head) || isPluralNoun(head.split(' ').at(-1) ?? '');
}

/** Whether a word is a verb's form in -ing. */
export function isGerund(word: string): boolean {
  return /^[a-z]{2,}ing$/.test(word) && !nounsInIng.has(word) && /[aeiouy].*ing$/.test(word);
}

/** A verb's form in -ing. */
export function gerund(verb: string): string {
  if (verb === 'be') return 'being';
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return doublesLast(verb) ? `${verb}${verb.at(-1) ?? ''}ing` : `${verb}ing`;
}

function doublesLast(verb: string): boolean {
  if (
    /^(begin|forget|admit|commit|submit|prefer|refer|occur|upset|debug|format|unplug|reset|program|equip)$/.test(
      verb,
    )
  ) {
    return verb !== 'format';
  }
  return /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(verb);
}

/** A verb as it goes with `it`. */
export function thirdPerson(verb: string): string {
  if (verb === 'have') return 'has';
  if (/(s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

const mirrored: ReadonlyMap<string, string> = new Map([
  ['i', 'you'],
  ["i'm", 'you are'],
  ["i've", 'you have'],
  ["i'd", 'you would'],
  ['me', 'you'],
  ['my', 'your'],
  ['mine', 'yours'],
  ['myself', 'yourself'],
  ['we', 'you'],
  ['us', 'you'],
  ['our', 'your'],
  ['ours', 'yours'],
  ['am', 'are'],
]);

/** A phrase of the user's, said back to the user. */
export function mirrorPerson(phrase: string): string {
  return (
    phrase
      .split(' ')
      // The numeral of "World War I" is no pronoun.
      .map((word, index, words) =>
        word === 'I' && /^\p{Lu}/u.test(words[index - 1] ?? '')
          ? word
          : (mirrored.get(word.toLowerCase()) ?? word),
      )
      .join(' ')
  );
}
