import { type Random, pick } from '../core/chance.ts';
import type { Logprob, TokenLogprob } from '../core/generation.ts';
import type { Encoding } from './encodings.ts';

/**
 * Log probabilities for a text that no model weighed: synthetic but consistent.
 * The token written is the most probable one, alternatives are other tokens in falling order, and all together stay below 1.
 */
export function inventLogprobs(
  ids: readonly number[],
  count: number,
  encoding: Encoding,
  random: Random,
): readonly TokenLogprob[] {
  return ids.map((id) => {
    const certainty = 0.55 + 0.44 * random();
    const chosen = describe(id, certainty, encoding);
    if (count === 0) return { ...chosen, alternatives: [] };
    return { ...chosen, alternatives: [chosen, ...inventOthers(chosen, count - 1, encoding, random)] };
  });
}

function inventOthers(chosen: Logprob, count: number, encoding: Encoding, random: Random): Logprob[] {
  const others: Logprob[] = [];
  const seen = new Set([chosen.token]);
  let rest = 1 - Math.exp(chosen.logprob);
  while (others.length < count) {
    // At least half of what is left: so the next one is less probable.
    const probability = rest * (0.5 + 0.2 * random());
    const other = describe(pickPlausible(chosen.token, encoding, random), probability, encoding);
    if (seen.has(other.token)) continue;
    seen.add(other.token);
    others.push(other);
    rest -= probability;
  }
  return others;
}

// Low ids are the common words; the blank in front is kept as the chosen token has it.
const common = 20_000;
const pool = 24;

function pickPlausible(like: string, encoding: Encoding, random: Random): number {
  const blank = like.startsWith(' ');
  const drawn = Array.from({ length: pool }, () => Math.floor(random() * Math.min(common, encoding.size)));
  const fitting = drawn.filter((id) => encoding.decode([id])?.startsWith(' ') === blank);
  const whole = drawn.filter((id) => encoding.decode([id]) !== undefined);
  return pick(fitting.length > 0 ? fitting : whole.length > 0 ? whole : drawn, random);
}

function describe(id: number, probability: number, encoding: Encoding): Logprob {
  const bytes = [...encoding.bytes(id)];
  return { token: encoding.decode([id]) ?? escapeBytes(bytes), logprob: round(Math.log(probability)), bytes };
}

// A token that ends inside a character is told as the API tells it: \xf0\x9f.
function escapeBytes(bytes: readonly number[]): string {
  return bytes.map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}

// Down, so that rounded probabilities add up to no more than 1.
function round(value: number): number {
  return Math.floor(value * 1e8) / 1e8;
}
