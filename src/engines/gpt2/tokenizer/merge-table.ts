/** Which two tokens become one, and which pair of several goes first. */
export interface MergeTable {
  /** The place of a pair in the order of merges, the smallest first; undefined where the two never merge. */
  rank(left: number, right: number): number | undefined;
  /** The token that the pair of this rank becomes. */
  merged(rank: number): number;
  /** Whether some pair becomes this token. */
  makes(token: number): boolean;
}

/** Reads `merges.txt`: a pair of tokens a line, those first that were the most frequent when the tokenizer was trained. */
export function parseMerges(text: string, vocabulary: ReadonlyMap<string, number>): MergeTable {
  const base = 1 + [...vocabulary.values()].reduce((most, token) => Math.max(most, token), 0);
  const ranks = new Map<number, number>();
  const results: number[] = [];
  const made = new Set<number>();
  for (const { left, right, line } of pairsOf(text)) {
    const key = find(vocabulary, left, line) * base + find(vocabulary, right, line);
    const result = find(vocabulary, left + right, line);
    ranks.set(key, results.length);
    results.push(result);
    made.add(result);
  }
  return {
    rank: (left, right) => ranks.get(left * base + right),
    merged: (rank) => results[rank] ?? -1,
    makes: (token) => made.has(token),
  };
}

interface Pair {
  readonly left: string;
  readonly right: string;
  readonly line: number;
}

function* pairsOf(text: string): Generator<Pair> {
  let line = 0;
  for (const content of text.split(/\r?\n/)) {
    line += 1;
    if (content === '' || (line === 1 && content.startsWith('#version'))) continue;
    const [left, right, ...others] = content.split(' ');
    if (!left || !right || others.length > 0) {
      throw new Error(`merges.txt, line ${line}: two tokens and one blank are expected.`);
    }
    yield { left, right, line };
  }
}

function find(vocabulary: ReadonlyMap<string, number>, name: string, line: number): number {
  const token = vocabulary.get(name);
  if (token === undefined) throw new Error(`merges.txt, line ${line}: vocab.json has no token '${name}'.`);
  return token;
}
