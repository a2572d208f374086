import type { FoundPassage, Passage, PassageIndex } from '../core/document-tools.ts';
import { cosine, createEmbedder } from './embed.ts';
import { type Match, createWordIndex } from './word-index.ts';

const dimensions = 256;

// What a passage is about stands at its beginning, if it is longer than passages are.
const mostEmbedded = 2000;

// What shares no word with the query is never more like it than this.
const mostUnmatched = 0.2;

/**
 * An index of passages: first those that share words with the query (BM25), then, as long as fewer than `limit` are found, those
 * that lie nearest to it by their embedding, which finds words that are spelt a little differently. So it finds nothing only where
 * there is nothing. It is built by the first search.
 */
export function createPassageIndex(passages: readonly Passage[]): PassageIndex {
  const wordIndex = once(() => createWordIndex(passages.map(({ text }) => text)));
  const vectors = once(() => {
    const embed = createEmbedder(dimensions);
    return passages.map(({ text }) => embed(text.slice(0, mostEmbedded)));
  });

  function nearest(query: string, skip: ReadonlySet<number>, ceiling: number): readonly Match[] {
    const asked = createEmbedder(dimensions)(query);
    return vectors()
      .map((vector, place) => ({ place, similarity: (ceiling * (1.001 + cosine(asked, vector))) / 2.002 }))
      .filter(({ place }) => !skip.has(place))
      .sort((left, right) => right.similarity - left.similarity);
  }

  return {
    search(query, limit, allow = () => true) {
      const isAllowed = ({ place }: Match) => {
        const passage = passages[place];
        return passage !== undefined && allow(passage);
      };
      const matches = wordIndex().search(query).filter(isAllowed).slice(0, limit);
      const more = limit - matches.length;
      const ceiling = Math.min(mostUnmatched, matches.at(-1)?.similarity ?? 1);
      const skip = new Set(matches.map(({ place }) => place));
      const rest = more > 0 ? nearest(query, skip, ceiling).filter(isAllowed).slice(0, more) : [];
      return [...matches, ...rest].flatMap((match) => toFound(match, passages));
    },
  };
}

function toFound({ place, similarity }: Match, passages: readonly Passage[]): readonly FoundPassage[] {
  const passage = passages[place];
  return passage === undefined ? [] : [{ text: passage.text, meta: passage.meta, similarity }];
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
