import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { GenerationRequest } from '../../src/core/generation.ts';
import { type Gpt2Engine, createGpt2, gpt2Options } from '../../src/engines/gpt2.ts';
import { type ModelPlace, makeModel } from '../engines/gpt2/make-model.ts';
import { hasNative } from '../engines/gpt2/native.ts';

const forever = new AbortController().signal;
const script = fileURLToPath(new URL('../engines/gpt2/run-engine.ts', import.meta.url));
const isLinux = process.platform === 'linux';
let place: ModelPlace;
const engines: Gpt2Engine[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  place = await makeModel({ positions: 1024 });
});

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

afterAll(async () => {
  await place.remove();
});

function ask(prompt: string, maxTokens: number, change: Partial<GenerationRequest> = {}): GenerationRequest {
  const messages = [{ role: 'user' as const, content: prompt }];
  const rest = { choices: 1, stop: [], seed: null, temperature: 1 };
  return { model: 'gpt2', messages, prompt, maxTokens, ...rest, ...change };
}

const greedy = { temperature: 0 } as const;

function say(engine: Gpt2Engine, request: GenerationRequest, signal = forever): AsyncIterable<unknown> {
  const said = engine.text({ request, choice: 0, seed: 1 }, signal);
  if (Symbol.asyncIterator in said) return said;
  throw new Error('The engine has nothing to wait for.');
}

async function drain(pieces: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of pieces) count += 1;
  return count;
}

// A process that has ended and was not waited for is a zombie: it computes nothing any more.
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isLinux || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    // Nobody has this id any more.
    return false;
  }
}

function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1000;
}

const kinds = [
  { title: 'in TypeScript', model: () => place.folder },
  { title: 'by llama.cpp', model: () => place.gguf },
];

describe.each(hasNative ? kinds : kinds.slice(0, 1))('the process of a model $title', ({ model }) => {
  function create(change: Readonly<Record<string, unknown>> = {}): Gpt2Engine {
    const options = { model: model(), threads: 1, gpu: 'off', slots: 4, ...change };
    const engine = createGpt2(gpt2Options.parse(options));
    engines.push(engine);
    return engine;
  }

  it('may be killed in the middle: all its readers hear of it, and the next request is answered soon', async () => {
    const engine = create();
    await engine.warm();
    const first = engine.pid();
    const readers = Array.from({ length: 6 }, async (_, index) => {
      let heard = 0;
      for await (const __ of say(engine, ask(`${index}`, 900))) {
        heard += 1;
        if (index === 0 && heard === 5) process.kill(first ?? -1, 'SIGKILL');
      }
    });
    const ends = await Promise.allSettled(readers);
    for (const end of ends) {
      expect(end).toMatchObject({ status: 'rejected', reason: { status: 500, code: 'engine_failed' } });
    }
    const started = performance.now();
    expect(await drain(say(engine, ask('Again', 5)))).toBeGreaterThan(0);
    const span = Math.round(performance.now() - started);
    process.stdout.write(`After the process was killed the next answer took ${span} ms.\n`);
    expect(engine.pid()).not.toBe(first);
  });

  it('is left by a hundred clients without a slot that stays taken', async () => {
    const engine = create();
    await engine.warm();
    const leaving = Array.from({ length: 100 }, async (_, index) => {
      const controller = new AbortController();
      let heard = 0;
      if (index % 5 === 0) queueMicrotask(() => controller.abort());
      for await (const __ of say(engine, ask(`${index} on`, 800), controller.signal)) {
        heard += 1;
        if (heard <= index % 7) continue;
        if (index % 2 === 0) break;
        controller.abort();
      }
      return heard;
    });
    expect(Math.max(...(await Promise.all(leaving)))).toBeLessThanOrEqual(7);
    expect(await engine.counters()).toMatchObject({ running: 0, queued: 0 });
    const together = await Promise.all([1, 2, 3, 4].map(() => drain(say(engine, ask('On', 8)))));
    expect(together.every((count) => count > 0)).toBe(true);
  });

  it('computes no more for a client that hung up than the token it was at', async () => {
    const engine = create();
    await engine.warm();
    const controller = new AbortController();
    for await (const _ of say(engine, ask('On', 900), controller.signal)) controller.abort();
    const { tokens } = await engine.counters();
    await drain(say(engine, ask('On', 1)));
    expect((await engine.counters()).tokens).toBeLessThanOrEqual(tokens + 2);
  });

  it('waits for a client that does not read, and goes on where it was', async () => {
    const engine = create();
    const slow = say(engine, ask('On', 900, greedy))[Symbol.asyncIterator]();
    await slow.next();
    // Others are not held up by it, and had it gone on meanwhile, it would be over.
    await drain(say(engine, ask('Other', 600, greedy)));
    await drain(say(engine, ask('Other', 600, greedy)));
    expect(await engine.counters()).toMatchObject({ running: 1, queued: 0 });
    let rest = 1;
    while ((await slow.next()).done !== true) rest += 1;
    expect(rest).toBe(await drain(say(engine, ask('On', 900, greedy))));
  });

  it('ends with the process of the server, however that ends', async () => {
    const server = spawn(process.execPath, [script, 'stay', model()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(server);
    const [line] = await once(server.stdout.setEncoding('utf8'), 'data');
    const pid = Number(line);
    expect(isAlive(pid)).toBe(true);
    server.kill('SIGKILL');
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 5000);
  });

  it('ends with the process of the server even where it stands still', async () => {
    const server = spawn(process.execPath, [script, 'stay', model()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(server);
    const [line] = await once(server.stdout.setEncoding('utf8'), 'data');
    const pid = Number(line);
    process.kill(pid, 'SIGSTOP');
    server.kill('SIGUSR2');
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 5000);
  });

  it('keeps no server alive that has nothing to do, and writes nothing to its terminal', async () => {
    const server = spawn(process.execPath, [script, 'answer', model()], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(server);
    let output = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    server.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    const [code] = await once(server, 'close');
    expect(code).toBe(0);
    expect(output).toMatch(/^answered \d+\n$/);
  });

  it.skipIf(!isLinux)(
    'needs no more memory after a thousand answers than after the first hundreds',
    async () => {
      const engine = create({ slots: 8 });
      await engine.warm();
      const pid = engine.pid() ?? -1;
      const sizes: number[] = [];
      for (let round = 0; round < 10; round += 1) {
        const answers = Array.from({ length: 100 }, (_, index) =>
          drain(say(engine, ask(`${round} ${index}`, 6))),
        );
        await Promise.all(answers);
        sizes.push(residentMegabytes(pid));
      }
      const [, , warm = 0] = sizes;
      const last = sizes.at(-1) ?? 0;
      process.stdout.write(
        `Resident memory in MB after each hundred answers: ${sizes.map(Math.round).join(' ')}\n`,
      );
      expect(last - warm).toBeLessThan(60);
      expect((await engine.counters()).tokens).toBeGreaterThan(1000);
    },
    120_000,
  );
});
