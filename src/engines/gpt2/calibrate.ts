import type { Clock } from '../../core/clock.ts';
import type { Backend } from './backend.ts';

const sizes = [2, 3, 4, 6, 8, 12, 16];
const rounds = 3;

// Milliseconds after which what is known must do; enough for the models that can gain by it.
const patience = 500;

// Tokens that the trials put into a slot at the most.
const needed = sizes.length * (rounds + 1) + rounds + 1;

/**
 * Up to how many sequences are faster stepped one by one than together, by trial: some kernels are slow for few rows.
 * Leaves all slots empty.
 */
export async function calibrate(backend: Backend, clock: Clock): Promise<number> {
  if (backend.facts.contextLength <= needed) return 1;
  const deadline = clock.now() + patience;
  const single = await measure(backend, clock, 1);
  let best = 1;
  for (const size of sizes.filter((candidate) => candidate <= backend.slots)) {
    // A tenth must be won: together is simpler, and figures vary.
    if (clock.now() > deadline || (await measure(backend, clock, size)) < 1.1 * size * single) break;
    best = size;
  }
  for (let slot = 0; slot < backend.slots; slot += 1) await backend.rewind(slot, 0);
  return best;
}

// The fastest of some steps, the first one apart: others of the machine only make it slower.
async function measure(backend: Backend, clock: Clock, size: number): Promise<number> {
  let fastest = Infinity;
  for (let round = 0; round <= rounds; round += 1) {
    const steps = Array.from({ length: size }, (_, slot) => ({
      slot,
      tokens: [0],
      top: 40,
      normalise: false,
    }));
    const started = clock.now();
    await backend.step(steps);
    if (round > 0) fastest = Math.min(fastest, clock.now() - started);
  }
  return fastest;
}
