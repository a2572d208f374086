import type { Sampling } from '../../../src/engines/gpt2/sampling.ts';

/** What a slow and plain sampler looks at. */
export interface Situation {
  /** One for each token of the vocabulary. */
  readonly logits: readonly number[];
  readonly sampling: Sampling;
  readonly prompt: readonly number[];
  readonly said: readonly number[];
}

/** The probability of every token, each step on the whole vocabulary as Hugging Face's processors take it. */
export function referenceProbabilities({ logits, sampling, prompt, said }: Situation): number[] {
  let scores = [...logits];
  const seen = new Set([...prompt, ...said]);
  for (const token of seen) {
    const score = scores[token] ?? 0;
    scores[token] = score < 0 ? score * sampling.repetitionPenalty : score / sampling.repetitionPenalty;
  }
  for (const token of new Set(said)) {
    const times = said.filter((other) => other === token).length;
    scores[token] = (scores[token] ?? 0) - times * sampling.frequencyPenalty - sampling.presencePenalty;
  }
  if (sampling.temperature === 0) return pickBest(scores);
  scores = scores.map((score) => score / sampling.temperature);
  if (sampling.topK > 0) scores = keepTopK(scores, Math.min(sampling.topK, scores.length));
  if (sampling.topP < 1) scores = keepTopP(scores, sampling.topP);
  if (sampling.minP > 0) scores = keepMinP(scores, sampling.minP);
  return softmax(scores);
}

function pickBest(scores: readonly number[]): number[] {
  const best = scores.indexOf(Math.max(...scores));
  return scores.map((_, token) => (token === best ? 1 : 0));
}

function keepTopK(scores: readonly number[], count: number): number[] {
  const last = scores.toSorted((one, other) => other - one)[count - 1] ?? -Infinity;
  return scores.map((score) => (score < last ? -Infinity : score));
}

function keepTopP(scores: readonly number[], mass: number): number[] {
  const probabilities = softmax(scores);
  const rising = scores
    .map((_, token) => token)
    .toSorted((one, other) => (scores[one] ?? 0) - (scores[other] ?? 0) || other - one);
  const kept = [...scores];
  let sum = 0;
  for (const token of rising.slice(0, -1)) {
    sum += probabilities[token] ?? 0;
    if (sum <= 1 - mass) kept[token] = -Infinity;
  }
  return kept;
}

function keepMinP(scores: readonly number[], least: number): number[] {
  const probabilities = softmax(scores);
  const top = Math.max(...probabilities);
  return scores.map((score, token) => ((probabilities[token] ?? 0) < least * top ? -Infinity : score));
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - top));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
