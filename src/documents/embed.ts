import { hash } from '../core/chance.ts';
import { isStopWord, spellWords, stem } from './words.ts';

// Texts of memories are a few thousand characters; a book is known by its beginning.
const longestText = 100_000;

interface Feature {
  readonly place: number;
  /** Negative for half of all features, so that those that share a place cancel out in the mean. */
  readonly weight: number;
}

/**
 * A vector of length 1 for a text: each word, its stem and its groups of three letters are hashed to a place and a sign
 * (Weinberger et al. 2009), so that texts that share words share places. A text without words is the first axis.
 */
export function embed(text: string, dimensions: number): readonly number[] {
  return createEmbedder(dimensions)(text);
}

/** The same for many texts: it knows the words again. */
export function createEmbedder(dimensions: number): (text: string) => readonly number[] {
  const known = new Map<string, readonly Feature[]>();
  return (text) => {
    const vector = Array.from({ length: dimensions }, () => 0);
    for (const [word, count] of countWords(text.slice(0, longestText))) {
      let features = known.get(word);
      if (features === undefined) known.set(word, (features = featuresOf(word, dimensions)));
      const strength = (1 + Math.log(count)) * (isStopWord(word) ? 0.05 : 1);
      for (const { place, weight } of features) vector[place] = (vector[place] ?? 0) + strength * weight;
    }
    return toUnitLength(vector);
  };
}

/** The cosine of the angle between two vectors of length 1. */
export function cosine(left: readonly number[], right: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < left.length; index += 1) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
}

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of spellWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

// All groups of letters together weigh as much as half a word, however many there are.
function featuresOf(word: string, dimensions: number): readonly Feature[] {
  const framed = `<${word}>`;
  const groups = Array.from({ length: framed.length - 2 }, (_, index) => framed.slice(index, index + 3));
  const groupWeight = 0.5 / Math.sqrt(groups.length);
  return [
    toFeature(hash('word', word), 1, dimensions),
    toFeature(hash('stem', stem(word)), 1, dimensions),
    ...groups.map((group) => toFeature(hash('group', group), groupWeight, dimensions)),
  ];
}

function toFeature(hashed: number, weight: number, dimensions: number): Feature {
  return { place: (hashed >>> 1) % dimensions, weight: hashed & 1 ? weight : -weight };
}

function toUnitLength(vector: readonly number[]): readonly number[] {
  const length = Math.sqrt(cosine(vector, vector));
  return length > 0 ? vector.map((value) => value / length) : vector.map((_, index) => (index === 0 ? 1 : 0));
}
