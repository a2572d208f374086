import type { Gpt2Config } from '../../../weights/gpt2-config.ts';
import type { Safetensors } from '../../../weights/safetensors.ts';
import { refuseFile } from '../../../weights/weights-error.ts';
import { type Rows, cutRows } from './matrix.ts';

/** The learned part of a normalisation. */
export interface Norm {
  readonly gain: Float32Array;
  readonly bias: Float32Array;
}

/** A learned matrix, and what is added to its product. */
export interface Linear {
  readonly rows: Rows;
  readonly bias: Float32Array;
}

/** One of the network's layers: first tokens look at each other, then each thinks for itself. */
export interface Layer {
  readonly attentionNorm: Norm;
  /** Makes queries, keys and values, one after the other. */
  readonly attentionInput: Linear;
  readonly attentionOutput: Linear;
  readonly innerNorm: Norm;
  readonly innerInput: Linear;
  readonly innerOutput: Linear;
}

/** All that a GPT-2 has learned. */
export interface Network {
  readonly config: Gpt2Config;
  /** What stands for each token when it comes in. */
  readonly tokens: Rows;
  /** What comes out is compared with a row of numbers for each token: most often the same as those that it comes in with. */
  readonly head: Rows;
  /** What is added at each position. */
  readonly positions: Rows;
  readonly layers: readonly Layer[];
  readonly finalNorm: Norm;
  /** How the file stores the weights: 'f32', 'f16', 'bf16'. */
  readonly precision: string;
}

type Shape = readonly [rows: number, columns: number];

/** Reads the weights that the configuration tells of; rejects with a WeightsError where one is missing, has another shape, or is no number. */
export async function readNetwork(config: Gpt2Config, file: Safetensors): Promise<Network> {
  const { embedding, contextLength, vocabularySize, isTied } = config;
  const prefix = file.tensors.has('transformer.wte.weight') ? 'transformer.' : '';
  const reader = createReader(file, prefix);
  const tokens = await reader.table('wte.weight', [vocabularySize, embedding]);
  const layers: Layer[] = [];
  for (let index = 0; index < config.layers; index += 1) {
    layers.push(await readLayer(config, reader, `h.${index}`));
  }
  return {
    config,
    tokens,
    // The one tensor that is outside of the transformer.
    head: isTied ? tokens : await createReader(file, '').table('lm_head.weight', [vocabularySize, embedding]),
    positions: await reader.table('wpe.weight', [contextLength, embedding]),
    layers,
    finalNorm: await reader.norm('ln_f', embedding),
    precision: (file.tensors.get(`${prefix}wte.weight`)?.dtype ?? '').toLowerCase(),
  };
}

async function readLayer(config: Gpt2Config, reader: Reader, name: string): Promise<Layer> {
  const { embedding: width, inner } = config;
  return {
    attentionNorm: await reader.norm(`${name}.ln_1`, width),
    attentionInput: await reader.linear(`${name}.attn.c_attn`, [width, 3 * width]),
    attentionOutput: await reader.linear(`${name}.attn.c_proj`, [width, width]),
    innerNorm: await reader.norm(`${name}.ln_2`, width),
    innerInput: await reader.linear(`${name}.mlp.c_fc`, [width, inner]),
    innerOutput: await reader.linear(`${name}.mlp.c_proj`, [inner, width]),
  };
}

interface Reader {
  norm(name: string, width: number): Promise<Norm>;
  table(name: string, shape: Shape): Promise<Rows>;
  /** From a file that has a row for each input, as GPT-2's does. */
  linear(name: string, shape: Shape): Promise<Linear>;
}

function createReader(file: Safetensors, prefix: string): Reader {
  async function read(name: string, shape: readonly number[]): Promise<Float32Array> {
    const found = file.tensors.get(prefix + name)?.shape.join(' x ');
    const expected = shape.join(' x ');
    // Compared before a byte is read: what the file does not hold is never made room for.
    if (found !== undefined && found !== expected) {
      throw refuseFile(file.path, `${prefix}${name} is ${found} where config.json says ${expected}`);
    }
    const numbers = await file.read(prefix + name);
    if (!numbers.every((number) => Number.isFinite(number))) {
      throw refuseFile(file.path, `${prefix}${name} holds what is no finite number`);
    }
    return numbers;
  }

  return {
    norm: async (name, width) => ({
      gain: await read(`${name}.weight`, [width]),
      bias: await read(`${name}.bias`, [width]),
    }),
    table: async (name, shape) => cutRows(await read(name, shape), shape[1]),
    async linear(name, [inputs, outputs]) {
      const weights = await read(`${name}.weight`, [inputs, outputs]);
      return {
        rows: cutRows(transpose(weights, [inputs, outputs]), inputs),
        bias: await read(`${name}.bias`, [outputs]),
      };
    },
  };
}

const tile = 32;

// Tile by tile, so that what is read and what is written both stay in the processor's cache.
function transpose(source: Float32Array, [rows, columns]: Shape): Float32Array {
  const target = new Float32Array(source.length);
  for (let top = 0; top < rows; top += tile) {
    const bottom = Math.min(rows, top + tile);
    for (let left = 0; left < columns; left += tile) {
      const right = Math.min(columns, left + tile);
      for (let row = top; row < bottom; row += 1) {
        for (let column = left; column < right; column += 1) {
          target[column * rows + row] = source[row * columns + column] ?? 0;
        }
      }
    }
  }
  return target;
}
