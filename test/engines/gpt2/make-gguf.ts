import { createRandom, drawNormal } from '../../../src/core/chance.ts';
import { createByteAlphabet } from '../../../src/engines/gpt2/tokenizer/byte-alphabet.ts';
import { type MetadataValue, type PlannedTensor, writeGguf } from '../../../src/weights/gguf-writer.ts';
import type { WeightType } from '../../../src/weights/weight-types.ts';

/** The size of a GPT-2 model of random weights. */
export interface RandomModel {
  readonly layers: number;
  readonly width: number;
  readonly heads: number;
  readonly context: number;
  /** At least 258: one token a byte, some of two bytes, and the end of text as the last one. */
  readonly vocabulary: number;
  readonly type: WeightType;
  readonly seed: number;
  /** Makes a prompt of a conversation, in Jinja; absent: the model has none. */
  readonly template?: string;
}

/** A model that takes milliseconds a token: its weights are large enough for its tokens to differ. */
export const tiny: RandomModel = {
  layers: 2,
  width: 64,
  heads: 4,
  context: 256,
  vocabulary: 320,
  type: 'f32',
  seed: 7,
};

/** The size of the smallest GPT-2. */
export const full: RandomModel = {
  layers: 12,
  width: 768,
  heads: 12,
  context: 1024,
  vocabulary: 50_257,
  type: 'q8_0',
  seed: 7,
};

/** Writes a GPT-2 model of random weights as GGUF. */
export async function makeGguf(path: string, model: RandomModel): Promise<void> {
  const options = { signal: new AbortController().signal };
  await writeGguf(path, { metadata: describe(model), tensors: planTensors(model) }, options);
}

function describe(model: RandomModel): (readonly [string, MetadataValue])[] {
  const { layers, width, heads, context, vocabulary, template } = model;
  const alphabet = createByteAlphabet();
  const pairs = Array.from({ length: vocabulary - 257 }, (_, index): [string, string] => [
    alphabet[index % 256] ?? '',
    alphabet[(index + Math.floor(index / 256) * 7 + 1) % 256] ?? '',
  ]);
  const end = vocabulary - 1;
  const number = (value: number): MetadataValue => ({ kind: 'uint32', value });
  return [
    ['general.architecture', { kind: 'string', value: 'gpt2' }],
    ['general.name', { kind: 'string', value: 'random' }],
    ['gpt2.context_length', number(context)],
    ['gpt2.embedding_length', number(width)],
    ['gpt2.feed_forward_length', number(4 * width)],
    ['gpt2.block_count', number(layers)],
    ['gpt2.attention.head_count', number(heads)],
    ['gpt2.attention.layer_norm_epsilon', { kind: 'float32', value: 1e-5 }],
    ['tokenizer.ggml.model', { kind: 'string', value: 'gpt2' }],
    ['tokenizer.ggml.pre', { kind: 'string', value: 'gpt-2' }],
    [
      'tokenizer.ggml.tokens',
      {
        kind: 'strings',
        value: [...alphabet, ...pairs.map(([left, right]) => left + right), '<|endoftext|>'],
      },
    ],
    [
      'tokenizer.ggml.token_type',
      { kind: 'int32s', value: Array.from({ length: vocabulary }, (_, token) => (token === end ? 3 : 1)) },
    ],
    ['tokenizer.ggml.merges', { kind: 'strings', value: pairs.map((pair) => pair.join(' ')) }],
    ['tokenizer.ggml.bos_token_id', number(end)],
    ['tokenizer.ggml.eos_token_id', number(end)],
    ['tokenizer.ggml.add_bos_token', { kind: 'bool', value: false }],
    ...(template === undefined
      ? []
      : [['tokenizer.chat_template', { kind: 'string', value: template }] as const]),
  ];
}

function planTensors({ layers, width, context, vocabulary, type, seed }: RandomModel): PlannedTensor[] {
  let count = 0;
  const random = createRandom(seed);
  // Drawn once and cut anew for each tensor: a hundred million draws would take long.
  const pool = Float32Array.from({ length: 65_537 }, () => drawNormal(random));
  function plan(name: string, shape: readonly number[], kind: WeightType, mean = 0): PlannedTensor {
    const place = (count += 1);
    const length = shape.reduce((product, side) => product * side, 1);
    const scale = shape.length === 2 ? Math.min(0.2, 3 / Math.sqrt(width)) : 0.1;
    const load = (): Promise<Float32Array<ArrayBuffer>> => {
      const floats = new Float32Array(length);
      for (let index = 0; index < length; index += 1)
        floats[index] = mean + scale * (pool[(index * 7 + place * 991) % pool.length] ?? 0);
      return Promise.resolve(floats);
    };
    return { name, shape, type: kind, load, check: () => undefined };
  }
  const layer = (index: number): PlannedTensor[] => {
    const part = (name: string, rows: number, columns: number): PlannedTensor[] => [
      plan(`blk.${index}.${name}.weight`, [rows, columns], type),
      plan(`blk.${index}.${name}.bias`, [rows], 'f32'),
    ];
    const norm = (name: string): PlannedTensor[] => [
      plan(`blk.${index}.${name}.weight`, [width], 'f32', 1),
      plan(`blk.${index}.${name}.bias`, [width], 'f32'),
    ];
    return [
      ...norm('attn_norm'),
      ...part('attn_qkv', 3 * width, width),
      ...part('attn_output', width, width),
      ...norm('ffn_norm'),
      ...part('ffn_up', 4 * width, width),
      ...part('ffn_down', width, 4 * width),
    ];
  };
  return [
    plan('token_embd.weight', [vocabulary, width], type),
    plan('position_embd.weight', [context, width], 'f32'),
    ...Array.from({ length: layers }, (_, index) => layer(index)).flat(),
    plan('output_norm.weight', [width], 'f32', 1),
    plan('output_norm.bias', [width], 'f32'),
  ];
}
