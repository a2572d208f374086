import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../src/core/api-error.ts';
import { createRandom, drawNormal } from '../../../src/core/chance.ts';
import type { GenerationRequest } from '../../../src/core/generation.ts';
import type { TopLogits } from '../../../src/engines/gpt2/backend.ts';
import { createSampler } from '../../../src/engines/gpt2/sampler.ts';
import { type Sampling, readSampling } from '../../../src/engines/gpt2/sampling.ts';
import { referenceProbabilities } from './reference-sampling.ts';

const neutral: Sampling = {
  temperature: 1,
  topK: 0,
  topP: 1,
  minP: 0,
  repetitionPenalty: 1,
  presencePenalty: 0,
  frequencyPenalty: 0,
};

function topOf(logits: readonly number[], count: number): TopLogits {
  const ids = logits
    .map((_, token) => token)
    .toSorted((one, other) => (logits[other] ?? 0) - (logits[one] ?? 0) || one - other)
    .slice(0, count);
  return { ids: Int32Array.from(ids), logits: Float32Array.from(ids, (token) => logits[token] ?? 0) };
}

function makeLogits(seed: number, size: number): number[] {
  const random = createRandom('logits', seed);
  return Array.from({ length: size }, () => Math.fround(3 * drawNormal(random)));
}

/** How often each token is chosen as the first one, over seeds. */
function countChoices(logits: readonly number[], sampling: Sampling, draws: number): number[] {
  const counts = logits.map(() => 0);
  for (let seed = 0; seed < draws; seed += 1) {
    const options = { sampling, seed, prompt: [1, 2, 3], vocabularySize: logits.length };
    const sampler = createSampler(options);
    const token = sampler.choose(topOf(logits, sampler.wanted()));
    counts[token] = (counts[token] ?? 0) + 1;
  }
  return counts;
}

const samplings = fc.record({
  temperature: fc.constantFrom(0, 0.2, 0.7, 1, 1.3, 2),
  topK: fc.constantFrom(0, 0, 1, 2, 5, 40),
  topP: fc.constantFrom(1, 1, 0.95, 0.5, 0.1, 0),
  minP: fc.constantFrom(0, 0, 0.05, 0.5, 1),
  repetitionPenalty: fc.constantFrom(1, 1, 1.2, 2, 0.8),
  presencePenalty: fc.constantFrom(0, 0, 0.5, 2, -1),
  frequencyPenalty: fc.constantFrom(0, 0, 0.5, 2, -1),
});

describe('the sampler', () => {
  it('chooses along a sequence only what the processors leave, and what they make certain', () => {
    const situations = fc.record({
      sampling: samplings,
      seed: fc.integer(),
      size: fc.integer({ min: 2, max: 200 }),
    });
    let certain = 0;
    fc.assert(
      fc.property(situations, ({ sampling, seed, size }) => {
        const prompt = [0, 1, 1].filter((token) => token < size);
        const sampler = createSampler({ sampling, seed, prompt, vocabularySize: size });
        const said: number[] = [];
        for (let step = 0; step < 8; step += 1) {
          const logits = makeLogits(seed + step, size);
          const probabilities = referenceProbabilities({ logits, sampling, prompt, said });
          const token = sampler.choose(topOf(logits, sampler.wanted()));
          expect(probabilities[token]).toBeGreaterThan(0);
          const best = probabilities.indexOf(1);
          if (best >= 0) certain += 1;
          expect([token, -1]).toContain(best);
          said.push(token);
        }
      }),
      { numRuns: 400, seed: 4 },
    );
    expect(certain).toBeGreaterThan(500);
  });

  it.each<[string, Partial<Sampling>]>([
    ['nothing', {}],
    ['a low temperature', { temperature: 0.5 }],
    ['a high temperature', { temperature: 1.8 }],
    ['top-k', { topK: 5 }],
    ['top-p', { topP: 0.8 }],
    ['min-p', { minP: 0.1 }],
    ['a penalty on repetition', { repetitionPenalty: 1.5 }],
    ['a reward for repetition', { repetitionPenalty: 0.5 }],
    ['everything', { temperature: 0.9, topK: 30, topP: 0.9, minP: 0.02, repetitionPenalty: 1.1 }],
  ])('draws as often as the processors say, with %s', (_, change) => {
    const sampling = { ...neutral, ...change };
    const logits = makeLogits(11, 60);
    const probabilities = referenceProbabilities({ logits, sampling, prompt: [1, 2, 3], said: [] });
    const draws = 6000;
    const counts = countChoices(logits, sampling, draws);
    let distance = 0;
    let kinds = -1;
    let impossible = 0;
    probabilities.forEach((probability, token) => {
      const due = probability * draws;
      impossible += due === 0 ? (counts[token] ?? 0) : 0;
      if (due < 5) return;
      distance += ((counts[token] ?? 0) - due) ** 2 / due;
      kinds += 1;
    });
    expect(impossible).toBe(0);
    // Chi-square with so many degrees of freedom exceeds its mean by four standard deviations once in ten thousand times.
    expect(distance).toBeLessThan(kinds + 4 * Math.sqrt(2 * kinds) + 1);
  });

  it('tells frequencies from those of another temperature', () => {
    const logits = makeLogits(11, 60);
    const sampling = { ...neutral, temperature: 0.8 };
    const probabilities = referenceProbabilities({ logits, sampling: neutral, prompt: [], said: [] });
    const counts = countChoices(logits, sampling, 6000);
    const distance = probabilities.reduce((sum, probability, token) => {
      const due = probability * 6000;
      return due < 5 ? sum : sum + ((counts[token] ?? 0) - due) ** 2 / due;
    }, 0);
    expect(distance).toBeGreaterThan(100);
  });

  it('takes the lower id of two that are equal at temperature 0', () => {
    const sampler = createSampler({
      sampling: { ...neutral, temperature: 0 },
      seed: 1,
      prompt: [],
      vocabularySize: 9,
    });
    const top = { ids: Int32Array.of(7, 3, 5), logits: Float32Array.of(2, 2, 1) };
    expect(sampler.choose(top)).toBe(3);
  });

  it('makes the choice of a place depend on the seed and the place alone', () => {
    const logits = makeLogits(3, 500);
    const choose = (seed: number): number[] => {
      const sampler = createSampler({ sampling: neutral, seed, prompt: [], vocabularySize: 500 });
      return Array.from({ length: 20 }, () => sampler.choose(topOf(logits, sampler.wanted())));
    };
    expect(choose(5)).toEqual(choose(5));
    expect(choose(5)).not.toEqual(choose(6));
    expect(new Set(choose(5)).size).toBeGreaterThan(5);
  });

  it('stays in order at temperatures near 0 and with logits far apart', () => {
    const logits = [-1e30, 80, 79.999, -3];
    const sampling = { ...neutral, temperature: 1e-6 };
    const sampler = createSampler({ sampling, seed: 2, prompt: [], vocabularySize: 4 });
    expect(sampler.choose(topOf(logits, 4))).toBe(1);
  });

  it('asks for no more of a large vocabulary than its choice needs', () => {
    const wanted = (change: Partial<Sampling>): number =>
      createSampler({
        sampling: { ...neutral, ...change },
        seed: 1,
        prompt: [4, 5],
        vocabularySize: 50_257,
      }).wanted();
    expect(wanted({ temperature: 0 })).toBeLessThan(10);
    expect(wanted({ topK: 40 })).toBe(40);
    expect(wanted({ topK: 40, repetitionPenalty: 1.1 })).toBe(42);
    expect(wanted({})).toBeLessThan(2000);
    expect(wanted({ temperature: 1.2 })).toBe(50_257);
    expect(wanted({ topK: 40, repetitionPenalty: 0.9 })).toBe(50_257);
  });
});

describe('the sampling that a request asks for', () => {
  const base: GenerationRequest = {
    model: 'gpt2',
    messages: [],
    choices: 1,
    stop: [],
    seed: null,
    temperature: null,
  };

  it('is that of OpenAI where nothing is said: a temperature of 1', () => {
    expect(readSampling(base)).toEqual(neutral);
  });

  it.each<[string, Partial<GenerationRequest>]>([
    ['temperature', { temperature: -0.1 }],
    ['temperature', { temperature: Infinity }],
    ['temperature', { temperature: Number.NaN }],
    ['top_k', { sampling: { topK: -1 } }],
    ['top_k', { sampling: { topK: 1.5 } }],
    ['top_p', { sampling: { topP: 1.01 } }],
    ['top_p', { sampling: { topP: -0.01 } }],
    ['min_p', { sampling: { minP: 2 } }],
    ['repetition_penalty', { sampling: { repetitionPenalty: 0 } }],
    ['presence_penalty', { sampling: { presencePenalty: 2.1 } }],
    ['frequency_penalty', { sampling: { frequencyPenalty: -2.1 } }],
  ])('is refused with the name of %s where that is out of its range', (param, change) => {
    const read = (): unknown => readSampling({ ...base, ...change });
    expect(read).toThrow(ApiError);
    expect(read).toThrow(`'${param}'`);
  });
});
