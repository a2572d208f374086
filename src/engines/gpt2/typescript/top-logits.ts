import type { SlotStep, TopLogits } from '../backend.ts';
import type { Vector } from './matrix.ts';

/** The largest logits that a step wants, the largest one first and the smallest id first among equals; throws where one is no number. */
export function selectTop(
  logits: Vector,
  { top, normalise }: Pick<SlotStep, 'top' | 'normalise'>,
): TopLogits {
  const ids = selectIds(logits, Math.min(top, logits.length));
  const values = Float32Array.from(ids, (id) => logits[id] ?? 0);
  return normalise ? { ids, logits: values, logSumExp: addExponentials(logits) } : { ids, logits: values };
}

// A heap of the best so far with the worst of them on top: most tokens lose to it, and cost one comparison.
function selectIds(logits: Vector, count: number): Int32Array {
  const heap = Int32Array.from({ length: count }, (_, id) => id);
  for (let place = (count >> 1) - 1; place >= 0; place -= 1) sink(heap, place, count, logits);
  let worst = logits[heap[0] ?? 0] ?? 0;
  for (let id = 0; id < logits.length; id += 1) {
    const logit = logits[id] ?? 0;
    if (!Number.isFinite(logit)) throw new Error(`The model's weights make logits of ${logit}.`);
    if (id < count || logit <= worst) continue;
    heap[0] = id;
    sink(heap, 0, count, logits);
    worst = logits[heap[0] ?? 0] ?? 0;
  }
  // The worst go to the end, one by one.
  for (let end = count - 1; end > 0; end -= 1) {
    const first = heap[0] ?? 0;
    heap[0] = heap[end] ?? 0;
    heap[end] = first;
    sink(heap, 0, end, logits);
  }
  return heap;
}

function sink(heap: Int32Array, from: number, end: number, logits: Vector): void {
  const id = heap[from] ?? 0;
  let place = from;
  for (;;) {
    const left = 2 * place + 1;
    if (left >= end) break;
    const right = left + 1;
    const below = right < end && isWorse(heap[right] ?? 0, heap[left] ?? 0, logits) ? right : left;
    const other = heap[below] ?? 0;
    if (!isWorse(other, id, logits)) break;
    heap[place] = other;
    place = below;
  }
  heap[place] = id;
}

function isWorse(id: number, other: number, logits: Vector): boolean {
  const difference = (logits[id] ?? 0) - (logits[other] ?? 0);
  return difference === 0 ? id > other : difference < 0;
}

// The largest is taken out first, so that no exponential is too large for a number.
function addExponentials(logits: Vector): number {
  let largest = -Infinity;
  for (const logit of logits) largest = Math.max(largest, logit);
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - largest);
  return largest + Math.log(sum);
}
