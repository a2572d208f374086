import { readdir, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../core/clock.ts';
import type { Backend } from './backend.ts';
import { createLlamaBackend } from './llama-backend.ts';
import { importLlama } from './llama-library.ts';
import type { LoadOptions } from './protocol.ts';
import { createTypescriptBackend } from './typescript/backend.ts';

/** What a model cannot be opened for; the message is a sentence for the user. */
export class OpeningError extends Error {}

/** A model that has been opened. */
export interface OpenModel {
  readonly backend: Backend;
  /** Whether it is a matter of trial how its sequences are fastest: those that TypeScript computes take as long together. */
  readonly needsTrial: boolean;
}

/** Opens a model: a GGUF file by llama.cpp, a folder by the GGUF file beside its weights or else in TypeScript. */
export async function openModel(options: LoadOptions, clock: Clock): Promise<OpenModel> {
  const isFolder = await checkPlace(options.model);
  const gguf = options.gguf ?? (isFolder ? await findGguf(options.model) : options.model);
  const library = options.native === 'off' || gguf === undefined ? undefined : await importLlama();
  if (library !== undefined && gguf !== undefined) {
    // A core is left to the server, whose streams would stand still otherwise.
    const threads = options.threads ?? Math.max(1, availableParallelism() - 1);
    const backend = await createLlamaBackend(library, { ...options, path: gguf, threads });
    return { backend, needsTrial: backend.facts.device === 'cpu' };
  }
  if (!isFolder) throw new OpeningError(explainGguf(options));
  const { model: folder, slots, contextLength } = options;
  const bound = contextLength === undefined ? {} : { contextLength };
  return { backend: await createTypescriptBackend({ folder, slots, clock, ...bound }), needsTrial: false };
}

async function checkPlace(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw new OpeningError(`There is no model at ${path}.`, { cause: error });
  }
}

function explainGguf({ model, native }: LoadOptions): string {
  if (native === 'off') return `${model} is a GGUF file, which needs the native engine, and that is off.`;
  return `${model} is a GGUF file, which needs the native engine: npm run setup:engine installs it.`;
}

// Of several the one that is fastest for what it loses.
const preferred = [/q8_0/i, /f16/i, /f32/i, /./];

async function findGguf(folder: string): Promise<string | undefined> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.gguf')).toSorted();
  for (const pattern of preferred) {
    const name = names.find((candidate) => pattern.test(candidate));
    if (name !== undefined) return join(folder, name);
  }
  return undefined;
}
