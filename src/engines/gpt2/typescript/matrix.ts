/** The numbers that stand for one token somewhere in the network; float64 costs no more than float32 here and is far more exact. */
export type Vector = Float64Array;

/** A matrix: a row of weights for each output, in it a weight for each input. */
export type Rows = readonly Float32Array[];

/** The part of a matrix that is multiplied with: inputs and outputs from the first one to before the end. */
export interface Block {
  readonly rows: Rows;
  readonly firstInput: number;
  readonly endInput: number;
  readonly firstOutput: number;
  readonly endOutput: number;
}

/** Cuts numbers into rows of equal length, without moving them. */
export function cutRows(numbers: Float32Array, length: number): Rows {
  return Array.from({ length: numbers.length / length }, (_, row) =>
    numbers.subarray(row * length, (row + 1) * length),
  );
}

/**
 * Adds the product of a block with each of the first `count` inputs to the output in the same place. Each number is one sum in the
 * order of the inputs: the same to the last bit whatever is computed beside it.
 */
export function addProducts(
  outputs: readonly Vector[],
  inputs: readonly Vector[],
  count: number,
  block: Block,
): void {
  let place = 0;
  for (; place + 4 <= count; place += 4) {
    addFourProducts(outputs.slice(place, place + 4), inputs.slice(place, place + 4), block);
  }
  for (; place < count; place += 1) addProduct(outputs[place] ?? empty, inputs[place] ?? empty, block);
}

/** Adds the product of a block with one input to the output. */
export function addProduct(output: Vector, input: Vector, block: Block): void {
  const { firstOutput, endOutput } = block;
  let row = firstOutput;
  for (; row + 4 <= endOutput; row += 4) addFourSums(output, input, block, row);
  for (; row < endOutput; row += 1) addSum(output, input, block, row);
}

function addFourProducts(outputs: readonly Vector[], inputs: readonly Vector[], block: Block): void {
  const { firstOutput, endOutput } = block;
  let row = firstOutput;
  for (; row + 2 <= endOutput; row += 2) addEightSums(outputs, inputs, block, row);
  if (row === endOutput) return;
  outputs.forEach((output, index) => addSum(output, inputs[index] ?? empty, block, row));
}

function addSum(output: Vector, input: Vector, block: Block, row: number): void {
  const { rows, firstInput, endInput } = block;
  const weights = rows[row] ?? missing;
  let sum = output[row] ?? 0;
  for (let index = firstInput; index < endInput; index += 1) {
    sum += (input[index] ?? 0) * (weights[index] ?? 0);
  }
  output[row] = sum;
}

// Four outputs of one input, so that no sum has to wait for another; two inputs a turn, an eighth faster than one.
function addFourSums(output: Vector, input: Vector, block: Block, row: number): void {
  const { rows, firstInput, endInput } = block;
  const a = rows[row] ?? missing;
  const b = rows[row + 1] ?? missing;
  const c = rows[row + 2] ?? missing;
  const d = rows[row + 3] ?? missing;
  let sumA = output[row] ?? 0;
  let sumB = output[row + 1] ?? 0;
  let sumC = output[row + 2] ?? 0;
  let sumD = output[row + 3] ?? 0;
  let index = firstInput;
  for (; index + 2 <= endInput; index += 2) {
    const value = input[index] ?? 0;
    sumA += value * (a[index] ?? 0);
    sumB += value * (b[index] ?? 0);
    sumC += value * (c[index] ?? 0);
    sumD += value * (d[index] ?? 0);
    const next = input[index + 1] ?? 0;
    sumA += next * (a[index + 1] ?? 0);
    sumB += next * (b[index + 1] ?? 0);
    sumC += next * (c[index + 1] ?? 0);
    sumD += next * (d[index + 1] ?? 0);
  }
  if (index < endInput) {
    const value = input[index] ?? 0;
    sumA += value * (a[index] ?? 0);
    sumB += value * (b[index] ?? 0);
    sumC += value * (c[index] ?? 0);
    sumD += value * (d[index] ?? 0);
  }
  output[row] = sumA;
  output[row + 1] = sumB;
  output[row + 2] = sumC;
  output[row + 3] = sumD;
}

// Two outputs of each of four inputs: a weight is read once for all four.
function addEightSums(
  outputs: readonly Vector[],
  inputs: readonly Vector[],
  block: Block,
  row: number,
): void {
  const { rows, firstInput, endInput } = block;
  const [outA = empty, outB = empty, outC = empty, outD = empty] = outputs;
  const [inA = empty, inB = empty, inC = empty, inD = empty] = inputs;
  const upper = rows[row] ?? missing;
  const lower = rows[row + 1] ?? missing;
  let upperA = outA[row] ?? 0;
  let upperB = outB[row] ?? 0;
  let upperC = outC[row] ?? 0;
  let upperD = outD[row] ?? 0;
  let lowerA = outA[row + 1] ?? 0;
  let lowerB = outB[row + 1] ?? 0;
  let lowerC = outC[row + 1] ?? 0;
  let lowerD = outD[row + 1] ?? 0;
  for (let index = firstInput; index < endInput; index += 1) {
    const a = inA[index] ?? 0;
    const b = inB[index] ?? 0;
    const c = inC[index] ?? 0;
    const d = inD[index] ?? 0;
    const up = upper[index] ?? 0;
    upperA += a * up;
    upperB += b * up;
    upperC += c * up;
    upperD += d * up;
    const low = lower[index] ?? 0;
    lowerA += a * low;
    lowerB += b * low;
    lowerC += c * low;
    lowerD += d * low;
  }
  outA[row] = upperA;
  outB[row] = upperB;
  outC[row] = upperC;
  outD[row] = upperD;
  outA[row + 1] = lowerA;
  outB[row + 1] = lowerB;
  outC[row + 1] = lowerC;
  outD[row + 1] = lowerD;
}

const empty = new Float64Array();
const missing = new Float32Array();
