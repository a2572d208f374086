import { plainPhrase } from './clean.ts';
import { gerund, isGerund, mirrorPerson } from './grammar.ts';
import { findNounPhrases, isVerb as isVerbForm, type NounPhrase } from './noun-phrases.ts';
import { nameCase } from './proper-names.ts';
import { adjectives, determiners, functionWords, verbs } from './word-classes.ts';

/** What an answer is about. */
export interface Subject {
  /** As much of the prompt's own words as a sentence can carry. */
  readonly full: string;
  /** The short form that later sentences use, and how it is inflected. */
  readonly topic: string;
  readonly plural: boolean;
  /** What the reader does: "bake bread" and "baking bread"; absent where the prompt names no task. */
  readonly task?: string;
  readonly doing?: string;
  /** Other noun phrases of the prompt. */
  readonly parts: readonly string[];
}

/** The subject that a phrase of the prompt names; `around` is the whole prompt. */
export function nameSubject(phrase: string, around: string): Subject {
  const full = tidy(phrase);
  const phrases = findNounPhrases(full);
  const main = mainPhrase(full, phrases);
  const parts = [...phrases, ...findNounPhrases(around)].map((found) => found.text);
  return {
    full: full === '' ? main.text : full,
    topic: main.text,
    plural: main.plural,
    parts: [...new Set(parts)]
      .filter((part) => !overlaps(part, main.text) && part.length < 40 && !requestNoun.test(part))
      .slice(0, 6),
  };
}

/** The subject of a task such as "bake bread". */
export function nameTask(phrase: string, around: string): Subject {
  const task = tidy(phrase).replace(/^([a-z]+)s(?= |$)/i, (whole, base: string) => baseForm(whole, base));
  const [verb = '', ...rest] = task.split(' ');
  const base = isGerund(verb) ? verbOf(verb) : verb.toLowerCase();
  const doing = [gerund(base), ...rest].join(' ');
  const object = nameSubject(rest.join(' '), around);
  if (!/^[a-z]+$/i.test(verb) || functionWords.has(verb.toLowerCase())) return nameSubject(phrase, around);
  const named = rest.length > 0 && object.topic !== 'this matter';
  const seen = named ? object : { ...object, topic: doing, plural: false };
  return { ...seen, full: doing, task: `${base} ${rest.join(' ')}`.trim(), doing };
}

/** Whether a phrase begins with a verb in its base form. */
export function isTask(phrase: string): boolean {
  return verbs.has(/^[a-z]+/i.exec(phrase)?.[0].toLowerCase() ?? '');
}

function verbOf(form: string): string {
  const stem = form.slice(0, -3);
  return [stem, `${stem}e`, stem.slice(0, -1)].find((verb) => verbs.has(verb)) ?? stem;
}

function baseForm(whole: string, base: string): string {
  if (verbs.has(base.toLowerCase())) return base;
  return verbs.has(base.toLowerCase().replace(/e$/, '')) ? base.replace(/e$/, '') : whole;
}

function tidy(phrase: string): string {
  const oneLine = plainPhrase(phrase.split(/[.!?](?:\s|$)|[;:\n]|\s[-–—]\s/, 1)[0] ?? '', 300);
  const words = mirrorPerson(
    oneLine.replace(/^(?:What|How|Why|When|Where|Who|Whether|If)\b/, (word) => word.toLowerCase()),
  )
    .split(' ')
    .map((word) => nameCase(word));
  return dropLooseEnds(limitWords(words)).join(' ');
}

function limitWords(words: readonly string[]): string[] {
  const most = 9;
  if (words.length <= most) return [...words];
  for (let cut = most; cut >= 3; cut -= 1) {
    if (
      /^(that|which|who|and|or|for|with|without|in|on|at|to|from|by|because|so|but|when|if|using|as)$/i.test(
        words[cut] ?? '',
      )
    ) {
      return words.slice(0, cut);
    }
  }
  return words.slice(0, most);
}

function dropLooseEnds(words: readonly string[]): string[] {
  const kept = [...words];
  while (kept.length > 0 && isLooseEnd(kept.at(-1) ?? '')) kept.pop();
  while (kept.length > 0 && /^([^\p{L}\p{N}(#.]+|about|of|on|for|that|please|and|or)$/iu.test(kept[0] ?? ''))
    kept.shift();
  const last = kept.at(-1)?.replace(/[^\p{L}\p{N})+#…]+$/u, '');
  return last === undefined || last === '' ? kept : [...kept.slice(0, -1), last];
}

function isLooseEnd(word: string): boolean {
  const small = word.toLowerCase().replace(/[,.!?]+$/, '');
  if (!/[\p{L}\p{N}]/u.test(small)) return true;
  return determiners.has(small) || looseEnds.has(small);
}

const looseEnds = new Set(
  'please and or but of for with in on to from by as at about if so that when exactly really then like are is be do does using me today now right made called used too also either well'.split(
    ' ',
  ),
);

function mainPhrase(full: string, phrases: readonly NounPhrase[]): NounPhrase {
  const words = full.split(' ');
  const first = words[0] ?? '';
  const isClause = /^(how|why|what|whether|if|when|where|who|which|to|you|that)$/i.test(first);
  if (isGerund(first.toLowerCase()) && words.length <= 5) return { text: full, plural: false };
  const [leading, ...others] = phrases;
  const [head, second] =
    leading !== undefined && genericHead.test(leading.text) && others.length > 0
      ? others.filter(({ text }) => !genericHead.test(text))
      : phrases;
  if (head === undefined)
    return words.length <= 2 && !functionWords.has(first.toLowerCase()) && full !== ''
      ? { text: full, plural: false }
      : { text: plainWord(full), plural: false };
  if (isClause) return head;
  if (isCoordination(full, head.text, second?.text) && second !== undefined) {
    return { text: `${head.text} and ${second.text}`, plural: true };
  }
  if (second !== undefined && full.toLowerCase().startsWith(`${head.text} of ${second.text}`.toLowerCase())) {
    return { text: `${head.text} of ${second.text}`, plural: head.plural };
  }
  return head;
}

const genericHead =
  /^(?:the |some )?(?:[a-z]+ )?(?:ideas?|tips?|reasons?|names?|ways?|facts?|examples?|things?|types?|kinds?|questions?|suggestions?|list|story|essay|pros|cons|benefits?|advantages?|disadvantages?|drawbacks?|risks?|uses|rules?|tricks?|steps?|methods?|habits?|mistakes?|problems?|challenges?|causes?|factors?|effects?|origins?|roots)$/i;

function isCoordination(full: string, first: string, second: string | undefined): boolean {
  return second !== undefined && full.toLowerCase() === `${first} and ${second}`.toLowerCase();
}

function plainWord(full: string): string {
  const words = full.split(/[\s,.;:!?]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const isNoun = (word: string): boolean =>
    nounsAndVerbs.test(word) || (!functionWords.has(word) && !isVerbForm(word) && !adjectives.has(word));
  return words.findLast((word) => isNoun(word.toLowerCase())) ?? 'this matter';
}

const nounsAndVerbs =
  /^(?:sleep|help|work|travel|love|change|run|walk|dance|drink|play|dream|rust|trust|practice)$/;

// What is asked for is no part of what it is about.
const requestNoun =
  /^(?:that |which )|\b(?:poem|story|article|post|blog|paragraphs?|overview|explanation|introduction|summary|report|limerick|object|script|guide|recipe|tutorial|haiku|e-?mail|letter|function|differences?|way|list|examples?|essay|joke|question|answer|program|script|message|ideas?|tips|day|days|time|minutes?|keys?|sentences?|words?|json|facts?|benefits|advantages|disadvantages|drawbacks|names|reasons|ways|questions|synonyms?|antonyms?|things|something|synonym)$/i;

function overlaps(part: string, topic: string): boolean {
  const small = part.toLowerCase();
  return topic.toLowerCase().includes(small) || small.includes(topic.toLowerCase());
}
