import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { createRandom } from '../src/core/chance.ts';
import { createClock } from '../src/core/clock.ts';
import type { Backend, SlotStep } from '../src/engines/gpt2/backend.ts';
import { type Rows, cutRows } from '../src/engines/gpt2/typescript/matrix.ts';
import type { Layer, Linear, Network, Norm } from '../src/engines/gpt2/typescript/network.ts';
import { createRunner } from '../src/engines/gpt2/typescript/runner.ts';
import type { Gpt2Config } from '../src/weights/gpt2-config.ts';

// How fast GPT-2 is computed in TypeScript, with random weights: npx node bench/gpt2-typescript.ts [--seconds 3] [--only small]

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '3' }, only: { type: 'string', default: '' } },
});
const span = Number(values.seconds) * 1000;

type Runner = Pick<Backend, 'step' | 'rewind'>;

const sizes: Readonly<Record<string, Gpt2Config>> = {
  'tiny, 0.1 M': config(2, 64, 300, 256),
  'small, 4.3 M': config(4, 256, 4096, 256),
  'GPT-2, 124 M': config(12, 768, 50_257, 1024),
};

function config(
  layers: number,
  embedding: number,
  vocabularySize: number,
  contextLength: number,
): Gpt2Config {
  return {
    layers,
    embedding,
    vocabularySize,
    contextLength,
    heads: Math.max(1, embedding / 64),
    inner: 4 * embedding,
    epsilon: 1e-5,
    isTied: true,
    beginToken: undefined,
    endToken: undefined,
  };
}

const random = createRandom('bench');

function numbers(length: number): Float32Array {
  const data = new Float32Array(length);
  for (let index = 0; index < length; index += 1) data[index] = (random() - 0.5) / 8;
  return data;
}

const table = (rows: number, columns: number): Rows => cutRows(numbers(rows * columns), columns);

function createNetwork(size: Gpt2Config): Network {
  const { embedding: width, inner } = size;
  const norm = (): Norm => ({ gain: numbers(width).fill(1), bias: numbers(width) });
  const linear = (outputs: number, inputs: number): Linear => ({
    rows: table(outputs, inputs),
    bias: numbers(outputs),
  });
  const layer = (): Layer => ({
    attentionNorm: norm(),
    attentionInput: linear(3 * width, width),
    attentionOutput: linear(width, width),
    innerNorm: norm(),
    innerInput: linear(inner, width),
    innerOutput: linear(width, inner),
  });
  const tokens = table(size.vocabularySize, width);
  return {
    config: size,
    tokens,
    head: tokens,
    positions: table(size.contextLength, width),
    layers: Array.from({ length: size.layers }, layer),
    finalNorm: norm(),
    precision: 'f32',
  };
}

function createSteps(count: number, length: number): readonly SlotStep[] {
  return Array.from({ length: count }, (_, slot) => ({
    slot,
    tokens: Array.from({ length }, () => Math.floor(random() * 300)),
    top: 50,
    normalise: false,
  }));
}

/** Tokens for a second of the processor's time, in the best of several rounds: the machine may have others to serve. */
async function measure(runner: Runner, steps: readonly SlotStep[], keep: number): Promise<number> {
  const tokens = steps.reduce((sum, step) => sum + step.tokens.length, 0);
  const end = performance.now() + span;
  let best = Infinity;
  let rounds = 0;
  while (rounds < 3 || (performance.now() < end && rounds < 2000)) {
    for (const { slot } of steps) await runner.rewind(slot, keep);
    const start = process.cpuUsage();
    await runner.step(steps);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
    rounds += 1;
  }
  return (tokens * 1000) / best;
}

async function main(): Promise<void> {
  console.log(
    `${cpus()[0]?.model ?? '?'}, node ${process.version}; tokens a processor second, best of ${span / 1000} s\n`,
  );
  console.log('| model | prompt of 64 | one sequence | at half its context | 4 together | 16 together |');
  console.log('|---|---|---|---|---|---|');
  for (const [name, size] of Object.entries(sizes)) {
    if (!name.includes(values.only)) continue;
    const network = createNetwork(size);
    const { contextLength } = size;
    const runner = createRunner({ network, slots: 16, contextLength, clock: createClock() });
    const half = contextLength / 2;
    const prompt = await measure(runner, createSteps(1, 64), 0);
    for (const step of createSteps(16, 16)) await runner.step([step].filter(({ slot }) => slot > 0));
    const early = await measure(runner, createSteps(1, 1), 16);
    await runner.step(createSteps(1, half - 17));
    const late = await measure(runner, createSteps(1, 1), half - 17);
    const four = await measure(runner, createSteps(4, 1), 16);
    const all = await measure(runner, createSteps(16, 1), 16);
    console.log(`| ${name} | ${[prompt, early, late, four, all].map(show).join(' | ')} |`);
  }
}

function show(rate: number): string {
  return rate < 100 ? rate.toFixed(1) : rate.toFixed(0);
}

await main();
