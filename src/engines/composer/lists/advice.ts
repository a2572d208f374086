import { ideas } from './ideas.ts';
import { questions } from './questions.ts';
import { tips } from './tips.ts';

/** Entries of a list for one occasion, one a line, as `title :: text`. */
export interface Advice {
  /** Words of the prompt that call for it. */
  readonly clues: string;
  readonly entries: string;
}

/** What was found: what it is, and its entries. */
export interface Found {
  readonly kind: 'ideas' | 'tips' | 'questions';
  readonly entries: readonly string[];
}

/** Concrete entries for what a phrase asks for: ideas, tips or questions for an occasion. */
export function findAdvice(phrase: string): Found | undefined {
  const words = phrase.toLowerCase().split(/[^\p{L}]+/u);
  const kind = words.map((word) => kinds.get(word)).find((found) => found !== undefined);
  if (kind === undefined) return undefined;
  // The occasion is named behind the head: "ideas for a birthday party for a cat person".
  const advice = words.map((word) => kind.by.get(word)).find((found) => found !== undefined);
  return advice === undefined ? undefined : { kind: kind.name, entries: advice.entries.split('\n') };
}

const index = (advices: readonly Advice[]): ReadonlyMap<string, Advice> => {
  const found = new Map<string, Advice>();
  for (const advice of advices)
    for (const clue of advice.clues.split(' ')) if (!found.has(clue)) found.set(clue, advice);
  return found;
};

interface Kind {
  readonly name: Found['kind'];
  readonly by: ReadonlyMap<string, Advice>;
}

const kinds = new Map<string, Kind>();
for (const [name, words, advices] of [
  [
    'ideas',
    'idea ideas suggestions plots prompts themes recipes activities gifts gift presents projects topics',
    ideas,
  ],
  [
    'tips',
    'tip tips way ways advice habits tricks rules methods strategies practices things steps techniques',
    tips,
  ],
  ['questions', 'question questions', questions],
] as const) {
  const kind = { name, by: index(advices) };
  for (const word of words.split(' ')) kinds.set(word, kind);
}
