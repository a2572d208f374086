import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/chance.ts';
import type { Backend, SlotStep } from '../../../src/engines/gpt2/backend.ts';
import { createTypescriptBackend } from '../../../src/engines/gpt2/typescript/backend.ts';
import { selectTop } from '../../../src/engines/gpt2/typescript/top-logits.ts';
import { decodeBrains, decodeHalves, encodeBrains, encodeHalves } from '../../../src/weights/floats.ts';
import { computePlainly } from './plain-gpt2.ts';
import { type ModelForm, type TinyModel, createTinyModel, writeModel } from './tiny-model.ts';

const root = await mkdtemp(join(tmpdir(), 'understudy-gpt2-'));
afterAll(() => rm(root, { recursive: true }));

const size = 300;

// Keys, values and the logits given are rounded to float32, and nothing else is.
const exact = 1e-5;

interface Opening extends ModelForm {
  readonly slots?: number;
  readonly contextLength?: number;
}

async function open(model: TinyModel, { slots = 1, contextLength, ...form }: Opening = {}): Promise<Backend> {
  const folder = await mkdtemp(join(root, 'model-'));
  await writeModel(folder, model, form);
  return createTypescriptBackend({
    folder,
    slots,
    ...(contextLength === undefined ? {} : { contextLength }),
  });
}

function draw(count: number, seed: number): number[] {
  const random = createRandom('tokens', seed);
  return Array.from({ length: count }, () => Math.floor(random() * size));
}

const all = (slot: number, tokens: readonly number[]): SlotStep => ({
  slot,
  tokens,
  top: size,
  normalise: false,
});

/** All logits by id that follow the last token of each step. */
async function run(backend: Backend, ...steps: readonly SlotStep[]): Promise<number[][]> {
  const results = await backend.step(steps);
  return results.map((result) => {
    const logits: number[] = [];
    result?.ids.forEach((id, place) => (logits[id] = result.logits[place] ?? NaN));
    return logits;
  });
}

/** The logits after the whole prompt, taken in as chunks of the lengths given in turn. */
async function runInParts(
  backend: Backend,
  tokens: readonly number[],
  lengths: readonly number[],
): Promise<number[]> {
  let last: number[] = [];
  let turn = 0;
  for (let from = 0; from < tokens.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1;
    last = (await run(backend, all(0, tokens.slice(from, from + length))))[0] ?? [];
    from += length;
  }
  return last;
}

function distance(left: readonly number[], right: readonly number[]): number {
  expect(left).toHaveLength(right.length);
  return left.reduce((most, value, index) => {
    const difference = Math.abs(value - (right[index] ?? NaN));
    return difference <= most ? most : difference;
  }, 0);
}

describe('GPT-2 in TypeScript', () => {
  const model = createTinyModel();

  it.each([
    ['the usual shape', {}],
    ['one head', { heads: 1, seed: 2 }],
    ['odd sizes', { heads: 3, width: 33, inner: 37, layers: 3, seed: 3 }],
    ['heads of one number', { heads: 8, width: 8, layers: 1, seed: 4 }],
  ])('computes what the plain one computes, with %s', async (_, shape) => {
    const each = createTinyModel(shape);
    const backend = await open(each);
    const tokens = draw(40, 5);
    const expected = computePlainly(each, tokens);
    const spread = Math.max(...(expected[39] ?? [])) - Math.min(...(expected[39] ?? []));
    expect(spread).toBeGreaterThan(2);
    for (const [position, token] of tokens.entries()) {
      const [logits = []] = await run(backend, all(0, [token]));
      expect(distance(logits, expected[position] ?? [])).toBeLessThan(exact);
    }
    await backend.rewind(0, 0);
    const [together = []] = await run(backend, all(0, tokens));
    expect(distance(together, expected[39] ?? [])).toBeLessThan(exact);
  });

  it.each([
    ['F16', 'transformer.', (data: Float32Array) => decodeHalves(encodeHalves(data))],
    ['BF16', '', (data: Float32Array) => decodeBrains(encodeBrains(data))],
    ['F32', 'transformer.', (data: Float32Array) => data],
  ] as const)('reads weights stored as %s', async (dtype, prefix, round) => {
    const backend = await open(model, { dtype, prefix });
    const tensors = new Map(
      [...model.tensors].map(([name, { shape, data }]) => [name, { shape, data: round(data) }]),
    );
    const tokens = draw(9, 6);
    const [logits = []] = await run(backend, all(0, tokens));
    expect(distance(logits, computePlainly({ ...model, tensors }, tokens)[8] ?? [])).toBeLessThan(exact);
    expect(backend.facts.precision).toBe(dtype.toLowerCase());
  });

  it('takes an output of its own where it is not tied to the input', async () => {
    const untied = new Map(model.tensors);
    const table = createTinyModel({ seed: 9 }).tensors.get('wte.weight');
    if (table === undefined) throw new Error('no table');
    untied.set('lm_head.weight', table);
    const backend = await open({ config: { ...model.config, tie_word_embeddings: false }, tensors: untied });
    const [logits = []] = await run(backend, all(0, [1, 2, 3]));
    expect(distance(logits, computePlainly(model, [1, 2, 3])[2] ?? [])).toBeGreaterThan(0.1);
  });

  it.each([[[1]], [[2]], [[3, 1]], [[4]], [[5, 2, 1]], [[16]], [[17, 3]], [[47]], [[48]]])(
    'gives the same to the last bit for a prompt in parts of %j tokens',
    async (lengths) => {
      const tokens = draw(48, 7);
      const inParts = await runInParts(await open(model), tokens, lengths);
      expect(inParts).toEqual(await runInParts(await open(model), tokens, [48]));
      expect(distance(inParts, computePlainly(model, tokens)[47] ?? [])).toBeLessThan(exact);
    },
  );

  it('keeps slots apart: each gives the same to the last bit as alone', async () => {
    const together = await open(model, { slots: 5 });
    const prompts = [3, 20, 1, 7, 13].map((length, slot) => draw(length, 10 + slot));
    const first = await run(together, ...prompts.map((prompt, slot) => all(slot, prompt)));
    const second = await run(together, all(1, [5]), all(2, [6]), all(4, [7, 8]));
    const alone = await Promise.all(
      prompts.map(async (prompt) => run(await open(model), all(0, prompt)).then(([logits]) => logits)),
    );
    expect(first).toEqual(alone);
    const expected = [
      [1, 5],
      [2, 6],
      [4, 7, 8],
    ].map(([slot = 0, ...more]) => computePlainly(model, [...(prompts[slot] ?? []), ...more]).at(-1) ?? []);
    expect(second.map((logits, place) => distance(logits, expected[place] ?? []) < exact)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('goes on after a rewind as if nothing had followed', async () => {
    const backend = await open(model, { slots: 2 });
    const tokens = draw(30, 11);
    await run(backend, all(0, tokens), all(1, tokens));
    for (const keep of [29, 12, 1, 0]) {
      await backend.rewind(0, keep);
      const more = draw(5, keep);
      const [logits] = await run(backend, all(0, more));
      expect([logits]).toEqual(await run(await open(model), all(0, [...tokens.slice(0, keep), ...more])));
      await backend.rewind(0, keep);
      await run(backend, all(0, tokens.slice(keep)));
    }
    const [other = []] = await run(backend, all(1, [3]));
    expect(distance(other, computePlainly(model, [...tokens, 3])[30] ?? [])).toBeLessThan(exact);
  });

  it('runs calls that overlap one after the other', async () => {
    const backend = await open(model);
    const [, , last] = await Promise.all([
      run(backend, all(0, [1, 2])),
      backend.rewind(0, 1),
      run(backend, all(0, [3])),
    ]);
    expect(last).toEqual(await run(await open(model), all(0, [1, 3])));
  });
});

describe('the logits that are given', () => {
  const model = createTinyModel({ positions: 1024 });

  it.each([1, 2, 5, 40, 299, 300, 1000])('are the %d largest, the largest one first', async (top) => {
    const backend = await open(model);
    const [result] = await backend.step([{ slot: 0, tokens: [1, 2, 3], top, normalise: true }]);
    const expected = computePlainly(model, [1, 2, 3])[2] ?? [];
    const order = expected.map((_, id) => id).toSorted((a, b) => (expected[b] ?? 0) - (expected[a] ?? 0));
    expect([...(result?.ids ?? [])]).toEqual(order.slice(0, top));
    expect(
      distance(
        [...(result?.logits ?? [])],
        order.slice(0, top).map((id) => expected[id] ?? 0),
      ),
    ).toBeLessThan(exact);
    const sum = Math.log(expected.reduce((total, logit) => total + Math.exp(logit), 0));
    expect(result?.logSumExp).toBeCloseTo(sum, 5);
  });

  it('are none where none are wanted, and not normalised where that is not', async () => {
    const backend = await open(model, { slots: 3 });
    const results = await backend.step([
      { slot: 0, tokens: [1], top: 0, normalise: true },
      { slot: 1, tokens: [1], top: 1, normalise: false },
      { slot: 2, tokens: [1], top: 0, normalise: false },
    ]);
    expect(results.map((result) => result?.ids.length)).toEqual([undefined, 1, undefined]);
    expect(results[1]).not.toHaveProperty('logSumExp');
    expect(await backend.step([])).toEqual([]);
  });

  it('are those of the smallest ids among equals', () => {
    const logits = Float64Array.of(1, 3, 2, 3, 3, 1, 2);
    const ids = (top: number): readonly number[] => [...selectTop(logits, { top, normalise: false }).ids];
    expect([1, 2, 3, 4, 5, 6, 7].map((top) => ids(top))).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((top) => [1, 3, 4, 2, 6, 0, 5].slice(0, top)),
    );
  });

  it('let others have their turn while a long prompt is computed', async () => {
    const backend = await open(model);
    let turns = 0;
    let isDone = false;
    const count = (): void => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    await run(backend, all(0, draw(1000, 3)));
    isDone = true;
    // 100,000 weights a token, 1,000 tokens, and as much again for attention: 4 million a turn.
    expect(turns).toBeGreaterThan(25);
  });
});

describe('steps that cannot be taken', () => {
  const model = createTinyModel();

  it('are refused beyond the context, and change nothing', async () => {
    const backend = await open(model, { slots: 2 });
    await run(backend, all(0, draw(47, 1)));
    await expect(run(backend, all(0, [1, 2]), all(1, [1]))).rejects.toThrow(
      new RangeError('Slot 0 holds 47 tokens, and 2 more do not fit: the model takes 48.'),
    );
    await run(backend, all(0, [1]), all(1, draw(48, 2)));
    await expect(run(backend, all(0, [1]))).rejects.toThrow('Slot 0 holds 48 tokens, and 1 more');
    await backend.rewind(0, 47);
    await run(backend, all(0, [1]));
  });

  it('keep to a shorter context where one is asked for, and to the model where a longer one is', async () => {
    const short = await open(model, { contextLength: 7 });
    expect(short.facts.contextLength).toBe(7);
    expect(await run(short, all(0, draw(7, 1)))).toEqual(await run(await open(model), all(0, draw(7, 1))));
    await expect(run(short, all(0, [1]))).rejects.toThrow('the model takes 7');
    expect((await open(model, { contextLength: 1e6 })).facts.contextLength).toBe(48);
  });

  it.each([
    ['an unknown slot', [all(2, [1])], 'There is no slot 2: there are 2, counted from 0.'],
    ['a negative slot', [all(-1, [1])], 'There is no slot -1'],
    ['half a slot', [all(0.5, [1])], 'There is no slot 0.5'],
    ['a slot twice', [all(0, [1]), all(0, [2])], 'Slot 0 comes after slot 0.'],
    ['slots in disorder', [all(1, [1]), all(0, [2])], 'Slot 0 comes after slot 1.'],
    ['no tokens', [all(0, [])], 'The step of slot 0 has no tokens.'],
    ['a token beyond the vocabulary', [all(0, [1, 300])], '300 is no token: the vocabulary has 300'],
    ['a negative token', [all(0, [-1])], '-1 is no token'],
    ['half a token', [all(0, [0.5])], '0.5 is no token'],
    ['no number', [all(0, [NaN])], 'NaN is no token'],
    ['half a logit', [{ ...all(0, [1]), top: 0.5 }], '0.5 logits cannot be given.'],
  ])('are refused: %s', async (_, steps, message) => {
    const backend = await open(model, { slots: 2 });
    await expect(backend.step(steps)).rejects.toThrow(RangeError);
    await expect(backend.step(steps)).rejects.toThrow(message);
  });

  it('are refused to go back to more than there is', async () => {
    const backend = await open(model);
    await run(backend, all(0, [1, 2]));
    for (const keep of [3, -1, 0.5, NaN]) {
      await expect(backend.rewind(0, keep)).rejects.toThrow(`Slot 0 holds 2 tokens and cannot keep ${keep}.`);
    }
    await expect(backend.rewind(1, 0)).rejects.toThrow('There is no slot 1');
  });

  it('end when the model is closed, even in the middle of one', async () => {
    const backend = await open(createTinyModel({ positions: 1024 }));
    await Promise.all([
      expect(run(backend, all(0, draw(1000, 1)))).rejects.toThrow('The model is closed.'),
      Promise.resolve().then(() => backend.close()),
    ]);
    await expect(run(backend, all(0, [1]))).rejects.toThrow('The model is closed.');
    await expect(backend.rewind(0, 0)).rejects.toThrow('The model is closed.');
    await backend.close();
  });
});

describe('a folder', () => {
  const model = createTinyModel();

  it('is told of in the facts', async () => {
    const backend = await open(model, { slots: 3 });
    expect(backend.slots).toBe(3);
    expect(backend.facts).toEqual({
      name: expect.stringMatching(/^model-/),
      architecture: 'gpt2',
      contextLength: 48,
      vocabularySize: 300,
      precision: 'f32',
      device: 'cpu',
      hasChatTemplate: false,
    });
    expect(() => backend.applyTemplate([])).toThrow('has no template');
  });

  it('brings its tokenizer', async () => {
    const backend = await open(model);
    const text = 'the théâtre, <|endoftext|> 😀';
    const tokens = backend.tokenize(text);
    expect(tokens.length).toBeLessThan(Buffer.byteLength(text));
    expect(Buffer.concat(tokens.map((token) => backend.bytesOf(token))).toString()).toBe(text);
    expect([298, 299].map((token) => backend.endsText(token))).toEqual([false, true]);
    expect(backend.bytesOf(299)).toHaveLength(0);
  });

  const withConfig = (changes: object): TinyModel => ({ ...model, config: { ...model.config, ...changes } });
  const withTensor = (name: string, change: (data: Float32Array) => void): TinyModel => {
    const tensor = model.tensors.get(name);
    if (tensor === undefined) throw new Error(name);
    const data = tensor.data.slice();
    change(data);
    return { ...model, tensors: new Map(model.tensors).set(name, { ...tensor, data }) };
  };
  const without = (name: string): TinyModel => ({
    ...model,
    tensors: new Map([...model.tensors].filter(([each]) => each !== name)),
  });

  it.each([
    ['heads that do not divide', withConfig({ n_head: 5 }), '5 heads do not share 64 numbers evenly'],
    ['no heads', withConfig({ n_head: 0 }), 'n_head'],
    ['a huge width', withConfig({ n_embd: 2 ** 40 }), 'n_embd'],
    [
      'more width than there is',
      withConfig({ n_embd: 999_996 }),
      'wte.weight is 300 x 64 where config.json says 300 x 999996',
    ],
    ['more layers than there are', withConfig({ n_layer: 3 }), 'h.2.ln_1.weight'],
    ['more positions than there are', withConfig({ n_positions: 999_999 }), 'wpe.weight is 48 x 64 where'],
    [
      'a wrong inner width',
      withConfig({ n_inner: 128 }),
      'h.0.mlp.c_fc.weight is 64 x 256 where config.json says 64 x 128',
    ],
    ['another activation', withConfig({ activation_function: 'relu' }), 'activation relu'],
    ['another model', withConfig({ model_type: 'llama' }), "'llama'"],
    [
      'more tokens than it says',
      withConfig({ vocab_size: 200, eos_token_id: 3, bos_token_id: 3 }),
      'vocab.json',
    ],
    [
      'a weight that is no number',
      withTensor('h.1.mlp.c_fc.weight', (data) => data.fill(NaN, 7, 8)),
      'h.1.mlp.c_fc.weight holds what is no finite number',
    ],
    [
      'an infinite weight',
      withTensor('wte.weight', (data) => data.fill(-Infinity, 0, 1)),
      'wte.weight holds what is no finite number',
    ],
    ['no last norm', without('ln_f.bias'), 'ln_f.bias'],
    ['no tokens', without('wte.weight'), 'wte.weight'],
  ])('is refused: %s', async (_, wrong, message) => {
    await expect(open(wrong)).rejects.toThrow(message);
  });

  it('makes steps fail whose numbers grow beyond all bounds', async () => {
    const backend = await open(withTensor('h.0.attn.c_attn.weight', (data) => data.fill(3e38)));
    await expect(run(backend, all(0, [1, 2]))).rejects.toThrow("The model's weights make logits of NaN.");
  });

  it.each([[0], [-1], [1.5], [NaN], [1e9]])('is not opened with %d slots', async (slots) => {
    await expect(open(model, { slots })).rejects.toThrow(`slots is ${slots}`);
  });

  it.each([[0], [-1], [1.5], [NaN]])('is not opened for %d tokens', async (contextLength) => {
    await expect(open(model, { contextLength })).rejects.toThrow(`contextLength is ${contextLength}`);
  });

  it('is refused where it is not there', async () => {
    await expect(createTypescriptBackend({ folder: join(root, 'nowhere'), slots: 1 })).rejects.toThrow(
      'nowhere/config.json cannot be used: there is no such file',
    );
  });
});
