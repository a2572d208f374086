import { factsOfNature } from './facts-of-nature.ts';
import { factsOfPeople } from './facts-of-people.ts';

/** A word that the question contains, so that a look-up is enough to find the rule; the question; and the answer. */
export type FactRule = readonly [key: string, asked: RegExp, answer: string];

/** The answer to a plain question of general knowledge, in one or two sentences. */
export function findPlainFact(prompt: string): string | undefined {
  for (const word of prompt.toLowerCase().split(/[^\p{L}]+/u)) {
    const found = byKey.get(word)?.find(([, asked]) => asked.test(prompt));
    if (found !== undefined) return found[2];
  }
  return undefined;
}

const byKey = new Map<string, FactRule[]>();
for (const rule of [...factsOfNature, ...factsOfPeople]) {
  const list = byKey.get(rule[0]);
  if (list === undefined) byKey.set(rule[0], [rule]);
  else list.push(rule);
}
