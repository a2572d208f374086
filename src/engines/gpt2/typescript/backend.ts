import { basename, join, resolve } from 'node:path';
import { type Clock, createClock } from '../../../core/clock.ts';
import { readGpt2Config } from '../../../weights/gpt2-config.ts';
import { openSafetensors } from '../../../weights/safetensors.ts';
import { readTokenizerFiles } from '../../../weights/tokenizer-files.ts';
import type { Backend } from '../backend.ts';
import { type Tokenizer, createTokenizer } from '../tokenizer/tokenizer.ts';
import { type Network, readNetwork } from './network.ts';
import { createRunner } from './runner.ts';

/** Which model is computed, and how much of it is held. */
export interface TypescriptOptions {
  /** A folder with config.json, vocab.json, merges.txt and model.safetensors, as Hugging Face has them. */
  readonly folder: string;
  /** How many sequences are held side by side. */
  readonly slots: number;
  /** Most tokens of a sequence, where they are to be fewer than the model takes. */
  readonly contextLength?: number;
  /** The clock by which others get their turn between two pieces of work; absent: the machine's. */
  readonly clock?: Clock;
}

const mostSlots = 1024;

/** A GPT-2 that is computed in TypeScript alone: it needs nothing that is not here, and each number is computed in plain sight. */
export async function createTypescriptBackend(options: TypescriptOptions): Promise<Backend> {
  const { folder, slots, clock = createClock() } = options;
  checkCount('slots', slots, mostSlots);
  checkCount('contextLength', options.contextLength ?? 1, Infinity);
  const { network, tokenizer } = await readModel(folder);
  const { config, precision } = network;
  const contextLength = Math.min(config.contextLength, options.contextLength ?? Infinity);
  const { vocabularySize } = config;
  return {
    facts: {
      name: basename(resolve(folder)),
      architecture: 'gpt2',
      contextLength,
      vocabularySize,
      precision,
      device: 'cpu',
      hasChatTemplate: false,
    },
    slots,
    ...tokenizer,
    endsText: (token) => token === config.endToken,
    applyTemplate() {
      throw new Error('GPT-2 has no template for conversations.');
    },
    ...createRunner({ network, slots, contextLength, clock }),
  };
}

function checkCount(name: string, count: number, most: number): void {
  if (!Number.isInteger(count) || count < 1 || count > most) {
    throw new RangeError(`${name} is ${count}, and a whole number from 1 is expected${atMost(most)}.`);
  }
}

function atMost(most: number): string {
  return most === Infinity ? '' : ` to ${most}`;
}

async function readModel(folder: string): Promise<{ network: Network; tokenizer: Tokenizer }> {
  const config = await readGpt2Config(join(folder, 'config.json'));
  const { beginToken, endToken, vocabularySize } = config;
  const controls = [beginToken, endToken].filter((token) => token !== undefined);
  const vocabulary = await readTokenizerFiles(folder, { size: vocabularySize, controls });
  const file = await openSafetensors(join(folder, 'model.safetensors'));
  try {
    return { network: await readNetwork(config, file), tokenizer: createTokenizer(vocabulary) };
  } finally {
    await file.close();
  }
}
