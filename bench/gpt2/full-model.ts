import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isWeightType } from '../../src/weights/weight-types.ts';
import { full, makeGguf } from '../../test/engines/gpt2/make-gguf.ts';

/** A model on the disk. */
export interface FullModel {
  readonly folder: string;
  readonly path: string;
}

/** Writes a model of GPT-2's true size, with random weights of a type. */
export async function makeFullModel(type: string): Promise<FullModel> {
  if (!isWeightType(type)) throw new Error(`There are no weights of the type ${type}.`);
  const folder = await mkdtemp(join(tmpdir(), 'understudy-bench-'));
  const path = join(folder, 'full.gguf');
  await makeGguf(path, { ...full, type });
  return { folder, path };
}
