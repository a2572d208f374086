import { type Cache, remember } from './cache.ts';
import { applyGelu, applySoftmax, normalise } from './functions.ts';
import { type Rows, type Vector, addProduct, addProducts } from './matrix.ts';
import type { Layer, Linear, Network, Norm } from './network.ts';
import type { Workspace } from './workspace.ts';

/** A token that is to be computed: of one sequence or of several, those of a sequence in their order. */
export interface Row {
  readonly cache: Cache;
  readonly position: number;
  readonly token: number;
}

/** Tokens that go through the network together. */
export interface Pass {
  readonly network: Network;
  readonly workspace: Workspace;
  readonly rows: readonly Row[];
}

/** How much has been multiplied and added since the last time: whoever runs the network may let others have their turn here. */
export type Work = Generator<number, void>;

/** Takes the tokens through all layers; what they have gathered is in the workspace's stream, their keys and values in the caches. */
export function* runLayers(pass: Pass): Work {
  pass.rows.forEach((row, index) => embed(pass, row, index));
  for (const [index, layer] of pass.network.layers.entries()) {
    yield* lookBack(pass, layer, index);
    yield* think(pass, layer);
  }
}

/** Computes the logits that follow some of the tokens, into the workspace's, in the order of `chosen`. */
export function* runHead({ network, workspace }: Pass, chosen: readonly number[]): Work {
  const { config, finalNorm, head } = network;
  const { stream, normed, logits } = workspace;
  chosen.forEach((row, index) => {
    normalise(vectorAt(normed, index), vectorAt(stream, row), finalNorm, config.epsilon);
    vectorAt(logits, index).fill(0);
  });
  // The more what has been gathered resembles a token, the more probable this token is next.
  yield* multiply(logits, normed, chosen.length, head);
}

function embed({ network, workspace }: Pass, { token, position }: Row, index: number): void {
  const { tokens, positions } = network;
  const stream = vectorAt(workspace.stream, index);
  stream.set(tokens[token] ?? noRow());
  addTo(stream, positions[position] ?? noRow());
}

// Attention: each token asks (query), finds those before it that have what it asks for (keys), and takes what they have (values).
function* lookBack(pass: Pass, layer: Layer, index: number): Work {
  const { rows, workspace } = pass;
  const { joint, gathered } = workspace;
  normaliseAll(pass, layer.attentionNorm);
  setAll(joint, rows.length, layer.attentionInput.bias);
  yield* multiply(joint, workspace.normed, rows.length, layer.attentionInput.rows);
  rows.forEach(({ cache, position }, row) =>
    remember(cache[index] ?? noRow(), position, vectorAt(joint, row)),
  );
  for (let row = 0; row < rows.length; row += 1) yield gather(pass, row, index);
  yield* addLinear(pass, gathered, layer.attentionOutput);
}

function gather({ rows, workspace, network }: Pass, row: number, layer: number): number {
  const { heads, embedding } = network.config;
  const { cache, position } = rows[row] ?? noRow();
  const { keys, values } = cache[layer] ?? noRow();
  const { attention } = workspace;
  const query = vectorAt(workspace.joint, row);
  const output = vectorAt(workspace.gathered, row);
  output.fill(0);
  // A token sees itself and those before it; those after it may be in the cache already.
  const length = position + 1;
  const size = embedding / heads;
  // Each head has a part of the query, of the keys and of the values to itself.
  for (let first = 0; first < embedding; first += size) {
    const end = first + size;
    attention.fill(0, 0, length);
    addProduct(attention, query, {
      rows: keys,
      firstInput: first,
      endInput: end,
      firstOutput: 0,
      endOutput: length,
    });
    applySoftmax(attention, length, 1 / Math.sqrt(size));
    addProduct(output, attention, {
      rows: values,
      firstInput: 0,
      endInput: length,
      firstOutput: first,
      endOutput: end,
    });
  }
  return 2 * embedding * length;
}

// The layer's other half, in which tokens do not see each other.
function* think(pass: Pass, { innerNorm, innerInput, innerOutput }: Layer): Work {
  const { rows, workspace } = pass;
  normaliseAll(pass, innerNorm);
  setAll(workspace.inner, rows.length, innerInput.bias);
  yield* multiply(workspace.inner, workspace.normed, rows.length, innerInput.rows);
  for (let row = 0; row < rows.length; row += 1) applyGelu(vectorAt(workspace.inner, row));
  yield* addLinear(pass, workspace.inner, innerOutput);
}

function normaliseAll({ rows, workspace, network }: Pass, norm: Norm): void {
  for (let row = 0; row < rows.length; row += 1) {
    const { normed, stream } = workspace;
    normalise(vectorAt(normed, row), vectorAt(stream, row), norm, network.config.epsilon);
  }
}

function setAll(outputs: readonly Vector[], count: number, bias: Float32Array): void {
  for (let row = 0; row < count; row += 1) vectorAt(outputs, row).set(bias);
}

// A layer never replaces the stream: it adds to it.
function* addLinear(
  { rows, workspace }: Pass,
  inputs: readonly Vector[],
  { rows: weights, bias }: Linear,
): Work {
  for (let row = 0; row < rows.length; row += 1) {
    addTo(vectorAt(workspace.stream, row), bias);
  }
  yield* multiply(workspace.stream, inputs, rows.length, weights);
}

// About a millisecond's work.
const sliceWork = 2 ** 21;

function* multiply(outputs: readonly Vector[], inputs: readonly Vector[], count: number, rows: Rows): Work {
  const endInput = rows[0]?.length ?? 0;
  const rowWork = endInput * count;
  const size = 4 * Math.ceil(sliceWork / rowWork / 4);
  for (let firstOutput = 0; firstOutput < rows.length; firstOutput += size) {
    const endOutput = Math.min(rows.length, firstOutput + size);
    addProducts(outputs, inputs, count, { rows, firstInput: 0, endInput, firstOutput, endOutput });
    yield rowWork * (endOutput - firstOutput);
  }
}

function addTo(vector: Vector, numbers: Float32Array): void {
  for (let index = 0; index < vector.length; index += 1) {
    vector[index] = (vector[index] ?? 0) + (numbers[index] ?? 0);
  }
}

function vectorAt(vectors: readonly Vector[], index: number): Vector {
  return vectors[index] ?? noRow();
}

function noRow(): never {
  throw new RangeError('The pass has more tokens than its workspace has room for.');
}
