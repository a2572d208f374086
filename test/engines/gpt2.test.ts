import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ApiError } from '../../src/core/api-error.ts';
import type { GeneratedPiece } from '../../src/core/engine.ts';
import type { GenerationRequest } from '../../src/core/generation.ts';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { type Gpt2Engine, createGpt2, gpt2Options } from '../../src/engines/gpt2.ts';
import { makeGguf, tiny } from './gpt2/make-gguf.ts';
import { type ModelPlace, makeModel } from './gpt2/make-model.ts';
import { hasNative } from './gpt2/native.ts';

const forever = new AbortController().signal;
let place: ModelPlace;
const engines: Gpt2Engine[] = [];

function open(options: Readonly<Record<string, unknown>>): Gpt2Engine {
  return createGpt2(gpt2Options.parse({ threads: 1, gpu: 'off', slots: 4, ...options }));
}

function create(options: Readonly<Record<string, unknown>>): Gpt2Engine {
  const engine = open(options);
  engines.push(engine);
  return engine;
}

function ask(prompt: string, change: Partial<GenerationRequest> = {}): GenerationRequest {
  const messages = [{ role: 'user' as const, content: prompt }];
  return { model: 'gpt2', messages, prompt, choices: 1, stop: [], seed: null, temperature: 0, ...change };
}

function converse(content: string, change: Partial<GenerationRequest> = {}): GenerationRequest {
  const { prompt: _, ...request } = ask(content, change);
  return request;
}

async function read(
  engine: Gpt2Engine,
  request: GenerationRequest,
  seed = 1,
  signal: AbortSignal = forever,
): Promise<GeneratedPiece[]> {
  await engine.prepare(request, signal);
  const pieces: GeneratedPiece[] = [];
  for await (const piece of engine.text({ request, choice: 0, seed }, signal)) {
    if (typeof piece === 'string' || 'name' in piece)
      throw new Error('The engine does not cut its own pieces.');
    pieces.push(piece);
  }
  return pieces;
}

const textOf = (pieces: readonly GeneratedPiece[]): string => pieces.map(({ text }) => text).join('');
const countOf = (pieces: readonly GeneratedPiece[]): number =>
  pieces.reduce((sum, { tokens }) => sum + tokens, 0);

beforeAll(async () => {
  place = await makeModel({ positions: 256 });
});

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
});
afterAll(() => place.remove());

const kinds = [
  { title: 'in TypeScript', options: () => ({ model: place.folder }) },
  { title: 'by llama.cpp', options: () => ({ model: place.gguf }) },
];

describe.each(hasNative ? kinds : kinds.slice(0, 1))('the gpt2 engine $title', ({ options }) => {
  let engine: Gpt2Engine;

  beforeAll(() => {
    engine = open(options());
  });
  afterAll(() => engine.close());

  it('counts the prompt in its own tokens, and tells how much room there is', async () => {
    expect(await engine.prepare(ask('The other day'), forever)).toEqual({ promptTokens: 8, maxTokens: 248 });
    expect(await engine.prepare(ask('The other day', { maxTokens: 12 }), forever)).toEqual({
      promptTokens: 8,
      maxTokens: 12,
    });
    expect(await engine.prepare(ask(''), forever)).toMatchObject({ promptTokens: 1 });
  });

  it('says as many tokens as are asked for, in whole characters', async () => {
    const pieces = await read(engine, ask('The other day', { maxTokens: 40 }));
    expect(countOf(pieces)).toBeLessThanOrEqual(40);
    expect(pieces.length).toBeGreaterThan(3);
    for (const { text, tokens } of pieces) {
      expect(text.isWellFormed()).toBe(true);
      expect(tokens).toBeGreaterThan(0);
    }
  });

  it('says the same for the same seed, and something else for another', async () => {
    const request = ask('Once', { temperature: 1, maxTokens: 30 });
    const first = textOf(await read(engine, request, 5));
    expect(textOf(await read(engine, { ...request }, 5))).toBe(first);
    expect(textOf(await read(engine, { ...request }, 6))).not.toBe(first);
  });

  it('says the same beside others as alone, more of them than it has slots', async () => {
    const prompts = Array.from({ length: 9 }, (_, index) => `${index} on the inner`);
    const alone: string[] = [];
    for (const prompt of prompts) alone.push(textOf(await read(engine, ask(prompt, { maxTokens: 10 }))));
    const beside = await Promise.all(prompts.map((prompt) => read(engine, ask(prompt, { maxTokens: 10 }))));
    expect(beside.map(textOf)).toEqual(alone);
  });

  it('gives log probabilities that make sense', async () => {
    const pieces = await read(engine, ask('The', { maxTokens: 20, topLogprobs: 3 }));
    const told = pieces.flatMap(({ logprobs = [] }) => logprobs);
    expect(told).toHaveLength(countOf(pieces));
    for (const { logprob, alternatives } of told) {
      expect(alternatives).toHaveLength(3);
      // The most probable token is what was said.
      expect(alternatives[0]?.logprob).toBe(logprob);
      const mass = alternatives.reduce((sum, one) => sum + Math.exp(one.logprob), 0);
      expect(mass).toBeGreaterThan(0);
      expect(mass).toBeLessThanOrEqual(1.000001);
    }
    const bytes = told.flatMap((one) => one.bytes);
    expect(Buffer.from(bytes).toString().startsWith(textOf(pieces).slice(0, 5))).toBe(true);
  });

  it('takes a conversation as a transcript', async () => {
    const { promptTokens } = await engine.prepare(converse('Hi'), forever);
    expect(promptTokens).toBeGreaterThan('User: Hi\nAssistant:'.length / 2);
    expect(textOf(await read(engine, converse('Hi', { maxTokens: 10 })))).not.toMatch(/^\s/);
  });

  it('ends when it is told to, and its slot is free', async () => {
    const controller = new AbortController();
    const request = ask('The', { maxTokens: 200, temperature: 1 });
    let heard = 0;
    for await (const _ of engine.text({ request, choice: 0, seed: 3 }, controller.signal)) {
      heard += 1;
      if (heard === 3) controller.abort();
    }
    expect(heard).toBe(3);
    expect(await engine.counters()).toMatchObject({ running: 0, queued: 0 });
    expect(await read(engine, ask('The', { maxTokens: 3 }))).not.toEqual([]);
  });

  it('is left in the middle without harm', async () => {
    for await (const _ of engine.text(
      { request: ask('The', { maxTokens: 200 }), choice: 0, seed: 3 },
      forever,
    ))
      break;
    expect(await engine.counters()).toMatchObject({ running: 0, queued: 0 });
  });

  it('says nothing when nobody waits any more', async () => {
    expect(
      await Array.fromAsync(engine.text({ request: ask('The'), choice: 0, seed: 1 }, AbortSignal.abort())),
    ).toEqual([]);
    await expect(engine.prepare(ask('The'), AbortSignal.abort(new Error('left')))).rejects.toThrow('left');
  });

  it('refuses a prompt that leaves no room, and takes one that leaves room for a token', async () => {
    const refused = engine.prepare(ask('x'.repeat(256)), forever);
    await expect(refused).rejects.toThrow(ApiError);
    await expect(refused).rejects.toThrow(
      /maximum context length is 256 tokens, however you requested \d+ tokens \(256 in your prompt;/,
    );
    const last = ask('x'.repeat(255), { maxTokens: 10 });
    expect(await engine.prepare(last, forever)).toEqual({ promptTokens: 255, maxTokens: 1 });
    expect(countOf(await read(engine, last))).toBeLessThanOrEqual(1);
  });

  it('refuses parameters that are out of range before it does anything', async () => {
    const request = ask('x', { sampling: { topP: 2 } });
    await expect(engine.prepare(request, forever)).rejects.toMatchObject({
      status: 400,
      details: { param: 'top_p' },
    });
  });

  it('cuts a prompt that is too long where it is allowed to', async () => {
    const cutting = create({ ...options(), truncate: true });
    const preparation = await cutting.prepare(ask('y'.repeat(5000), { maxTokens: 20 }), forever);
    expect(preparation).toEqual({ promptTokens: 236, maxTokens: 20 });
    await cutting.close();
  });
});

describe.skipIf(!hasNative)('the native engine', () => {
  it('is taken for a folder that has a GGUF file beside its weights, unless it is off', async () => {
    const engine = create({ model: place.folder, gguf: place.gguf });
    expect((await engine.warm()).name).toBe('tiny');
    const plain = create({ model: place.folder, gguf: place.gguf, native: 'off' });
    expect((await plain.warm()).name).not.toBe('tiny');
    const request = ask('The other day', { maxTokens: 8 });
    expect(textOf(await read(engine, request))).toBe(textOf(await read(plain, { ...request })));
  });

  it.each([
    ['another shape than it tells', { heads: 5 }, 'could not be loaded: Failed to load model'],
    [
      'what ends the process',
      { context: 0 },
      'The process of the model ended while it loaded the model (SIGABRT).',
    ],
  ])(
    'tells of a file that has %s, and what was written of it to whoever watches',
    async (_, change, sentence) => {
      const path = join(place.spare, 'wrong.gguf');
      await makeGguf(path, { ...tiny, ...change });
      const refused = create({ model: path }).warm();
      await expect(refused).rejects.toThrow(sentence);
      await expect(refused).rejects.toMatchObject({
        code: 'engine_failed',
        details: { cause: expect.any(Error) },
      });
    },
  );

  it.each([20, 300])('takes a context of %i positions to its end', async (context) => {
    const path = join(place.spare, 'odd.gguf');
    await makeGguf(path, { ...tiny, context });
    const engine = create({ model: path });
    const request = ask('The', { temperature: 1 });
    expect(await engine.prepare(request, forever)).toEqual({ promptTokens: 3, maxTokens: context - 3 });
    expect(countOf(await read(engine, ask('x'.repeat(context - 2))))).toBeLessThanOrEqual(2);
    await engine.close();
  });

  it('follows a schema', async () => {
    const engine = create({ model: place.gguf });
    const schema = { type: 'object', properties: { size: { enum: [1, 2] } } };
    const format = { kind: 'json-schema', schema } as const;
    const text = textOf(await read(engine, converse('Size?', { format, temperature: 1, maxTokens: 100 })));
    expect([1, 2]).toContain(JSON.parse(text).size);
    const wrong = { kind: 'grammar', grammar: 'root ::= nothing' } as const;
    await expect(engine.prepare(converse('Size?', { format: wrong }), forever)).rejects.toMatchObject({
      status: 400,
      details: { param: 'response_format' },
    });
  });
});

describe('a gpt2 engine that cannot answer', () => {
  it('says that a format needs the native engine', async () => {
    const engine = create({ model: place.folder });
    await expect(engine.prepare(converse('Hi', { format: { kind: 'json' } }), forever)).rejects.toMatchObject(
      {
        status: 400,
        message: 'This engine cannot bind answers to a format.',
      },
    );
  });

  it('says that it tells no log probabilities of what a format bounds', async () => {
    const request = converse('Hi', { format: { kind: 'json' }, topLogprobs: 2 });
    await expect(create({ model: place.folder }).prepare(request, forever)).rejects.toMatchObject({
      status: 400,
      details: { param: 'logprobs' },
    });
  });

  it('says that it calls no tools where one must be called, and lets others be', async () => {
    const engine = create({ model: place.folder });
    const tools = [{ name: 'look_up', parameters: {}, strict: false }];
    for (const toolChoice of ['required', { name: 'look_up' }] as const) {
      await expect(engine.prepare(converse('Hi', { tools, toolChoice }), forever)).rejects.toMatchObject({
        status: 400,
        details: { param: 'tool_choice' },
      });
    }
    await engine.prepare(converse('Hi', { tools }), forever);
  });

  it('tells what it has counted while its process stands still', async () => {
    const clock = createManualClock();
    const engine = createGpt2(gpt2Options.parse({ model: place.folder, threads: 1, slots: 2 }), clock);
    await read(engine, ask('The', { maxTokens: 3 }));
    const counters = await engine.counters();
    const pid = engine.pid() ?? 0;
    process.kill(pid, 'SIGSTOP');
    try {
      const asked = [engine.counters(), engine.counters()];
      await clock.advance(1000);
      expect(await Promise.all(asked)).toEqual([counters, counters]);
    } finally {
      process.kill(pid, 'SIGCONT');
      await engine.close();
    }
  });

  it('has room again at once where a request that was prepared is left', async () => {
    const engine = create({ model: place.folder, slots: 1, queue: 2 });
    const controller = new AbortController();
    await engine.prepare(ask('1', { choices: 3 }), controller.signal);
    await expect(engine.prepare(ask('2'), forever)).rejects.toMatchObject({ code: 'queue_full' });
    controller.abort();
    await engine.prepare(ask('2', { choices: 3, maxTokens: 0 }), forever);
    await engine.prepare(ask('3', { choices: 3 }), forever);
  });

  it.each<[string, () => Readonly<Record<string, unknown>>, string]>([
    ['a model that is not there', () => ({ model: '/nowhere/gpt2' }), 'There is no model at /nowhere/gpt2.'],
    [
      'a GGUF file while the native engine is off',
      () => ({ model: place.gguf, native: 'off' }),
      'tiny.gguf is a GGUF file, which needs the native engine, and that is off.',
    ],
    ['a folder without a model', () => ({ model: place.empty }), 'config.json'],
  ])('says in a sentence what is wrong with %s', async (_, options, sentence) => {
    const engine = create(options());
    const refused = engine.prepare(ask('x'), forever);
    await expect(refused).rejects.toMatchObject({ status: 500, code: 'engine_failed' });
    await expect(refused).rejects.toThrow(sentence);
    expect(engine.pid()).toBeUndefined();
  });

  it.skipIf(!hasNative)('says what is wrong with a file that only looks like a model', async () => {
    const path = join(place.spare, 'broken.txt');
    await writeFile(path, 'GGUF');
    await expect(create({ model: path }).warm()).rejects.toThrow(path);
  });

  it('refuses what finds its queue full before the answer begins, and has room again later', async () => {
    const engine = create({ model: place.folder, slots: 1, queue: 2 });
    const requests = [1, 2, 3].map((index) => ask(`${index}`, { maxTokens: 4 }));
    for (const request of requests) await engine.prepare(request, forever);
    await expect(engine.prepare(ask('4'), forever)).rejects.toMatchObject({
      status: 429,
      code: 'queue_full',
    });
    const answers = requests.map((request) =>
      Array.fromAsync(engine.text({ request, choice: 0, seed: 1 }, forever)),
    );
    expect((await Promise.all(answers)).every((pieces) => pieces.length > 0)).toBe(true);
    await engine.prepare(ask('4'), forever);
  });

  it('answers nothing after its end', async () => {
    const engine = create({ model: place.folder });
    await engine.warm();
    const reading = read(engine, ask('The', { maxTokens: 200 }));
    // It is waited for below, after it has failed.
    reading.catch(() => undefined);
    await engine.prepare(ask('x'), forever);
    await engine.close();
    await expect(reading).rejects.toMatchObject({ code: 'shutting_down' });
    await expect(engine.prepare(ask('x'), forever)).rejects.toMatchObject({ code: 'shutting_down' });
    await engine.close();
  });

  it('can be closed while it starts, and before', async () => {
    const engine = create({ model: place.folder });
    const warming = engine.warm();
    await engine.close();
    await expect(warming).rejects.toMatchObject({ code: 'shutting_down' });
    await create({ model: place.folder }).close();
  });
});
