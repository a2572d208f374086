import { pick, type Random } from '../../../src/core/chance.ts';

/** What the names in braces stand for: a text, or several of which one is drawn each time. */
export type Scope = Readonly<Record<string, string | readonly string[]>>;

const innermost = /\[(?<choices>[^[\]]*)\]/;
const name = /\{(?<key>\w+)\}/;

/** The template with one of `[a|b]` drawn and `{name}` looked up, as sentences; `{Name}` begins with a capital. */
export function expand(template: string, scope: Scope, random: Random): string {
  return asSentences(expandPhrase(template, scope, random));
}

/** The same for what is no sentence of its own. */
export function expandPhrase(template: string, scope: Scope, random: Random): string {
  let text = template;
  for (let match = name.exec(text); match !== null; match = name.exec(text)) {
    text = put(text, match, lookUp(match.groups?.['key'] ?? '', scope, random));
  }
  for (let match = innermost.exec(text); match !== null; match = innermost.exec(text)) {
    text = put(text, match, pick((match.groups?.['choices'] ?? '').split('|'), random));
  }
  return name.test(text) ? expandPhrase(text, scope, random) : withArticles(text);
}

/** The text with its first letter in upper case. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whether a draw falls below the share. */
export function chance(share: number, random: Random): boolean {
  return random() < share;
}

/** The items in a random order. */
export function shuffle<T>(items: readonly T[], random: Random): readonly T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);
}

function put(text: string, match: RegExpExecArray, by: string): string {
  return text.slice(0, match.index) + by + text.slice(match.index + match[0].length);
}

function lookUp(key: string, scope: Scope, random: Random): string {
  const own = scope[key];
  const found = own ?? scope[key.charAt(0).toLowerCase() + key.slice(1)];
  if (found === undefined) throw new Error(`no meaning for {${key}}`);
  const text = typeof found === 'string' ? found : pick(found, random);
  return own === undefined ? capitalise(expandPhrase(text, scope, random)) : text;
}

function withArticles(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ (?=[.,!?;:])/g, '')
    .replace(/\b(?<article>[Aa]) (?=(?:[aeiou](?!ne\b|se(?:d|ful)\b|ni)|hour|honest))/g, '$<article>n ');
}

// After `!"` and `?"` it may be the speaker who follows, in lower case.
function asSentences(text: string): string {
  return text.replace(/(?<=^|\n|[.!?] "?|\." )\p{Ll}/gu, (letter) => letter.toUpperCase());
}
