import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { readJsonFile } from './text-files.ts';
import { refuseFile } from './weights-error.ts';

const size = z.int().min(1).max(1_000_000);
const token = z.int().min(0);

const configSchema = z.object({
  model_type: z.string().optional(),
  architectures: z.array(z.string()).nullish(),
  n_embd: size,
  n_head: size,
  n_layer: size.max(1000),
  n_positions: size.optional(),
  n_ctx: size.optional(),
  n_inner: size.nullish(),
  vocab_size: z.int().min(1).max(4_000_000),
  layer_norm_epsilon: z.number().positive().max(1).default(1e-5),
  activation_function: z.string().default('gelu_new'),
  scale_attn_weights: z.boolean().default(true),
  scale_attn_by_inverse_layer_idx: z.boolean().default(false),
  add_cross_attention: z.boolean().default(false),
  tie_word_embeddings: z.boolean().default(true),
  bos_token_id: token.nullish(),
  eos_token_id: token.nullish(),
});

/** The shape of a GPT-2. */
export interface Gpt2Config {
  readonly embedding: number;
  readonly heads: number;
  readonly layers: number;
  /** Most tokens of one sequence. */
  readonly contextLength: number;
  /** The width of the layer inside of a block. */
  readonly inner: number;
  readonly vocabularySize: number;
  readonly epsilon: number;
  /** Whether the output takes the matrix of the token embedding. */
  readonly isTied: boolean;
  readonly beginToken: number | undefined;
  readonly endToken: number | undefined;
}

// All spellings of GELU by the hyperbolic tangent, which is what GPT-2 was trained with.
const activations = new Set(['gelu_new', 'gelu_fast', 'gelu_pytorch_tanh']);
const architectures = new Set(['GPT2LMHeadModel', 'GPT2Model', 'GPT2DoubleHeadsModel']);

/** Reads a config.json of Hugging Face; rejects with a WeightsError unless it is that of a plain GPT-2. */
export async function readGpt2Config(path: string): Promise<Gpt2Config> {
  const type = await readJsonFile(path, 2 ** 20, z.object({ model_type: z.string().optional() }));
  if (type.model_type !== undefined && type.model_type !== 'gpt2') {
    const folder = basename(dirname(path));
    throw refuseFile(
      path,
      `${folder} is a '${type.model_type.slice(0, 40)}' model, and only GPT-2 is converted; take a GGUF file of it`,
    );
  }
  const config = await readJsonFile(path, 2 ** 20, configSchema);
  const complaint = findComplaint(config);
  if (complaint !== undefined) throw refuseFile(path, complaint);
  return {
    embedding: config.n_embd,
    heads: config.n_head,
    layers: config.n_layer,
    contextLength: config.n_positions ?? config.n_ctx ?? 1024,
    inner: config.n_inner ?? 4 * config.n_embd,
    vocabularySize: config.vocab_size,
    epsilon: config.layer_norm_epsilon,
    isTied: config.tie_word_embeddings,
    beginToken: config.bos_token_id ?? undefined,
    endToken: config.eos_token_id ?? undefined,
  };
}

function findComplaint(config: z.output<typeof configSchema>): string | undefined {
  const other = config.architectures?.find((name) => !architectures.has(name));
  if (other !== undefined)
    return `it is of the architecture ${other.slice(0, 60)}, and only GPT-2 that writes text is converted`;
  if (!activations.has(config.activation_function))
    return `no GPT-2 has the activation ${config.activation_function.slice(0, 40)}`;
  if (config.n_embd % config.n_head !== 0)
    return `${config.n_head} heads do not share ${config.n_embd} numbers evenly`;
  if (!config.scale_attn_weights) return 'its attention is not scaled as that of GPT-2';
  if (config.scale_attn_by_inverse_layer_idx) return 'its attention is scaled by the layer';
  if (config.add_cross_attention) return 'it has attention to another model';
  const tokens = [config.bos_token_id ?? 0, config.eos_token_id ?? 0];
  return tokens.some((id) => id >= config.vocab_size)
    ? 'its vocabulary does not hold its own bos_token_id or eos_token_id'
    : undefined;
}
