import { technicalTerms } from './technical-terms.ts';
import { worldlyTerms } from './worldly-terms.ts';

/** One true sentence about a term, where the glossary has it. */
export function findDefinition(phrases: readonly string[]): string | undefined {
  for (const phrase of phrases) {
    const key = phrase.toLowerCase().replace(/^(?:the|a|an) /, '');
    const head = key.replace(/ (?:in|for|with|on) .*$/, '');
    for (const name of [key, singular(key), head, singular(head)]) {
      const found = definitions.get(name);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function singular(word: string): string {
  return /(?:sh|ch|x|ss)es$/.test(word) ? word.slice(0, -2) : word.replace(/ies$/, 'y').replace(/s$/, '');
}

const definitions = new Map<string, string>();
for (const line of `${technicalTerms}\n${worldlyTerms}`.split('\n')) {
  const cut = line.indexOf(': ');
  for (const name of line.slice(0, cut).split(', ')) definitions.set(name, line.slice(cut + 2));
}
