import { join } from 'node:path';
import {
  type GgufPlan,
  type MetadataValue,
  type PlannedTensor,
  type WritingOptions,
  writeGguf,
} from './gguf-writer.ts';
import { type Gpt2Config, readGpt2Config } from './gpt2-config.ts';
import { type Gpt2Tensor, listGpt2Tensors } from './gpt2-tensors.ts';
import type { SafeTensor } from './safetensors-header.ts';
import { type Safetensors, openSafetensors } from './safetensors.ts';
import { type TokenKind, type Vocabulary, readTokenizerFiles } from './tokenizer-files.ts';
import { type WeightType, weightFormats } from './weight-types.ts';
import { refuseFile } from './weights-error.ts';

/** The files of a GPT-2 as Hugging Face has them. */
export const modelFiles = ['config.json', 'vocab.json', 'merges.txt', 'model.safetensors'] as const;

/** What a conversion makes of a folder. */
export interface Conversion {
  /** The folder with the files of the model. */
  readonly folder: string;
  /** The GGUF file to write. */
  readonly target: string;
  /** What the file calls the model. */
  readonly name: string;
  /** How its matrices are stored. */
  readonly type: WeightType;
}

/** Writes a GPT-2 of Hugging Face as a GGUF file, a tensor at a time; rejects with a WeightsError, and without a file, where it is none. */
export async function convertGpt2(conversion: Conversion, options: WritingOptions): Promise<void> {
  const { folder, target } = conversion;
  const config = await readGpt2Config(join(folder, 'config.json'));
  const controls = [config.beginToken, config.endToken].filter((id) => id !== undefined);
  const vocabulary = await readTokenizerFiles(folder, { size: config.vocabularySize, controls });
  const weights = await openSafetensors(join(folder, 'model.safetensors'));
  try {
    const tensors = listGpt2Tensors(config).map((tensor) => planTensor(tensor, weights, conversion.type));
    await writeGguf(target, { metadata: listMetadata(conversion, config, vocabulary), tensors }, options);
  } finally {
    await weights.close();
  }
}

function planTensor(tensor: Gpt2Tensor, weights: Safetensors, wanted: WeightType): PlannedTensor {
  const found = findSource(tensor, weights);
  const type = chooseType(tensor, wanted);
  return {
    name: tensor.name,
    shape: tensor.shape,
    type,
    load: async () => {
      const floats = await weights.read(found.name);
      const [rows = 1, columns = 1] = tensor.shape;
      return tensor.isTurned ? transpose(floats, rows, columns) : floats;
    },
    check: (floats) => {
      const complaint = findComplaint(floats, type);
      if (complaint !== undefined) throw refuseFile(weights.path, `the tensor ${found.name} ${complaint}`);
    },
  };
}

function findSource({ source, shape, isTurned }: Gpt2Tensor, { path, tensors }: Safetensors): SafeTensor {
  const found = tensors.get(`transformer.${source}`) ?? tensors.get(source);
  if (found === undefined) throw refuseFile(path, `it has no tensor ${source}, which config.json asks for`);
  const wanted = isTurned ? shape.toReversed() : shape;
  if (String(found.shape) === String(wanted)) return found;
  const sizes = `is ${found.shape.join(' x ')}, and config.json asks for ${wanted.join(' x ')}`;
  throw refuseFile(path, `the tensor ${found.name} ${sizes}`);
}

function chooseType({ isMatrix, shape }: Gpt2Tensor, wanted: WeightType): WeightType {
  if (!isMatrix) return 'f32';
  // Blocks do not span rows: what has no whole ones is kept in halves, as llama.cpp's own converter does.
  return (shape.at(-1) ?? 0) % weightFormats[wanted].blockLength === 0 ? wanted : 'f16';
}

function findComplaint(floats: Float32Array, type: WeightType): string | undefined {
  let largest = 0;
  for (const value of floats) {
    const size = Math.abs(value);
    if (!(size < Infinity)) return 'holds what is no number';
    if (size > largest) largest = size;
  }
  return largest > limits[type] ? `holds numbers too large for ${type}; take f32` : undefined;
}

// The largest half, which the scale of a block of q8_0 is too.
const largestHalf = 65_504;
const limits: Readonly<Record<WeightType, number>> = {
  f32: Infinity,
  f16: largestHalf,
  bf16: 3.3e38,
  q8_0: largestHalf * 127,
};

// Square tiles, so that both sides stay in the processor's cache.
const tile = 32;

function transpose(source: Float32Array, rows: number, columns: number): Float32Array<ArrayBuffer> {
  const target = new Float32Array(source.length);
  for (let top = 0; top < rows; top += tile) {
    for (let left = 0; left < columns; left += tile) {
      const bottom = Math.min(rows, top + tile);
      const right = Math.min(columns, left + tile);
      for (let row = top; row < bottom; row += 1) {
        for (let column = left; column < right; column += 1) {
          target[row * columns + column] = source[column * rows + row] ?? 0;
        }
      }
    }
  }
  return target;
}

const fileTypes: Readonly<Record<WeightType, number>> = { f32: 0, f16: 1, q8_0: 7, bf16: 32 };
const tokenCodes: Readonly<Record<TokenKind, number>> = { normal: 1, control: 3, unused: 5 };

function listMetadata(
  { name, type }: Conversion,
  config: Gpt2Config,
  vocabulary: Vocabulary,
): GgufPlan['metadata'] {
  const end = config.endToken ?? vocabulary.tokens.indexOf('<|endoftext|>');
  const begin = config.beginToken ?? end;
  const integer = (value: number): MetadataValue => ({ kind: 'uint32', value });
  const text = (value: string): MetadataValue => ({ kind: 'string', value });
  return [
    ['general.architecture', text('gpt2')],
    ['general.name', text(name)],
    ['general.file_type', integer(fileTypes[type])],
    ['general.quantization_version', integer(2)],
    ['gpt2.context_length', integer(config.contextLength)],
    ['gpt2.embedding_length', integer(config.embedding)],
    ['gpt2.feed_forward_length', integer(config.inner)],
    ['gpt2.block_count', integer(config.layers)],
    ['gpt2.attention.head_count', integer(config.heads)],
    ['gpt2.attention.layer_norm_epsilon', { kind: 'float32', value: config.epsilon }],
    ['tokenizer.ggml.model', text('gpt2')],
    ['tokenizer.ggml.pre', text('gpt-2')],
    ['tokenizer.ggml.tokens', { kind: 'strings', value: vocabulary.tokens }],
    [
      'tokenizer.ggml.token_type',
      { kind: 'int32s', value: vocabulary.kinds.map((kind) => tokenCodes[kind]) },
    ],
    ['tokenizer.ggml.merges', { kind: 'strings', value: vocabulary.merges }],
    ...(begin < 0 ? [] : [['tokenizer.ggml.bos_token_id', integer(begin)] as const]),
    ...(end < 0 ? [] : [['tokenizer.ggml.eos_token_id', integer(end)] as const]),
    ['tokenizer.ggml.add_bos_token', { kind: 'bool', value: false }],
  ];
}
