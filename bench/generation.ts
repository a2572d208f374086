import { createAlarms } from '../src/core/alarms.ts';
import { createClock } from '../src/core/clock.ts';
import type { Encoder } from '../src/core/dialect.ts';
import type { Engine } from '../src/core/engine.ts';
import type { Generate, GenerationEvent, GenerationRequest } from '../src/core/generation.ts';
import type { Reply } from '../src/core/reply.ts';
import { createTally } from '../src/core/tally.ts';
import { createChunkEncoder } from '../src/dialects/openai-chat-chunks.ts';
import { createObfuscation } from '../src/dialects/openai-obfuscation.ts';
import { createQuote } from '../src/dialects/quote.ts';
import { engines } from '../src/engines/index.ts';
import { createEncodings } from '../src/generation/encodings.ts';
import { createPieceCutter } from '../src/generation/pieces.ts';
import { runEngine } from '../src/generation/run-engine.ts';
import { limitsSchema } from '../src/http/limits.ts';
import { play } from '../src/http/play.ts';
import { createModels } from '../src/models/catalogue.ts';
import { openaiCards } from '../src/models/openai.ts';
import { pacers } from '../src/pacers/index.ts';
import { createText } from './text.ts';

// What each layer of a token costs, alone and in one process: npx node bench/generation.ts

const request: GenerationRequest = {
  model: 'gpt-4o-mini',
  messages: [{ role: 'user', content: 'Explain in detail how tides work.' }],
  choices: 1,
  stop: [],
  seed: 1,
  temperature: null,
};
const never = new AbortController().signal;
const tokens = 500;
const rounds = 400;
const encodings = createEncodings();
const clock = createClock();
const limits = limitsSchema.parse({});

async function main(): Promise<void> {
  await encodings('o200k_base');
  const words = engines.words.create({ message: createText(tokens) });
  const composer = engines.composer.create({});
  const instant = generateWith(words, 'instant');
  const composed = await countTokens(generateWith(composer, 'instant'));
  const events = (await collect(instant)).flat();
  // Each with a memory of its own for the cuts of texts, filled by the first turn.
  const steady = generateWith(words, 'steady');
  const composedInstant = generateWith(composer, 'instant');
  console.log('| layer | ns a token |\n|---|---|');
  await report('words engine alone', () => readAll(words, tokens));
  await report('words, generated, no pace', () => countTokens(instant));
  await report('words, generated, steady pace', () => countTokens(steady));
  await report('composer alone', () => readAll(composer, composed));
  await report('composer, generated, no pace', () => countTokens(composedInstant));
  await report('composer, generated and cut anew', () => countTokens(generateWith(composer, 'instant')));
  await report('encoder', () => encodeAll(createEncoder(false), events));
  await report('encoder with obfuscation', () => encodeAll(createEncoder(true), events));
  await report('play to nobody, events made beforehand', () => playAll(events, nobody));
  await report('play to somebody who looks at each byte', () => playAll(events, reader));
  for (const count of [1000, 2000, 10_000]) reportAlarms(count);
}

function generateWith(engine: Engine, pacer: 'instant' | 'steady'): Generate {
  const source = { engine, pacer: pacers[pacer].create({}) };
  const models = createModels(openaiCards);
  return runEngine({ models, encodings, cutter: createPieceCutter(), seed: 0, choose: () => source });
}

// The best of five: what the code costs, not what else the machine did.
async function report(name: string, run: () => Promise<number> | number): Promise<void> {
  let best = Infinity;
  for (let turn = 0; turn < 5; turn += 1) {
    let count = 0;
    const began = performance.now();
    for (let round = 0; round < rounds; round += 1) count += await run();
    best = Math.min(best, (performance.now() - began) / count);
  }
  print(name, best);
}

function print(name: string, milliseconds: number): void {
  console.log(`| ${name} | ${(milliseconds * 1e6).toFixed(0)} |`);
}

async function readAll(engine: Engine, count: number): Promise<number> {
  let length = 0;
  for await (const text of engine.text({ request, choice: 0, seed: 1 }, never)) {
    if (typeof text === 'string') length += text.length;
  }
  return length > 0 ? count : 0;
}

async function countTokens(generate: Generate): Promise<number> {
  let count = 0;
  for await (const batch of generate(request, never)) count += batch.length;
  return count;
}

async function collect(generate: Generate): Promise<(readonly GenerationEvent[])[]> {
  const batches: (readonly GenerationEvent[])[] = [];
  for await (const batch of generate(request, never)) batches.push(batch);
  return batches;
}

const quote = createQuote();
const obfuscation = createObfuscation();

function createEncoder(obfuscated: boolean): Encoder {
  return createChunkEncoder({
    id: `chatcmpl-${'x'.repeat(29)}`,
    created: 1_700_000_000,
    model: 'gpt-4o-mini-2024-07-18',
    serviceTier: 'default',
    fingerprint: 'fp_0123456789',
    reasoning: false,
    logprobs: false,
    includeUsage: false,
    obfuscate: obfuscated ? obfuscation(1) : undefined,
    quote,
  });
}

function encodeAll(encoder: Encoder, events: readonly GenerationEvent[]): number {
  let length = 0;
  for (const event of events) length += encoder.encode(event).length;
  return length > 0 ? events.length : 0;
}

const nobody: Reply = {
  head: () => undefined,
  write: () => true,
  drained: () => undefined,
  end: () => undefined,
  sever: () => undefined,
};
// Joined strings are copied together when somebody reads them: part of what a token costs.
const reader: Reply = { ...nobody, write: (chunk) => Buffer.byteLength(chunk) > 0 };
const tally = createTally();

async function* nothing(): AsyncGenerator<readonly GenerationEvent[]> {}

async function playAll(events: readonly GenerationEvent[], reply: Reply): Promise<number> {
  const encoder = createEncoder(true);
  const began = clock.now();
  const shared = { encoder, reply, clock, tally, began, until: Infinity, limits };
  await play({ ...shared, first: events, rest: nothing() }).ended;
  return events.length;
}

// Streams of 50 tokens a second, as the clock runs them: a round a millisecond.
function reportAlarms(count: number): void {
  const alarms = createAlarms(() => undefined);
  let fired = 0;
  for (let index = 0; index < count; index += 1) {
    let due = (index * 20) / count;
    const alarm = alarms.create(() => {
      fired += 1;
      due += 20;
      alarm.set(due);
    });
    alarm.set(due);
  }
  let now = 0;
  let best = Infinity;
  for (let turn = 0; turn < 5; turn += 1) {
    const before = fired;
    const began = performance.now();
    for (const end = now + 500; now < end; now += 1) alarms.run(now);
    best = Math.min(best, (performance.now() - began) / (fired - before));
  }
  print(`alarm, one of ${count.toLocaleString('en')}`, best);
}

await main();
process.exit(0);
