import { hash } from '../../core/chance.ts';
import type { TopLogits } from './backend.ts';
import { type History, createHistory } from './history.ts';
import type { Sampling } from './sampling.ts';

/** Chooses one sequence's tokens, one after the other. */
export interface Sampler {
  /** How many of the most probable tokens the next choice has to see. */
  wanted(): number;
  /** The next token; the place of a token in its sequence decides its chance, so that a sequence can be taken up anywhere. */
  choose(top: TopLogits): number;
}

/** What a sampler chooses with. */
export interface SamplerOptions {
  readonly sampling: Sampling;
  readonly seed: number;
  readonly prompt: readonly number[];
  readonly vocabularySize: number;
  /** What the sequence has said before this sampler comes to it; absent: nothing. */
  readonly said?: readonly number[];
  /** How many tokens must be seen for other reasons, log probabilities for one. */
  readonly atLeast?: number;
}

/** Tokens in falling order of their scores. */
interface Ranking {
  readonly ids: ArrayLike<number>;
  readonly scores: ArrayLike<number>;
}

// Where nothing bounds the choice, tokens beyond these are left out up to a temperature of 1: what they weigh together is
// little, and the whole vocabulary takes three times as long a token as these do.
const candidates = 1024;

// Equal logits are the rule nowhere but in models of few bits: the lowest id of so many is found.
const roomForTies = 4;

/**
 * A sampler in Hugging Face's order: repetition, frequency and presence penalties, temperature, top-k, top-p, min-p, and a
 * draw. It is exact wherever penalties lower what has been said and either top-k or the temperature 0 bounds the choice.
 */
export function createSampler(options: SamplerOptions): Sampler {
  const { sampling, seed, said = [] } = options;
  const history = createHistory(sampling, options.prompt);
  for (const token of said) history.add(token);
  const weights: number[] = [];
  let index = said.length;

  function draw({ ids, scores }: Ranking): number {
    const sum = weigh(scores, sampling, weights);
    return ids[pick(weights, sum * (hash(seed, index) / 0x1_0000_0000))] ?? 0;
  }

  return {
    wanted: () => countWanted(options, history),
    choose(top) {
      const ranking = rank(top, history);
      const token = sampling.temperature === 0 ? findBest(ranking) : draw(ranking);
      history.add(token);
      index += 1;
      return token;
    },
  };
}

function countWanted({ sampling, vocabularySize, atLeast = 0 }: SamplerOptions, history: History): number {
  if (history.raises) return vocabularySize;
  const bound = sampling.temperature === 0 ? roomForTies : sampling.topK;
  if (bound === 0 && sampling.temperature > 1) return vocabularySize;
  // Each token that is penalised may make room for one below.
  const wanted = (bound === 0 ? candidates : bound) + history.penalised();
  return Math.min(vocabularySize, Math.max(wanted, atLeast));
}

function rank({ ids, logits }: TopLogits, history: History): Ranking {
  if (history.penalised() === 0) return { ids, scores: logits };
  const entries = Array.from(ids, (id, place) => ({ id, score: history.penalise(id, logits[place] ?? 0) }));
  entries.sort((one, other) => other.score - one.score || one.id - other.id);
  return { ids: entries.map(({ id }) => id), scores: entries.map(({ score }) => score) };
}

function findBest({ ids, scores }: Ranking): number {
  let best = ids[0] ?? 0;
  for (let place = 1; place < ids.length && scores[place] === scores[0]; place += 1) {
    best = Math.min(best, ids[place] ?? best);
  }
  return best;
}

// Weights of the tokens that remain, the first one 1, and their sum.
function weigh(scores: ArrayLike<number>, sampling: Sampling, weights: number[]): number {
  const { temperature, topK, topP, minP } = sampling;
  const count = countTop(scores, topK);
  weights.length = count;
  let sum = 0;
  for (let place = 0; place < count; place += 1) {
    const weight = Math.exp(((scores[place] ?? 0) - (scores[0] ?? 0)) / temperature);
    weights[place] = weight;
    sum += weight;
  }
  return cutAfter(weights, topP * sum, minP);
}

// As many as are asked for, and all that are as probable as the last of them.
function countTop(scores: ArrayLike<number>, topK: number): number {
  if (topK === 0 || topK >= scores.length) return scores.length;
  let count = topK;
  while (count < scores.length && scores[count] === scores[topK - 1]) count += 1;
  return count;
}

// A token stays while those before it do not reach the mass, and while it is not too far below the first.
function cutAfter(weights: number[], mass: number, least: number): number {
  let sum = 0;
  let place = 0;
  for (; place < weights.length; place += 1) {
    const weight = weights[place] ?? 0;
    if (place > 0 && (sum >= mass || weight < least)) break;
    sum += weight;
  }
  weights.length = place;
  return sum;
}

function pick(weights: readonly number[], chance: number): number {
  let sum = 0;
  let place = 0;
  for (; place < weights.length - 1; place += 1) {
    sum += weights[place] ?? 0;
    if (chance < sum) break;
  }
  return place;
}
