import type { Gpt2Config } from '../../../weights/gpt2-config.ts';
import { type Rows, type Vector, cutRows } from './matrix.ts';

/** What one layer remembers of the tokens of a sequence, so that a new token costs the work of one, not that of all. */
export interface LayerCache {
  /** A row for each position. */
  readonly keys: Rows;
  /** A row for each number of a value, in it one for each position: that way both halves of attention multiply with a matrix. */
  readonly values: Rows;
}

/** What all layers remember. */
export type Cache = readonly LayerCache[];

/** An empty cache for sequences of at most `contextLength` tokens. */
export function createCache({ layers, embedding }: Gpt2Config, contextLength: number): Cache {
  const length = embedding * contextLength;
  return Array.from({ length: layers }, () => ({
    keys: cutRows(new Float32Array(length), embedding),
    values: cutRows(new Float32Array(length), contextLength),
  }));
}

/** Keeps the keys and values of a token, which stand in `joint` after its queries. */
export function remember({ keys, values }: LayerCache, position: number, joint: Vector): void {
  const width = values.length;
  keys[position]?.set(joint.subarray(width, 2 * width));
  for (const [index, row] of values.entries()) row[position] = joint[2 * width + index] ?? 0;
}
