import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GeneratedPiece } from '../../../src/core/engine.ts';
import type { GenerationEvent, GenerationRequest } from '../../../src/core/generation.ts';
import { type Gpt2Engine, createGpt2, gpt2Options } from '../../../src/engines/gpt2.ts';
import { createTypescriptBackend } from '../../../src/engines/gpt2/typescript/backend.ts';
import { pick, requestFor, takeEvents, textOf } from '../../contracts/generate.ts';
import { expectToGoOn, finishLog } from '../../contracts/going-on.ts';
import { instant, makeGenerate } from '../../support/make-generate.ts';
import { type ModelPlace, makeModel } from './make-model.ts';
import { hasNative } from './native.ts';

let place: ModelPlace;
let day: readonly number[];

beforeAll(async () => {
  place = await makeModel({ positions: 128 });
  const backend = await createTypescriptBackend({ folder: place.folder, slots: 1 });
  day = backend.tokenize(' day');
  await backend.close();
});
afterAll(() => place.remove());

function open(model: string): Gpt2Engine {
  return createGpt2(gpt2Options.parse({ model, threads: 1, gpu: 'off', slots: 4, deterministic: true }));
}

function ask(change: Partial<GenerationRequest> = {}): GenerationRequest {
  return requestFor('The other', { prompt: 'The other', temperature: 1, seed: 3, maxTokens: 12, ...change });
}

const converse = (change: Partial<GenerationRequest> = {}): GenerationRequest =>
  requestFor('Hi', { temperature: 1, seed: 4, maxTokens: 12, ...change });

function spoil(event: GenerationEvent): GenerationEvent {
  return event.type === 'text-delta' ? { ...event, ids: event.ids?.map((id) => id + 50_000) ?? [] } : event;
}

const texts = (events: readonly GenerationEvent[]) => pick(events, 'text-delta').map(({ text }) => text);

describe('an answer of gpt2 in TypeScript that was broken off', () => {
  let engine: Gpt2Engine;
  beforeAll(() => {
    engine = open(place.folder);
  });
  afterAll(() => engine.close());

  it.each<[string, GenerationRequest]>([
    ['by chance', ask()],
    ['greedily', ask({ temperature: 0 })],
    ['with log probabilities', ask({ topLogprobs: 2 })],
    ['with penalties', ask({ sampling: { repetitionPenalty: 1.4, frequencyPenalty: 1, topK: 20 } })],
    ['with two choices', ask({ choices: 2, maxTokens: 8 })],
    ['with two prompts', { ...ask({ prompts: ['a', 'The other'], maxTokens: 8 }) }],
    ['in a conversation', converse()],
    ['in a conversation, with two choices and log probabilities', converse({ choices: 2, topLogprobs: 0 })],
  ])('becomes the same one, byte for byte, however early that was: %s', async (_, request) => {
    const whole = await expectToGoOn(makeGenerate(engine, instant), request);
    expect(pick(whole, 'text-delta').length).toBeGreaterThan(4);
    expect(pick(whole, 'text-delta').every(({ tokens, ids }) => ids?.length === tokens)).toBe(true);
  });

  it('becomes the same one with stop sequences, wherever they begin and end', async () => {
    const generate = makeGenerate(engine, instant);
    const [first = '', second = '', third = '', fourth = '', fifth = ''] = texts(
      await takeEvents(generate, ask()),
    );
    const stops = [
      [fifth],
      [`${third}${fourth}`],
      [`${second}${third}never`, `${fourth}${fifth.slice(0, 1)}`],
      [first],
    ];
    for (const stop of stops) {
      const whole = await expectToGoOn(generate, ask({ stop }));
      for (const count of whole.keys())
        expect(await finishLog(generate, ask({ stop }), whole.slice(0, count + 1))).toEqual(whole);
    }
  });

  it('leaves a log in which each of several choices is whole', async () => {
    const generate = makeGenerate(engine, instant);
    const request = ask({ choices: 3, topLogprobs: 1, maxTokens: 6 });
    const whole = await takeEvents(generate, request);
    const byChoice = (events: readonly GenerationEvent[]) =>
      [-1, 0, 1, 2].map((of) => events.filter((event) => ('choice' in event ? event.choice : -1) === of));
    for (const count of whole.keys()) {
      const events = await finishLog(generate, request, whole.slice(0, count + 1));
      expect(byChoice(events)).toEqual(byChoice(whole));
    }
  });

  it('becomes the same one where characters are of several tokens', async () => {
    const whole = await expectToGoOn(makeGenerate(engine, instant), ask({ seed: 6, maxTokens: 40 }));
    expect(pick(whole, 'text-delta').some(({ tokens }) => tokens > 1)).toBe(true);
  });

  it('is gone on with, not computed again', async () => {
    const generate = makeGenerate(engine, instant);
    const whole = await takeEvents(generate, ask());
    const said = whole.slice(0, 6);
    const before = await engine.counters();
    await takeEvents(generate, { ...ask(), said });
    const after = await engine.counters();
    const told = pick(said, 'text-delta').reduce((sum, { tokens }) => sum + tokens, 0);
    const all = pick(whole, 'end')[0]?.usage.completionTokens ?? 0;
    expect(after.tokens - before.tokens).toBe(all - told);
    await takeEvents(generate, { ...ask(), said: whole.slice(0, -1) });
    expect((await engine.counters()).tokens).toBe(after.tokens);
  });

  it('is computed again after tokens that the model does not have', async () => {
    const generate = makeGenerate(engine, instant);
    const whole = await takeEvents(generate, ask());
    const foreign = whole.slice(0, 4).map(spoil);
    const events = await takeEvents(generate, { ...ask(), said: foreign });
    expect(textOf(events)).toBe(textOf(whole));
  });
});

const kinds = [
  { title: 'in TypeScript', model: () => place.folder },
  { title: 'by llama.cpp', model: () => place.gguf },
];

describe.each(hasNative ? kinds : kinds.slice(0, 1))('gpt2 $title', ({ model }) => {
  let engine: Gpt2Engine;
  beforeAll(() => {
    engine = open(model());
  });
  afterAll(() => engine.close());

  it('goes on after what was told, even if it would have said something else', async () => {
    const generate = makeGenerate(engine, instant);
    const greedy = { temperature: 0, maxTokens: 12 };
    const start: GenerationEvent = { type: 'start', due: 0, choices: 1, promptTokens: 6 };
    const piece = { type: 'text-delta', due: 0, choice: 0, text: ' day', tokens: day.length } as const;
    const said = [start, { ...piece, ids: day }];
    const events = await takeEvents(generate, ask({ ...greedy, said }));
    const prompted = ask({ ...greedy, prompt: 'The other day', maxTokens: 12 - day.length });
    expect(textOf(events)).toBe(` day${textOf(await takeEvents(generate, prompted))}`);
    expect(textOf(await takeEvents(generate, ask(greedy)))).not.toMatch(/^ day/);
    expect(pick(events, 'end')[0]?.usage).toMatchObject({ completionTokens: 12 });
  });
});

describe.skipIf(!hasNative)('an answer by llama.cpp that a format binds', () => {
  it('becomes the same one, though it is computed again', async () => {
    const engine = open(place.gguf);
    try {
      const schema = { type: 'object', properties: { size: { enum: [1, 2] } } };
      const format = { kind: 'json-schema', schema } as const;
      const whole = await expectToGoOn(makeGenerate(engine, instant), converse({ format, maxTokens: 60 }));
      expect([1, 2]).toContain(JSON.parse(textOf(whole)).size);
    } finally {
      await engine.close();
    }
  }, 60_000);
});

describe('a call that goes on', () => {
  it('says nothing more of an answer that has all its tokens', async () => {
    const engine = open(place.folder);
    try {
      const said: GeneratedPiece[] = [{ text: ' day', tokens: day.length, ids: day }];
      const request = ask({ maxTokens: day.length });
      const call = { request, choice: 0, seed: 1, maxTokens: day.length, said };
      expect(await Array.fromAsync(engine.text(call, new AbortController().signal))).toEqual([]);
    } finally {
      await engine.close();
    }
  });
});
