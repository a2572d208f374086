import type { Gpt2Config } from './gpt2-config.ts';

/** One tensor of a GPT-2: what it is called on both sides, and its shape in GGUF. */
export interface Gpt2Tensor {
  /** In Hugging Face's files, with or without 'transformer.' before it. */
  readonly source: string;
  /** In GGUF. */
  readonly name: string;
  /** The last number is that of neighbours in memory. */
  readonly shape: readonly number[];
  /** Whether the file has its rows as columns, as Conv1D keeps them. */
  readonly isTurned: boolean;
  /** Whether it may be quantised: matrices that are multiplied by. */
  readonly isMatrix: boolean;
}

/** All tensors of a GPT-2, in the order in which GGUF has them. */
export function listGpt2Tensors(config: Gpt2Config): readonly Gpt2Tensor[] {
  const { embedding, contextLength, vocabularySize, layers, isTied } = config;
  const blocks = Array.from({ length: layers }, (_, layer) => listBlock(layer, config));
  const table = [vocabularySize, embedding];
  return [
    { ...plain('wte.weight', 'token_embd.weight', table), isMatrix: true },
    plain('wpe.weight', 'position_embd.weight', [contextLength, embedding]),
    ...blocks.flat(),
    ...listNorm('ln_f', 'output_norm', embedding),
    ...(isTied ? [] : [{ ...plain('lm_head.weight', 'output.weight', table), isMatrix: true }]),
  ];
}

function listBlock(layer: number, { embedding, inner }: Gpt2Config): readonly Gpt2Tensor[] {
  const from = `h.${layer}`;
  const to = `blk.${layer}`;
  return [
    ...listNorm(`${from}.ln_1`, `${to}.attn_norm`, embedding),
    ...listLayer(`${from}.attn.c_attn`, `${to}.attn_qkv`, [3 * embedding, embedding]),
    ...listLayer(`${from}.attn.c_proj`, `${to}.attn_output`, [embedding, embedding]),
    ...listNorm(`${from}.ln_2`, `${to}.ffn_norm`, embedding),
    ...listLayer(`${from}.mlp.c_fc`, `${to}.ffn_up`, [inner, embedding]),
    ...listLayer(`${from}.mlp.c_proj`, `${to}.ffn_down`, [embedding, inner]),
  ];
}

function listNorm(source: string, name: string, length: number): readonly Gpt2Tensor[] {
  return [
    plain(`${source}.weight`, `${name}.weight`, [length]),
    plain(`${source}.bias`, `${name}.bias`, [length]),
  ];
}

function listLayer(source: string, name: string, shape: readonly [number, number]): readonly Gpt2Tensor[] {
  const weight = plain(`${source}.weight`, `${name}.weight`, shape);
  return [{ ...weight, isTurned: true, isMatrix: true }, plain(`${source}.bias`, `${name}.bias`, [shape[0]])];
}

function plain(source: string, name: string, shape: readonly number[]): Gpt2Tensor {
  return { source, name, shape, isTurned: false, isMatrix: false };
}
