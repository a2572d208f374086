import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom, drawNormal } from '../../src/core/chance.ts';
import { type WrittenTensor, f32Tensor, writeSafetensors } from './write-safetensors.ts';

/** The shape of a random GPT-2, and what of its files is to be otherwise. */
export interface Gpt2FolderOptions {
  readonly embedding?: number;
  readonly heads?: number;
  readonly layers?: number;
  readonly contextLength?: number;
  readonly inner?: number;
  readonly seed?: number;
  /** What stands before the name of each tensor. */
  readonly prefix?: string;
  /** Further lines of config.json, or other ones. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Further tensors, or other ones. */
  readonly tensors?: ReadonlyMap<string, WrittenTensor>;
}

/** What was written, as numbers. */
export interface Gpt2Folder {
  readonly folder: string;
  /** By name without a prefix, in the order of the file. */
  readonly values: ReadonlyMap<string, Float32Array>;
  readonly shapes: ReadonlyMap<string, readonly number[]>;
}

/** Tokens of the random GPT-2: all bytes, three merges and the end of text. */
export const gpt2Tokens = 256 + 3 + 1;

/** Writes a small GPT-2 of random weights as Hugging Face has them. */
export function makeGpt2Folder(folder: string, options: Gpt2FolderOptions = {}): Gpt2Folder {
  const { embedding = 32, heads = 2, layers = 2, contextLength = 16, seed = 1, prefix = '' } = options;
  const inner = options.inner ?? 4 * embedding;
  mkdirSync(folder, { recursive: true });
  const shapes = new Map(listShapes({ embedding, layers, contextLength, inner }));
  const random = createRandom('weights', seed);
  const values = new Map(
    [...shapes].map(([name, shape]) => {
      const size = shape.reduce((product, length) => product * length, 1);
      // Norms about 1 and all else about 0, wide enough to show mistakes.
      const mean = /ln_\w+\.weight/.test(name) ? 1 : 0;
      return [name, Float32Array.from({ length: size }, () => mean + 0.2 * drawNormal(random))];
    }),
  );
  const tensors = new Map<string, WrittenTensor>();
  for (const [name, shape] of shapes) {
    tensors.set(prefix + name, f32Tensor(shape, values.get(name) ?? new Float32Array()));
  }
  for (const [name, tensor] of options.tensors ?? []) tensors.set(name, tensor);
  writeSafetensors(join(folder, 'model.safetensors'), tensors);
  const config = {
    model_type: 'gpt2',
    architectures: ['GPT2LMHeadModel'],
    activation_function: 'gelu_new',
    n_embd: embedding,
    n_head: heads,
    n_layer: layers,
    n_positions: contextLength,
    n_ctx: contextLength,
    n_inner: options.inner ?? null,
    vocab_size: gpt2Tokens,
    layer_norm_epsilon: 1e-5,
    bos_token_id: gpt2Tokens - 1,
    eos_token_id: gpt2Tokens - 1,
    ...options.config,
  };
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  writeTokenizer(folder);
  return { folder, values, shapes };
}

function* listShapes(sizes: {
  readonly embedding: number;
  readonly layers: number;
  readonly contextLength: number;
  readonly inner: number;
}): Iterable<[string, readonly number[]]> {
  const { embedding, layers, contextLength, inner } = sizes;
  yield ['wte.weight', [gpt2Tokens, embedding]];
  yield ['wpe.weight', [contextLength, embedding]];
  for (let layer = 0; layer < layers; layer += 1) {
    const at = `h.${layer}`;
    yield [`${at}.attn.bias`, [1, 1, contextLength, contextLength]];
    yield [`${at}.attn.masked_bias`, []];
    for (const norm of ['ln_1', 'ln_2']) {
      yield [`${at}.${norm}.weight`, [embedding]];
      yield [`${at}.${norm}.bias`, [embedding]];
    }
    for (const [name, from, to] of [
      ['attn.c_attn', embedding, 3 * embedding],
      ['attn.c_proj', embedding, embedding],
      ['mlp.c_fc', embedding, inner],
      ['mlp.c_proj', inner, embedding],
    ] as const) {
      yield [`${at}.${name}.weight`, [from, to]];
      yield [`${at}.${name}.bias`, [to]];
    }
  }
  yield ['ln_f.weight', [embedding]];
  yield ['ln_f.bias', [embedding]];
}

function writeTokenizer(folder: string): void {
  const bytes = Array.from({ length: 256 }, (_, byte) => String.fromCodePoint(byte));
  // GPT-2 writes a byte that cannot be printed as the next free character from 256 on.
  let next = 256;
  const printable = bytes.map((text, byte) => {
    const isShown = (byte > 32 && byte < 127) || (byte > 160 && byte !== 173);
    return isShown ? text : String.fromCodePoint(next++);
  });
  const merged = ['he', 'Ġt', 'Ġthe'];
  const tokens = [...printable, ...merged, '<|endoftext|>'];
  writeFileSync(
    join(folder, 'vocab.json'),
    JSON.stringify(Object.fromEntries(tokens.map((token, id) => [token, id]))),
  );
  writeFileSync(join(folder, 'merges.txt'), '#version: 0.2\nh e\nĠ t\nĠt he\n');
}
