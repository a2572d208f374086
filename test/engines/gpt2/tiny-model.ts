import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRandom, drawNormal } from '../../../src/core/chance.ts';
import { createByteAlphabet } from '../../../src/engines/gpt2/tokenizer/byte-alphabet.ts';
import { encodeBrains, encodeHalves } from '../../../src/weights/floats.ts';

export interface TinyTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** A GPT-2 with random weights, as its files have it. */
export interface TinyModel {
  readonly config: {
    readonly n_layer: number;
    readonly n_head: number;
    readonly n_embd: number;
    readonly n_positions: number;
    readonly vocab_size: number;
    readonly n_inner: number;
    readonly [other: string]: unknown;
  };
  readonly tensors: ReadonlyMap<string, TinyTensor>;
}

export interface TinySize {
  readonly layers?: number;
  readonly heads?: number;
  readonly width?: number;
  readonly positions?: number;
  readonly inner?: number;
  readonly seed?: number;
}

const vocabularySize = 300;
const mergeCount = vocabularySize - 257;

/** Weights as large as these (deviation 0.2) make errors show; GPT-2's own first ones (0.02) hide them. */
export function createTinyModel(size: TinySize = {}): TinyModel {
  const { layers = 2, heads = 4, width = 64, positions = 48, inner = 4 * width, seed = 1 } = size;
  const random = createRandom('tiny', seed);
  const tensors = new Map<string, TinyTensor>();
  const add = (name: string, shape: readonly number[], mean = 0): void => {
    const length = shape.reduce((product, side) => product * side, 1);
    const data = Float32Array.from({ length }, () => mean + 0.2 * drawNormal(random));
    tensors.set(name, { shape, data });
  };
  const norm = (name: string): void => {
    add(`${name}.weight`, [width], 1);
    add(`${name}.bias`, [width]);
  };
  const linear = (name: string, shape: readonly [number, number]): void => {
    add(`${name}.weight`, shape);
    add(`${name}.bias`, [shape[1]]);
  };
  add('wte.weight', [vocabularySize, width]);
  add('wpe.weight', [positions, width]);
  for (let layer = 0; layer < layers; layer += 1) {
    norm(`h.${layer}.ln_1`);
    linear(`h.${layer}.attn.c_attn`, [width, 3 * width]);
    linear(`h.${layer}.attn.c_proj`, [width, width]);
    norm(`h.${layer}.ln_2`);
    linear(`h.${layer}.mlp.c_fc`, [width, inner]);
    linear(`h.${layer}.mlp.c_proj`, [inner, width]);
  }
  norm('ln_f');
  const config = {
    model_type: 'gpt2',
    n_layer: layers,
    n_head: heads,
    n_embd: width,
    n_positions: positions,
    n_inner: inner,
    vocab_size: vocabularySize,
    layer_norm_epsilon: 1e-5,
    activation_function: 'gelu_new',
    bos_token_id: vocabularySize - 1,
    eos_token_id: vocabularySize - 1,
  };
  return { config, tensors };
}

export interface ModelForm {
  readonly dtype?: 'F32' | 'F16' | 'BF16';
  /** What stands before the names of tensors. */
  readonly prefix?: string;
}

/** Writes the four files of a model into a folder. */
export async function writeModel(folder: string, model: TinyModel, form: ModelForm = {}): Promise<void> {
  const merges = listMerges();
  const names = [...createByteAlphabet(), ...merges.map((merge) => merge.replace(' ', '')), '<|endoftext|>'];
  const vocabulary = Object.fromEntries(names.map((name, id) => [name, id]));
  await writeFile(join(folder, 'config.json'), JSON.stringify(model.config));
  await writeFile(join(folder, 'vocab.json'), JSON.stringify(vocabulary));
  await writeFile(join(folder, 'merges.txt'), `#version: 0.2\n${merges.join('\n')}\n`);
  await writeFile(join(folder, 'model.safetensors'), writeSafetensors(model.tensors, form));
}

function listMerges(): readonly string[] {
  const merges = ['Ġ t', 't h', 'h e', 'Ġt he', 'i n', 'e r', 'Ġ a', 'o n', 'Ã ©'];
  for (const letter of 'bcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP') merges.push(`Ġ ${letter}`);
  return [...new Set(merges)]
    .filter((merge) => merge !== 'Ġ t')
    .slice(0, mergeCount - 1)
    .concat('Ġ t');
}

function writeSafetensors(
  tensors: ReadonlyMap<string, TinyTensor>,
  { dtype = 'F32', prefix = '' }: ModelForm,
): Uint8Array {
  let offset = 0;
  const parts: Uint8Array[] = [];
  const header: Record<string, unknown> = { __metadata__: { format: 'pt' } };
  for (const [name, { shape, data }] of tensors) {
    const numbers = encoders[dtype](data);
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    header[prefix + name] = { dtype, shape, data_offsets: [offset, offset + bytes.length] };
    offset += bytes.length;
    parts.push(bytes);
  }
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text, ...parts]);
}

const encoders = {
  F32: (data: Float32Array) => data,
  F16: encodeHalves,
  BF16: encodeBrains,
};
