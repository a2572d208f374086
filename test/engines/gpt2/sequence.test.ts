import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GeneratedPiece } from '../../../src/core/engine.ts';
import type { Backend } from '../../../src/engines/gpt2/backend.ts';
import type { Sampling } from '../../../src/engines/gpt2/sampling.ts';
import { type Task, createSequence } from '../../../src/engines/gpt2/sequence.ts';
import { createTypescriptBackend } from '../../../src/engines/gpt2/typescript/backend.ts';
import { createFakeBackend, endToken } from './fake-backend.ts';
import { type ModelPlace, makeModel } from './make-model.ts';

const greedy: Sampling = {
  temperature: 0,
  topK: 0,
  topP: 1,
  minP: 0,
  repetitionPenalty: 1,
  presencePenalty: 0,
  frequencyPenalty: 0,
};
const free = { ...greedy, temperature: 1 };
const basic: Task = { id: 1, prompt: [10, 11, 12], maxTokens: 16, sampling: greedy, seed: 5 };

interface Answer {
  readonly pieces: readonly GeneratedPiece[];
  readonly ended: string | undefined;
  /** How many tokens each step took in. */
  readonly steps: readonly number[];
}

async function answer(backend: Backend, task: Task, room = 100): Promise<Answer> {
  await backend.rewind(0, 0);
  const sequence = createSequence(task, backend);
  const pieces: GeneratedPiece[] = [];
  const steps: number[] = [];
  while (sequence.ended() === undefined) {
    const step = sequence.step(0, room);
    steps.push(step.tokens.length);
    const [result] = await backend.step([step]);
    const piece = sequence.hear(result);
    if (piece !== undefined) pieces.push(piece);
  }
  return { pieces, ended: sequence.ended(), steps };
}

const idsOf = (pieces: readonly GeneratedPiece[]): number[] => pieces.flatMap(({ ids = [] }) => ids);

/** The answer, and what comes of it where it is broken off after each of its pieces. */
async function breakOff(backend: Backend, task: Task, room?: number) {
  const whole = await answer(backend, task, room);
  const others: Answer[] = [];
  for (let count = 1; count < whole.pieces.length; count += 1) {
    const said = idsOf(whole.pieces.slice(0, count));
    const { pieces, ...rest } = await answer(backend, { ...task, said }, room);
    others.push({ ...rest, pieces: [...whole.pieces.slice(0, count), ...pieces] });
  }
  return { whole, others };
}

let place: ModelPlace;
let model: Backend;

beforeAll(async () => {
  place = await makeModel({ positions: 64 });
  model = await createTypescriptBackend({ folder: place.folder, slots: 1 });
});
afterAll(async () => {
  await model.close();
  await place.remove();
});

describe('a sequence', () => {
  it('tells the tokens of each piece', async () => {
    const { pieces } = await answer(model, { ...basic, sampling: free, maxTokens: 40 });
    for (const { tokens, ids } of pieces) expect(ids).toHaveLength(tokens);
    const bytes = Buffer.concat(idsOf(pieces).map((id) => model.bytesOf(id)));
    const text = pieces.map((piece) => piece.text).join('');
    expect(bytes.toString().startsWith(text)).toBe(true);
    expect(pieces.some(({ tokens }) => tokens > 1)).toBe(true);
  });

  it.each<[string, Partial<Task>]>([
    ['greedily', {}],
    ['by chance', { sampling: free }],
    ['by another chance, for longer', { sampling: free, seed: 8, maxTokens: 40 }],
    ['to the end of the context', { sampling: free, maxTokens: 1000 }],
    ['with log probabilities', { sampling: free, topLogprobs: 3 }],
    ['with a penalty on repetition', { sampling: { ...free, repetitionPenalty: 1.5 } }],
    ['with a premium on repetition', { sampling: { ...greedy, repetitionPenalty: 0.7 } }],
    ['with a penalty on presence', { sampling: { ...greedy, presencePenalty: 2 }, maxTokens: 30 }],
    ['with a penalty on frequency', { sampling: { ...free, frequencyPenalty: 1.5, topK: 5 } }],
  ])('goes on as if it had never been broken off, byte for byte: %s', async (_, change) => {
    const { whole, others } = await breakOff(model, { ...basic, ...change });
    expect(others.length).toBeGreaterThan(5);
    for (const { pieces, ended } of others) {
      expect(pieces).toStrictEqual(whole.pieces);
      expect(ended).toBe(whole.ended);
    }
  });

  it('takes in what was said as part of the prompt, within the budget of a step', async () => {
    const fake = createFakeBackend();
    const said = [97, 98, 99, 100];
    const { steps, pieces } = await answer(fake, { ...basic, said, maxTokens: 7 }, 3);
    expect(steps).toEqual([3, 3, 1, 1, 1]);
    expect(fake.held[0]?.slice(0, 7)).toEqual([...basic.prompt, ...said]);
    expect(pieces.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(3);
  });

  it('waits with its first token until all is taken in', () => {
    const sequence = createSequence({ ...basic, said: [97, 98] }, createFakeBackend());
    expect([sequence.waiting(), sequence.begun()]).toEqual([5, false]);
    expect(sequence.step(0, 4)).toMatchObject({ tokens: [10, 11, 12, 97], top: 0 });
    expect(sequence.hear(undefined)).toBeUndefined();
    expect([sequence.waiting(), sequence.begun()]).toEqual([1, false]);
    expect(sequence.step(0, 4).top).toBeGreaterThan(0);
  });

  it('holds back the bytes that the tokens before it left of a character', async () => {
    // Each token is a letter and the first byte of a character, or the rest of it and a letter.
    const halves = [Uint8Array.of(97, 0xc3), Uint8Array.of(0xa9, 98)];
    const fake = createFakeBackend({ next: (tokens) => (tokens.length > 8 ? endToken : tokens.length % 2) });
    const backend: Backend = { ...fake, bytesOf: (token) => halves[token] ?? new Uint8Array() };
    const { whole, others } = await breakOff(backend, { ...basic, prompt: [2, 2] });
    expect(whole.pieces.map(({ text }) => text)).toEqual(['a', 'éb', 'a', 'éb', 'a', 'éb', 'a']);
    expect(others.map(({ pieces }) => pieces)).toEqual(others.map(() => whole.pieces));
  });

  it('says other tokens after others than it would have said', async () => {
    const { pieces } = await answer(model, basic);
    const said = idsOf(pieces.slice(0, 2)).map((id) => (id + 7) % 256);
    const after = await answer(model, { ...basic, said });
    const asked = await answer(model, {
      ...basic,
      prompt: [...basic.prompt, ...said],
      maxTokens: basic.maxTokens - said.length,
    });
    expect(idsOf(after.pieces)).toEqual(idsOf(asked.pieces));
    expect(idsOf(after.pieces)).not.toEqual(idsOf(pieces).slice(said.length));
  });
});
