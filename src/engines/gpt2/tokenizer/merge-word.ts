import type { MergeTable } from './merge-table.ts';

/**
 * Merges the bytes of a word, each a token by now, into the tokens that GPT-2 knows: of all neighbours that can merge, those of the
 * smallest rank first, and the leftmost of equal ones. A heap of pairs keeps words of 100,000 bytes from taking quadratic time.
 */
export function mergeWord(bytes: readonly number[], table: MergeTable): readonly number[] {
  if (bytes.length < 2) return bytes;
  const chain = createChain(bytes);
  const heap = createPairHeap();

  function offer(place: number): void {
    const rank = rankAt(chain, place, table);
    if (rank !== undefined) heap.push(rank, place);
  }

  for (let place = 0; place + 1 < bytes.length; place += 1) offer(place);
  for (let pair = heap.pop(); pair !== undefined; pair = heap.pop()) {
    // One of the two may have merged with another neighbour since.
    if (rankAt(chain, pair.place, table) !== pair.rank) continue;
    mergeAt(chain, pair.place, table.merged(pair.rank));
    offer(pair.place);
    offer(chain.before[pair.place] ?? none);
  }
  return chain.tokens.filter((token) => token !== none);
}

const none = -1;

// Tokens that know their neighbours: one that merges leaves a hole, and nothing has to move.
interface Chain {
  readonly tokens: number[];
  readonly before: Int32Array;
  readonly after: Int32Array;
}

function createChain(tokens: readonly number[]): Chain {
  const { length } = tokens;
  return {
    tokens: [...tokens],
    before: Int32Array.from({ length }, (_, place) => place - 1),
    after: Int32Array.from({ length }, (_, place) => (place + 1 < length ? place + 1 : none)),
  };
}

function rankAt({ tokens, after }: Chain, place: number, table: MergeTable): number | undefined {
  const left = tokens[place] ?? none;
  const right = tokens[after[place] ?? none] ?? none;
  return left === none || right === none ? undefined : table.rank(left, right);
}

function mergeAt({ tokens, before, after }: Chain, place: number, result: number): void {
  const gone = after[place] ?? none;
  const next = after[gone] ?? none;
  tokens[place] = result;
  tokens[gone] = none;
  after[place] = next;
  if (next !== none) before[next] = place;
}

interface PairHeap {
  push(rank: number, place: number): void;
  /** The pair of the smallest rank, the leftmost of equal ones. */
  pop(): { readonly rank: number; readonly place: number } | undefined;
}

// Rank and place make one number, which is exact: there are far fewer than 2^21 merges and 2^32 places.
const places = 2 ** 32;

function createPairHeap(): PairHeap {
  const heap: number[] = [];
  return {
    push(rank, place) {
      heap.push(rank * places + place);
      raise(heap);
    },
    pop() {
      const [first] = heap;
      const last = heap.pop();
      if (first === undefined || last === undefined) return undefined;
      if (heap.length > 0) sink(heap, last);
      return { rank: Math.floor(first / places), place: first % places };
    },
  };
}

function raise(heap: number[]): void {
  let index = heap.length - 1;
  const value = heap[index] ?? 0;
  while (index > 0) {
    const above = (index - 1) >> 1;
    const parent = heap[above] ?? 0;
    if (parent <= value) break;
    heap[index] = parent;
    index = above;
  }
  heap[index] = value;
}

function sink(heap: number[], value: number): void {
  let index = 0;
  for (;;) {
    const left = 2 * index + 1;
    const below = (heap[left + 1] ?? Infinity) < (heap[left] ?? Infinity) ? left + 1 : left;
    const smaller = heap[below] ?? Infinity;
    if (smaller >= value) break;
    heap[index] = smaller;
    index = below;
  }
  heap[index] = value;
}
