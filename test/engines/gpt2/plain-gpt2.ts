import type { TinyModel } from './tiny-model.ts';

// The oracle: GPT-2 as the papers have it, with plain arrays of float64, without a cache and without a thought of speed.

type Row = readonly number[];

/** The logits that follow each of the tokens. */
export function computePlainly(model: TinyModel, tokens: readonly number[]): readonly Row[] {
  const { n_embd: width, n_layer: layers, vocab_size: size } = model.config;
  const at = (name: string, index: number): number => model.tensors.get(name)?.data[index] ?? NaN;
  const slice = (name: string, row: number): Row =>
    Array.from({ length: width }, (_, column) => at(name, row * width + column));
  let stream = tokens.map((token, position) =>
    add(slice('wte.weight', token), slice('wpe.weight', position)),
  );
  for (let layer = 0; layer < layers; layer += 1) {
    const name = `h.${layer}`;
    const looked = attend(
      model,
      name,
      stream.map((row) => normalise(model, `${name}.ln_1`, row)),
    );
    stream = stream.map((row, place) => add(row, looked[place] ?? []));
    stream = stream.map((row) => {
      const inner = linear(model, `${name}.mlp.c_fc`, normalise(model, `${name}.ln_2`, row));
      return add(row, linear(model, `${name}.mlp.c_proj`, inner.map(gelu)));
    });
  }
  return stream.map((row) => {
    const last = normalise(model, 'ln_f', row);
    return Array.from({ length: size }, (_, token) => dot(last, slice('wte.weight', token)));
  });
}

function attend(model: TinyModel, name: string, rows: readonly Row[]): readonly Row[] {
  const { n_embd: width, n_head: heads } = model.config;
  const size = width / heads;
  const joint = rows.map((row) => linear(model, `${name}.attn.c_attn`, row));
  const part = (position: number, kind: number, head: number): Row =>
    (joint[position] ?? []).slice(kind * width + head * size, kind * width + (head + 1) * size);
  return rows.map((_, position) => {
    const gathered = Array.from({ length: heads }, (__, head) => {
      const scores = Array.from(
        { length: position + 1 },
        (___, other) => dot(part(position, 0, head), part(other, 1, head)) / Math.sqrt(size),
      );
      const exponentials = scores.map((score) => Math.exp(score));
      const total = exponentials.reduce((sum, value) => sum + value, 0);
      return Array.from({ length: size }, (___, index) =>
        exponentials.reduce(
          (sum, value, other) => sum + (value / total) * (part(other, 2, head)[index] ?? NaN),
          0,
        ),
      );
    });
    return linear(model, `${name}.attn.c_proj`, gathered.flat());
  });
}

function linear(model: TinyModel, name: string, input: Row): Row {
  const weight = model.tensors.get(`${name}.weight`)?.data ?? new Float32Array();
  const bias = model.tensors.get(`${name}.bias`)?.data ?? new Float32Array();
  return Array.from(bias, (start, output) =>
    input.reduce((sum, value, index) => sum + value * (weight[index * bias.length + output] ?? NaN), start),
  );
}

function normalise(model: TinyModel, name: string, row: Row): Row {
  const gain = model.tensors.get(`${name}.weight`)?.data ?? [];
  const bias = model.tensors.get(`${name}.bias`)?.data ?? [];
  const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
  const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / row.length;
  return row.map(
    (value, index) =>
      ((value - mean) / Math.sqrt(variance + 1e-5)) * (gain[index] ?? NaN) + (bias[index] ?? NaN),
  );
}

function gelu(value: number): number {
  return 0.5 * value * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (value + 0.044715 * value ** 3)));
}

function dot(left: Row, right: Row): number {
  return left.reduce((sum, value, index) => sum + value * (right[index] ?? NaN), 0);
}

function add(left: Row, right: Row): Row {
  return left.map((value, index) => value + (right[index] ?? NaN));
}
