import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convertGpt2 } from '../../src/weights/convert.ts';
import { decodeBrains, decodeHalves, encodeBrains, encodeHalves } from '../../src/weights/floats.ts';
import { type Gguf, openGguf } from '../../src/weights/gguf-reader.ts';
import { decodeQuantised, encodeQuantised } from '../../src/weights/quantised.ts';
import type { WeightType } from '../../src/weights/weight-types.ts';
import {
  type Gpt2Folder,
  type Gpt2FolderOptions,
  gpt2Tokens,
  makeGpt2Folder,
} from '../support/make-gpt2-folder.ts';
import { type WrittenTensor, f32Tensor } from '../support/write-safetensors.ts';
import { createFolders } from './folders.ts';

const makeFolder = createFolders();
const { signal } = new AbortController();

async function convert(folder: string, type: WeightType): Promise<Gguf> {
  const target = join(folder, `out-${type}.gguf`);
  await convertGpt2({ folder, target, name: 'tiny', type }, { signal });
  const gguf = await openGguf(target);
  await gguf.close();
  return openGguf(target);
}

function make(options: Gpt2FolderOptions = {}): Gpt2Folder {
  return makeGpt2Folder(makeFolder(), options);
}

const names: Readonly<Record<string, string>> = {
  'wte.weight': 'token_embd.weight',
  'wpe.weight': 'position_embd.weight',
  'ln_f.weight': 'output_norm.weight',
  'ln_f.bias': 'output_norm.bias',
};
const parts: Readonly<Record<string, string>> = {
  ln_1: 'attn_norm',
  ln_2: 'ffn_norm',
  'attn.c_attn': 'attn_qkv',
  'attn.c_proj': 'attn_output',
  'mlp.c_fc': 'ffn_up',
  'mlp.c_proj': 'ffn_down',
};

function nameInGguf(name: string): string | undefined {
  const {
    layer,
    part = '',
    rest,
  } = /^h\.(?<layer>\d+)\.(?<part>.+)\.(?<rest>weight|bias)$/.exec(name)?.groups ?? {};
  const known = parts[part];
  return layer === undefined || known === undefined ? names[name] : `blk.${layer}.${known}.${rest}`;
}

// Written apart from the converter: what must come out of it for each tensor, in f32.
function expected(name: string, { values, shapes }: Gpt2Folder): Float32Array {
  const floats = values.get(name) ?? new Float32Array();
  if (!/\.c_\w+\.weight$/.test(name)) return floats;
  const [rows = 0, columns = 0] = shapes.get(name) ?? [];
  return Float32Array.from({ length: rows * columns }, (_, index) => {
    const column = Math.floor(index / rows);
    return floats[(index % rows) * columns + column] ?? NaN;
  });
}

const rounded: Readonly<Record<string, (floats: Float32Array) => Float32Array>> = {
  f32: (floats) => floats,
  f16: (floats) => decodeHalves(encodeHalves(floats)),
  bf16: (floats) => decodeBrains(encodeBrains(floats)),
  q8_0: (floats) => decodeQuantised(encodeQuantised(floats)),
};

const bounds: Readonly<Record<string, number>> = { f32: 0, f16: 2 ** -11, bf16: 2 ** -8, q8_0: 1 / 200 };

describe.each(['f32', 'f16', 'bf16', 'q8_0'] as const)('a GPT-2 converted to %s', (type) => {
  it.each([
    ['even sizes', { embedding: 64, heads: 4 }],
    ['odd sizes', { embedding: 36, heads: 3, inner: 50, layers: 1, contextLength: 7 }],
    ['rows of which some are whole blocks', { embedding: 32, inner: 33, layers: 1 }],
  ])('has every tensor, the right way round: %s', async (_, options) => {
    const source = make({ ...options, prefix: 'transformer.' });
    const gguf = await convert(source.folder, type);
    const wanted = [...source.values.keys()].flatMap((name) => nameInGguf(name) ?? []);
    expect([...gguf.tensors.keys()].toSorted()).toEqual(wanted.toSorted());
    for (const name of source.values.keys()) {
      const there = nameInGguf(name);
      if (there === undefined) continue;
      const exact = expected(name, source);
      const found = await gguf.read(there);
      const isVector = /ln_|wpe|bias/.test(name);
      const rowLength = gguf.tensors.get(there)?.shape.at(-1) ?? 0;
      const stored = isVector ? 'f32' : type === 'q8_0' && rowLength % 32 !== 0 ? 'f16' : type;
      expect([there, gguf.tensors.get(there)?.type]).toEqual([there, stored]);
      expect(found).toEqual(rounded[stored]?.(exact));
      const largest = Math.max(...exact.map(Math.abs));
      const error = Math.max(...found.map((value, index) => Math.abs(value - (exact[index] ?? NaN))));
      expect(error).toBeLessThanOrEqual((bounds[stored] ?? 0) * largest);
    }
    await gguf.close();
  });
});

describe('a converted GPT-2', () => {
  it('has the metadata that llama.cpp asks for', async () => {
    const { folder } = make({
      embedding: 32,
      heads: 2,
      layers: 2,
      contextLength: 16,
      config: { vocab_size: gpt2Tokens },
    });
    const { metadata, close } = await convert(folder, 'q8_0');
    await close();
    const scalars = [...metadata].filter(([, value]) => typeof value !== 'object');
    expect(Object.fromEntries(scalars)).toEqual({
      'general.architecture': 'gpt2',
      'general.name': 'tiny',
      'general.file_type': 7,
      'general.quantization_version': 2,
      'gpt2.context_length': 16,
      'gpt2.embedding_length': 32,
      'gpt2.feed_forward_length': 128,
      'gpt2.block_count': 2,
      'gpt2.attention.head_count': 2,
      'gpt2.attention.layer_norm_epsilon': Math.fround(1e-5),
      'tokenizer.ggml.model': 'gpt2',
      'tokenizer.ggml.pre': 'gpt-2',
      'tokenizer.ggml.bos_token_id': 259,
      'tokenizer.ggml.eos_token_id': 259,
      'tokenizer.ggml.add_bos_token': false,
    });
    const read = (key: string): readonly unknown[] => {
      const list = metadata.get(key);
      return typeof list === 'object' ? list.items() : [];
    };
    const tokens = read('tokenizer.ggml.tokens');
    expect(tokens).toHaveLength(260);
    expect([tokens[65], tokens[32], tokens[258], tokens[259]]).toEqual(['A', 'Ġ', 'Ġthe', '<|endoftext|>']);
    expect(read('tokenizer.ggml.token_type')).toEqual([...Array.from({ length: 259 }, () => 1), 3]);
    expect(read('tokenizer.ggml.merges')).toEqual(['h e', 'Ġ t', 'Ġt he']);
  });

  it('is the same with names of either kind', async () => {
    const bare = make({ seed: 3 });
    const prefixed = make({ seed: 3, prefix: 'transformer.' });
    await Promise.all([bare, prefixed].map(async ({ folder }) => (await convert(folder, 'q8_0')).close()));
    const [one, other] = [bare, prefixed].map(({ folder }) => readFileSync(join(folder, 'out-q8_0.gguf')));
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
  });

  it('leaves out the output matrix where it is that of the input, and has it where it is not', async () => {
    const head = f32Tensor([gpt2Tokens, 32], new Float32Array(gpt2Tokens * 32).fill(0.25));
    const tensors = new Map([['lm_head.weight', head]]);
    const tied = await convert(make({ tensors }).folder, 'f32');
    expect(tied.tensors.has('output.weight')).toBe(false);
    await tied.close();
    const free = await convert(make({ tensors, config: { tie_word_embeddings: false } }).folder, 'f32');
    expect((await free.read('output.weight'))[5]).toBe(0.25);
    await free.close();
  });

  it('marks ids that no token has as unused', async () => {
    const table = f32Tensor([264, 32], new Float32Array(264 * 32));
    const { folder } = make({ config: { vocab_size: 264 }, tensors: new Map([['wte.weight', table]]) });
    const { metadata, close } = await convert(folder, 'f16');
    await close();
    const [tokens, kinds] = ['tokens', 'token_type'].map((key) => metadata.get(`tokenizer.ggml.${key}`));
    expect(typeof tokens === 'object' ? tokens.items().slice(259) : tokens).toEqual([
      '<|endoftext|>',
      '[PAD260]',
      '[PAD261]',
      '[PAD262]',
      '[PAD263]',
    ]);
    expect(typeof kinds === 'object' ? kinds.items().slice(258) : kinds).toEqual([1, 3, 5, 5, 5, 5]);
  });

  it('is read from halves too', async () => {
    const { folder, values } = make();
    const halves = new Map<string, WrittenTensor>();
    for (const [name, floats] of values) {
      const shape = name === 'wte.weight' ? [gpt2Tokens, 32] : undefined;
      if (shape)
        halves.set(name, { dtype: 'F16', shape, bytes: new Uint8Array(encodeHalves(floats).buffer) });
    }
    const source = make({ tensors: halves });
    const gguf = await convert(source.folder, 'f16');
    expect(await gguf.read('token_embd.weight')).toEqual(
      rounded['f16']?.(values.get('wte.weight') ?? new Float32Array()),
    );
    await gguf.close();
    expect(folder).not.toBe(source.folder);
  });
});

describe('a conversion', () => {
  async function refuse(folder: string, type: WeightType = 'q8_0'): Promise<string> {
    const error = await convert(folder, type).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'WeightsError' });
    expect(readdirSync(folder).filter((name) => /gguf|part/.test(name))).toEqual([]);
    return String(error);
  }

  it.each([
    ['another model', { model_type: 'llama' }, "is a 'llama' model, and only GPT-2 is converted"],
    [
      'another architecture',
      { architectures: ['GPT2ForSequenceClassification'] },
      'of the architecture GPT2ForSequenceClassification',
    ],
    ['another activation', { activation_function: 'relu' }, 'no GPT-2 has the activation relu'],
    ['heads that do not fit', { n_head: 5 }, '5 heads do not share 32 numbers evenly'],
    ['attention by layers', { scale_attn_by_inverse_layer_idx: true }, 'scaled by the layer'],
    ['no size', { n_embd: null }, '"n_embd"'],
    ['more layers', { n_layer: 3 }, 'it has no tensor h.2.ln_1.weight, which config.json asks for'],
    ['another width', { n_embd: 64 }, 'the tensor wte.weight is 260 x 32, and config.json asks for 260 x 64'],
    ['fewer tokens', { vocab_size: 200, bos_token_id: 0, eos_token_id: 0 }, 'and the model has 200 tokens'],
    ['an end outside', { eos_token_id: 260 }, 'does not hold its own bos_token_id or eos_token_id'],
  ])('is refused with a reason: %s', async (_, config, reason) => {
    expect(await refuse(make({ config }).folder)).toContain(reason);
  });

  it.each([
    ['config.json', '{', 'config.json cannot be used: it is not JSON'],
    ['config.json', Buffer.from([0xff, 0xfe]), 'config.json cannot be used: it is no UTF-8 text'],
    ['vocab.json', '[]', 'vocab.json cannot be used'],
    ['vocab.json', '{"a": 0, "b": 0}', 'the id 0 stands for'],
    ['vocab.json', '{"a": 1.5}', 'vocab.json cannot be used'],
    ['merges.txt', 'h e\nx\n', 'merge 2 ("x") is no pair'],
    ['merges.txt', 'zz q\n', 'needs "zz", which is not in vocab.json'],
  ])('is refused where %s is %s', async (file, content, reason) => {
    const { folder } = make();
    writeFileSync(join(folder, file), content);
    expect(await refuse(folder)).toContain(reason);
  });

  it('is refused where weights are cut short', async () => {
    const { folder } = make();
    const path = join(folder, 'model.safetensors');
    writeFileSync(path, readFileSync(path).subarray(0, -4));
    expect(await refuse(folder)).toContain('it is cut short');
  });

  it('is refused where a weight is no number, or too large for its type', async () => {
    const broken = (value: number): ReadonlyMap<string, WrittenTensor> =>
      new Map([['wte.weight', f32Tensor([gpt2Tokens, 32], new Float32Array(gpt2Tokens * 32).fill(value))]]);
    expect(await refuse(make({ tensors: broken(NaN) }).folder)).toContain(
      'the tensor wte.weight holds what is no number',
    );
    expect(await refuse(make({ tensors: broken(1e5) }).folder, 'f16')).toContain(
      'numbers too large for f16; take f32',
    );
  });

  it('tells how far it is', async () => {
    const { folder } = make();
    const told: number[] = [];
    const target = join(folder, 'out.gguf');
    const progress = (bytes: number, total: number): number => told.push(bytes / total);
    await convertGpt2({ folder, target, name: 'tiny', type: 'q8_0' }, { signal, progress });
    expect(told.at(-1)).toBe(1);
    expect(told.length).toBeGreaterThan(20);
  });
});
