/** Which two tokens become one, and which pair of several goes first. */
export interface MergeTable {
  /** The place of a pair in the order of merges, the smallest first; undefined where the two never merge. */
  rank(left: number, right: number): number | undefined;
  /** The token that the pair of this rank becomes. */
  merged(rank: number): number;
}

/** The table for the lines of `merges.txt`, pairs with a blank between: those first that were the most frequent in training. */
export function createMergeTable(merges: readonly string[], ids: ReadonlyMap<string, number>): MergeTable {
  const ranks = new Map<number, number>();
  const results = new Int32Array(merges.length);
  // Two tokens make one number, which is exact: there are far fewer than 2^26 tokens.
  const keyOf = (left: number, right: number): number => left * 2 ** 26 + right;
  for (const [rank, merge] of merges.entries()) {
    const [left = '', right = ''] = merge.split(' ');
    ranks.set(keyOf(find(ids, left), find(ids, right)), rank);
    results[rank] = find(ids, left + right);
  }
  return {
    rank: (left, right) => ranks.get(keyOf(left, right)),
    merged: (rank) => results[rank] ?? -1,
  };
}

function find(ids: ReadonlyMap<string, number>, name: string): number {
  const token = ids.get(name);
  if (token === undefined)
    throw new Error(`The vocabulary lacks ${JSON.stringify(name)}, which a merge needs.`);
  return token;
}
