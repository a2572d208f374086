import MiniSearch, { type SearchResult } from 'minisearch';
import { spellTerms } from './words.ts';

/** A text that was found: its place in the list, and how well it suits, above 0 and at most 1. */
export interface Match {
  readonly place: number;
  readonly similarity: number;
}

/** Texts that can be found by their words. */
export interface WordIndex {
  /** All texts that share a word with the query, the best first; those that are equally good in their order. */
  search(query: string): readonly Match[];
}

// Those of MiniSearch, which hold for BM25+ in general: how fast a word's repetition stops to count, how much a text's length
// does, and what one occurrence is worth at least.
const bm25 = { k: 1.2, b: 0.7, d: 0.5 };

// A query may be a whole letter; its first words say what it is about.
const mostTerms = 100;
const longestQuery = 20_000;

/** An index of texts by their words (BM25+, Lv and Zhai 2011). */
export function createWordIndex(texts: readonly string[]): WordIndex {
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) => [...spellTerms(text)],
    processTerm: (term) => term,
    searchOptions: { bm25 },
  });
  index.addAll(texts.map((text, id) => ({ id, text })));
  return {
    search(query) {
      const terms = [...new Set(spellTerms(query.slice(0, longestQuery)))].slice(0, mostTerms);
      const results = index.search({ queries: terms, combineWith: 'OR', tokenize: (term) => [term] });
      const ideal = idealScore(terms, results, texts.length);
      return results
        .map((result) => ({ place: Number(result.id), similarity: plainScore(result) / ideal }))
        .sort((left, right) => right.similarity - left.similarity || left.place - right.place);
    },
  };
}

// MiniSearch multiplies by the number of words found, which is no part of BM25+.
function plainScore({ score, queryTerms }: SearchResult): number {
  return score / Math.max(1, queryTerms.length);
}

// The score of a text that says nothing but each of the words, again and again: no text can have more, so the part of it that a
// text has lies between 0 and 1, and words that no text has lower it.
function idealScore(terms: readonly string[], results: readonly SearchResult[], total: number): number {
  const counts = new Map<string, number>();
  for (const term of results.flatMap((result) => result.queryTerms)) {
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const rarities = terms.map((term) => {
    const count = counts.get(term) ?? 0;
    return Math.log(1 + (total - count + 0.5) / (count + 0.5));
  });
  return rarities.reduce((sum, rarity) => sum + rarity * (bm25.k + 1 + bm25.d), 0);
}
