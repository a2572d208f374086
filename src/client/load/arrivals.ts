import { createRandom } from '../../core/chance.ts';
import type { Arrivals, Share } from './plan.ts';

/** The moments, from the start on, at which a worker's calls begin under open loop. */
export function* planArrivals(
  { rate, shape }: Extract<Arrivals, { readonly kind: 'open' }>,
  { index, of }: Share,
): Generator<number, never> {
  const gap = 1000 / rate;
  if (shape === 'even') for (let turn = index; ; turn += of) yield turn * gap;
  // Poisson processes beside each other make one whose rate is their sum.
  const random = createRandom('arrivals', index);
  for (let moment = 0; ;) {
    moment -= Math.log(1 - random()) * gap * of;
    yield moment;
  }
}
