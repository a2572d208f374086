import { splitText, stem } from './tools/key-words.ts';

const mostSentences = 2000;
const longestSentence = 600;
const mostQuoted = 3;

interface Sentence {
  readonly text: string;
  /** Where it stands among all of them. */
  readonly place: number;
  readonly score: number;
}

/** The sentences of the passages that say most about the question, in their order; undefined where none says anything. */
export function quotePassages(passages: readonly string[], question: string): string | undefined {
  const asked = new Set(readStems(question));
  if (passages.length === 0 || asked.size === 0) return undefined;
  const sentences = splitSentences(passages);
  const weights = weigh(sentences, asked);
  const best = sentences
    .map((text, place) => ({ text, place, score: scoreSentence(text, weights) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.place - other.place);
  const top = best[0]?.score ?? 0;
  const quoted: Sentence[] = best.filter(({ score }) => score >= top / 2).slice(0, mostQuoted);
  if (quoted.length === 0) return undefined;
  return quoted
    .sort((one, other) => one.place - other.place)
    .map(({ text }) => text)
    .join(' ');
}

function splitSentences(passages: readonly string[]): readonly string[] {
  const sentences = passages.flatMap((passage) => passage.split(/(?<=[.!?])\s+|\n+/u));
  const plain = sentences.map((text) =>
    text
      .replace(/^[#>*\-\s]+/u, '')
      .trim()
      .slice(0, longestSentence),
  );
  return [...new Set(plain)].filter((text) => /\p{L}/u.test(text)).slice(0, mostSentences);
}

// A word that few sentences have tells more than one that many have.
function weigh(sentences: readonly string[], asked: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of sentences) {
    for (const each of new Set(readStems(text))) {
      if (asked.has(each)) counts.set(each, (counts.get(each) ?? 0) + 1);
    }
  }
  return new Map(Array.from(counts, ([each, count]) => [each, Math.log(1 + sentences.length / count)]));
}

// A heading repeats the question and says nothing: a sentence of few words counts for less.
function scoreSentence(text: string, weights: ReadonlyMap<string, number>): number {
  const stems = new Set(readStems(text));
  let score = 0;
  for (const each of stems) score += weights.get(each) ?? 0;
  return stems.size < 4 ? score / 3 : score;
}

function readStems(text: string): readonly string[] {
  return splitText(text)
    .map(stem)
    .filter((each) => !common.has(each));
}

const common = new Set(
  'a an and are as at be but by can could did do does for from had has have how i if in into is it its me my no not of on or our so than that the their them then there these they this to was we were what when where which who why will with would you your'.split(
    ' ',
  ),
);
