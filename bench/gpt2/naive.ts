import type { LlamaLibrary } from '../../src/engines/gpt2/llama-library.ts';

/** What is measured. */
export interface NaiveOptions {
  readonly path: string;
  /** How many answers at a time, and how many tokens each of them has. */
  readonly size: number;
  readonly length: number;
  readonly threads: number;
  readonly gpu: 'auto' | 'off';
}

/** A sequence as the library's guide has it: a generator that runs on its own. */
interface FreeSequence {
  evaluate(
    tokens: readonly number[],
    options: {
      readonly temperature: number;
      readonly topK: number;
      readonly topP: number;
      readonly seed: number;
    },
  ): AsyncGenerator<number, void, void>;
}

/** Tokens a second of the library as it is used by itself, each answer in a loop of its own. */
export async function measureNaive(library: LlamaLibrary, options: NaiveOptions): Promise<number> {
  const { path, size, length, threads } = options;
  const fixed = { build: 'never', skipDownload: true, progressLogs: false, logLevel: 'error' } as const;
  const llama = await library.getLlama({
    ...fixed,
    gpu: options.gpu === 'auto' ? 'auto' : false,
    maxThreads: threads,
  });
  const model = await llama.loadModel({ modelPath: path, defaultContextFlashAttention: true });
  const context = await model.createContext({
    sequences: size,
    contextSize: 1024,
    batchSize: 512,
    threads,
    flashAttention: true,
  });
  const sequences = Array.from({ length: size }, () => context.getSequence() as unknown as FreeSequence);
  const run = async (sequence: FreeSequence, seed: number): Promise<number> => {
    let count = 0;
    const settings = { temperature: 0.8, topK: 40, topP: 1, seed };
    for await (const _ of sequence.evaluate(model.tokenize(`Number ${seed} is`, false), settings)) {
      count += 1;
      if (count === length) break;
    }
    return count;
  };
  const started = performance.now();
  const counts = await Promise.all(sequences.map(run));
  const seconds = (performance.now() - started) / 1000;
  await context.dispose();
  await model.dispose();
  await llama.dispose();
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}
