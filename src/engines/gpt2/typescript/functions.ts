import type { Vector } from './matrix.ts';
import type { Norm } from './network.ts';

/** Writes the input to the output with mean 0 and variance 1, then stretched and moved as was learned. */
export function normalise(output: Vector, input: Vector, { gain, bias }: Norm, epsilon: number): void {
  const { length } = input;
  let sum = 0;
  for (let index = 0; index < length; index += 1) sum += input[index] ?? 0;
  const mean = sum / length;
  let squares = 0;
  for (let index = 0; index < length; index += 1) squares += ((input[index] ?? 0) - mean) ** 2;
  const scale = 1 / Math.sqrt(squares / length + epsilon);
  for (let index = 0; index < length; index += 1) {
    output[index] = ((input[index] ?? 0) - mean) * scale * (gain[index] ?? 0) + (bias[index] ?? 0);
  }
}

const slope = 2 * Math.sqrt(2 / Math.PI);

/** Lets positive numbers pass and stops negative ones, softly: GELU in the form with tanh, which GPT-2 has learned with. */
export function applyGelu(vector: Vector): void {
  for (let index = 0; index < vector.length; index += 1) {
    const value = vector[index] ?? 0;
    // (1 + tanh(x)) / 2 is 1 / (1 + exp(-2x)), which is computed sooner.
    vector[index] = value / (1 + Math.exp(-slope * (value + 0.044715 * value * value * value)));
  }
}

/** Turns the first `length` numbers, scaled, into parts of one. */
export function applySoftmax(vector: Vector, length: number, scale: number): void {
  let largest = -Infinity;
  for (let index = 0; index < length; index += 1) largest = Math.max(largest, vector[index] ?? 0);
  let sum = 0;
  for (let index = 0; index < length; index += 1) {
    const part = Math.exp(((vector[index] ?? 0) - largest) * scale);
    vector[index] = part;
    sum += part;
  }
  for (let index = 0; index < length; index += 1) vector[index] = (vector[index] ?? 0) / sum;
}
