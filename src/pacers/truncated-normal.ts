import { type Random, drawNormal } from '../core/chance.ts';

// Truncation at four deviations takes away a thousandth of the variance.
const untouched = 0.25;

// The most that a symmetrical truncated bell reaches; past it the flat distribution, of 0.577, is as near as can be.
const mostDeviation = 0.57;
const widestSigma = 3;

/** Draws between 0 and 2 around 1, normally distributed but for the ends that are cut off; their deviation is the one asked for, at most 0.577. */
export function createTruncatedNormal(deviation: number): (random: Random) => number {
  if (deviation > mostDeviation) return (random) => 2 * random();
  const sigma = deviation <= untouched ? deviation : findSigma(deviation);
  return (random) => {
    for (;;) {
      const factor = 1 + sigma * drawNormal(random);
      if (factor >= 0 && factor <= 2) return factor;
    }
  };
}

// Cutting the ends off makes a bell narrower, so a wider one is cut.
function findSigma(deviation: number): number {
  let low = deviation;
  let high = widestSigma;
  for (let step = 0; step < 24; step += 1) {
    const middle = (low + high) / 2;
    if (truncatedDeviation(middle) < deviation) low = middle;
    else high = middle;
  }
  return high;
}

function truncatedDeviation(sigma: number): number {
  const steps = 64;
  let mass = 0;
  let moment = 0;
  for (let step = 0; step < steps; step += 1) {
    const distance = (step + 0.5) / steps;
    const density = Math.exp(-((distance / sigma) ** 2) / 2);
    mass += density;
    moment += density * distance ** 2;
  }
  return Math.sqrt(moment / mass);
}
