import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createRandom } from '../src/core/chance.ts';
import type { GenerationRequest } from '../src/core/generation.ts';
import { type Gpt2Engine, createGpt2, gpt2Options } from '../src/engines/gpt2.ts';
import { type LlamaLibrary, importLlama } from '../src/engines/gpt2/llama-library.ts';
import { makeFullModel } from './gpt2/full-model.ts';
import { measureNaive } from './gpt2/naive.ts';

// The real model's engine at GPT-2's true size, with random weights, beside the library as it is used by itself:
// npx node bench/gpt2.ts [--quick] [--threads 1] [--type q8_0] [--gpu auto] [--requests 40] [--budget 64] [--only load]
// --python NAME names a Python that has torch and transformers: they are measured too.

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    threads: { type: 'string', default: String(Math.max(1, availableParallelism() - 1)) },
    type: { type: 'string', default: 'q8_0' },
    gpu: { type: 'string', default: 'off' },
    requests: { type: 'string' },
    budget: { type: 'string', default: '64' },
    only: { type: 'string', default: '' },
    python: { type: 'string' },
  },
});

const threads = Number(values.threads);
const gpu = values.gpu === 'auto' ? 'auto' : 'off';
const length = values.quick ? 24 : 96;
const sizes = values.quick ? [1, 8] : [1, 4, 8, 16];
const forever = new AbortController().signal;

async function main(): Promise<void> {
  const library = await importLlama();
  if (library === undefined) throw new Error('The native engine is not installed: npm run setup:engine');
  const model = await makeFullModel(values.type);
  try {
    console.log(
      `${cpus()[0]?.model ?? '?'}, ${cpus().length} cores, ${threads} computing, ${values.type}, node ${process.version}\n`,
    );
    if (values.only !== 'load') await compare(library, model.path);
    await withEngine(model.path, values.quick ? 8 : 16, measureLoad);
  } finally {
    await rm(model.folder, { recursive: true });
  }
}

/** Answers side by side, as the library gives them by itself and as the engine does. */
async function compare(library: LlamaLibrary, path: string): Promise<void> {
  const others = measureTransformers();
  const title =
    '| sequences | naive, tokens/s | transformers f32, tokens/s | ours, tokens/s | ours / naive |';
  console.log(`${title}\n|---|---|---|---|---|`);
  for (const size of sizes) {
    const naive = await measureNaive(library, { path, size, length, threads, gpu });
    const ours = await withEngine(path, size, (engine) => measureTogether(engine, size));
    const other = others.get(String(size))?.toFixed(0) ?? '–';
    console.log(
      `| ${size} | ${naive.toFixed(0)} | ${other} | ${ours.toFixed(0)} | ${(ours / naive).toFixed(2)} |`,
    );
  }
}

function measureTransformers(): ReadonlyMap<string, number> {
  if (values.python === undefined) return new Map();
  const script = fileURLToPath(new URL('gpt2/static_batches.py', import.meta.url));
  const words = [script, String(length), String(threads), ...sizes.map(String)];
  const { stdout, status, stderr } = spawnSync(values.python, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return new Map(Object.entries(JSON.parse(stdout) as Record<string, number>));
}

async function withEngine<T>(
  model: string,
  slots: number,
  work: (engine: Gpt2Engine) => Promise<T>,
): Promise<T> {
  const engine = createGpt2(
    gpt2Options.parse({ model, slots, threads, gpu, prefillBudget: values.budget, queue: 10_000 }),
  );
  try {
    await engine.warm();
    return await work(engine);
  } finally {
    await engine.close();
  }
}

function ask(prompt: string, maxTokens: number): GenerationRequest {
  const sampling = { topK: 40 };
  return {
    model: 'gpt2',
    messages: [],
    prompt,
    maxTokens,
    choices: 1,
    stop: [],
    seed: null,
    temperature: 0.8,
    sampling,
  };
}

/** Tokens a second of so many answers at a time. */
async function measureTogether(engine: Gpt2Engine, size: number): Promise<number> {
  const started = performance.now();
  const counts = await Promise.all(
    Array.from(
      { length: size },
      async (_, seed) => (await readMoments(engine, ask(`Number ${seed} is`, length), seed)).tokens,
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - started) / 1000);
}

interface Moments {
  readonly tokens: number;
  /** Milliseconds until the first piece, and from each piece to the next. */
  readonly first: number;
  readonly gaps: readonly number[];
}

async function readMoments(engine: Gpt2Engine, request: GenerationRequest, seed: number): Promise<Moments> {
  const gaps: number[] = [];
  let last = performance.now();
  let tokens = 0;
  for await (const piece of engine.text({ request, choice: 0, seed }, forever)) {
    if (typeof piece === 'string' || 'name' in piece) continue;
    const now = performance.now();
    gaps.push(now - last);
    last = now;
    tokens += piece.tokens;
  }
  const [first = 0] = gaps;
  return { tokens, first, gaps: gaps.slice(1) };
}

/** Requests that come as they like, faster than they can be answered. */
async function measureLoad(engine: Gpt2Engine): Promise<void> {
  const random = createRandom('load');
  const requests = Number(values.requests ?? (values.quick ? 16 : 40));
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const before = process.cpuUsage();
  const started = performance.now();
  let due = started;
  const answers: Promise<Moments>[] = [];
  for (let index = 0; index < requests; index += 1) {
    due += -Math.log(1 - random()) * 150;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const prompt = Array.from({ length: 8 + Math.floor(random() * 70) }, () => ' word').join('');
    answers.push(readMoments(engine, ask(prompt, 16 + Math.floor(random() * 48)), index));
  }
  const heard = await Promise.all(answers);
  const seconds = (performance.now() - started) / 1000;
  delay.disable();
  tellLoad(heard, seconds);
  tellServer(heard, delay.max / 1e6 - 5, process.cpuUsage(before));
  const { promptTokens, steps, stepSequences, prefillSeconds, decodeSeconds } = await engine.counters();
  console.log(
    `${promptTokens} prompt tokens in ${prefillSeconds.toFixed(1)} s, ${steps} steps of ${(stepSequences / steps).toFixed(1)} sequences, ${decodeSeconds.toFixed(1)} s of decoding`,
  );
}

function tellLoad(heard: readonly Moments[], seconds: number): void {
  const firsts = heard.map(({ first }) => first);
  const gaps = heard.flatMap((one) => one.gaps);
  const median = quantile(gaps, 0.5);
  const worst = Math.max(
    ...heard.filter((one) => one.gaps.length >= 10).map((one) => quantile(one.gaps, 0.95)),
  );
  const tokens = heard.reduce((sum, one) => sum + one.tokens, 0);
  console.log('\n| under load | figure | target |\n|---|---|---|');
  console.log(`| answers, tokens/s | ${heard.length}, ${(tokens / seconds).toFixed(0)} | |`);
  console.log(
    `| first token p50 / p95 | ${quantile(firsts, 0.5).toFixed(0)} / ${quantile(firsts, 0.95).toFixed(0)} ms | |`,
  );
  console.log(
    `| between tokens p50 / p95 / max | ${median.toFixed(0)} / ${quantile(gaps, 0.95).toFixed(0)} / ${Math.max(...gaps).toFixed(0)} ms | |`,
  );
  console.log(
    `| worst p95 of one answer | ${worst.toFixed(0)} ms, ${(worst / median).toFixed(1)} x the median | at most 4 x |`,
  );
}

// A machine that others use too lets a process stand still that does nothing: the time that it computes tells more.
function tellServer(heard: readonly Moments[], stall: number, usage: NodeJS.CpuUsage): void {
  const tokens = heard.reduce((sum, one) => sum + one.tokens, 0);
  const each = (usage.user + usage.system) / tokens;
  console.log(`| the server's event loop stood still | ${stall.toFixed(1)} ms | at most 10 ms |`);
  console.log(`| the server computed for a token | ${each.toFixed(0)} us | |`);
}

function quantile(figures: readonly number[], part: number): number {
  const sorted = figures.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

await main();
