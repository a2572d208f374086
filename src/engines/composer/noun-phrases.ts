import { isGerund, isPluralNoun, mirrorPerson } from './grammar.ts';
import { isName, nameCase } from './proper-names.ts';
import { adjectives, determiners, functionWords, verbs } from './word-classes.ts';

/** A noun phrase of the prompt, as it can stand in a sentence of the answer. */
export interface NounPhrase {
  readonly text: string;
  readonly plural: boolean;
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}'’+#./-]*|[^\s\p{L}\p{N}]/gu;
const mostWords = 4;

/** The noun phrases of a text, in order, each once. */
export function findNounPhrases(text: string): NounPhrase[] {
  const found = new Map<string, NounPhrase>();
  let open: string[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const word = trimWord(match[0]);
    if (joins(word, open)) {
      open.push(word);
      if (!/[.,]$/.test(match[0])) continue;
      keep(open, found);
      open = [];
      continue;
    }
    keep(open, found);
    open = determiners.has(word.toLowerCase()) ? [word.toLowerCase()] : [];
  }
  keep(open, found);
  return [...found.values()];
}

function trimWord(word: string): string {
  return word.length > 1 ? word.replace(/(['’]s)?['’.,/-]*$/, '') : word;
}

function joins(word: string, open: readonly string[]): boolean {
  if (open.length > mostWords || !/^[\p{L}\p{N}]/u.test(word)) return false;
  const small = word.toLowerCase();
  // The numeral of "World War I" is no pronoun.
  if (/^(?:I|II|III|IV|V|VI)$/.test(word) && /^\p{Lu}/u.test(open.at(-1) ?? '')) return true;
  if (functionWords.has(small) || determiners.has(small)) return false;
  if (
    small.endsWith('ly') &&
    small.length > 5 &&
    !/^(family|assembly|anomaly|butterfly|italy|monopoly|supply)$/.test(small)
  )
    return false;
  if (small.length === 1 && !/^[a-zA-Z]$/.test(word) && open.length === 0) return false;
  if (open.length > 0 && /[a-z]{3}ed$/.test(small))
    return open.length === 1 && determiners.has(open[0] ?? '');
  if (/^(?:asking|saying|requesting|explaining|telling|using|regarding|concerning|including)$/.test(small))
    return false;
  if (open.length > 0 && /^(?:built|made|written|born|sold|known|grown|found|called)$/.test(small))
    return false;
  if (open.length > 0 && nounsLikeVerbs.test(small)) return true;
  if (open.length === 0) return !isVerb(small) && !isGerund(small);
  // After a determiner or an adjective even a verb's form is a noun: "the plan", "better sleep".
  const before = open.at(-1) ?? '';
  return !isVerb(small) || determiners.has(before) || adjectives.has(before.toLowerCase());
}

const nounsLikeVerbs =
  /^(?:work|test|tests|plan|plans|book|books|design|code|program|search|process|play|management|cook|answer)$/;

/** Whether a word is a verb in its base form or its form in -s. */
export function isVerb(word: string): boolean {
  if (verbs.has(word)) return true;
  return (
    /[a-z]{2}s$/.test(word) &&
    verbs.has(word.slice(0, -1)) &&
    !/^(leaves|causes|uses|plans|tests|costs|changes|plays|books|cooks)$/.test(word)
  );
}

function keep(words: readonly string[], found: Map<string, NounPhrase>): void {
  const phrase = words.map((word, index) => (index === 0 ? uncapitalise(word, words) : nameCase(word)));
  while (phrase.length > 1 && adjectives.has(phrase.at(-1) ?? '')) phrase.pop();
  // "my houseplant dying" is about the houseplant.
  if (phrase.length > 2 && determiners.has(phrase[0] ?? '') && isGerund(phrase.at(-1) ?? '')) phrase.pop();
  const last = phrase.at(-1)?.toLowerCase() ?? '';
  if (last === '' || determiners.has(last) || adjectives.has(last) || /^\d+$/.test(last)) return;
  const text = mirrorPerson(phrase.join(' '));
  if (!found.has(text.toLowerCase())) found.set(text.toLowerCase(), { text, plural: isPluralNoun(last) });
}

// A sentence's first word has a capital that it should not keep inside another sentence.
function uncapitalise(word: string, words: readonly string[]): string {
  const next = words[1] ?? '';
  const ordinary = /^[A-Z][a-z]+$/.test(word) && next !== '' && /^[a-z]/.test(next) && !isName(word);
  return nameCase(ordinary ? word.toLowerCase() : word);
}
