import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertGpt2 } from '../../../src/weights/convert.ts';
import { type TinyModel, type TinySize, createTinyModel, writeModel } from './tiny-model.ts';

/** A model of random weights on the disk, as Hugging Face has it and as GGUF. */
export interface ModelPlace {
  readonly model: TinyModel;
  readonly folder: string;
  readonly gguf: string;
  /** A folder with nothing in it, and one for whatever a test writes. */
  readonly empty: string;
  readonly spare: string;
  remove(): Promise<void>;
}

/** Writes a small model in both forms, the GGUF file apart from the folder. */
export async function makeModel(size: TinySize = {}): Promise<ModelPlace> {
  const model = createTinyModel(size);
  const folder = await mkdtemp(join(tmpdir(), 'understudy-model-'));
  const other = await mkdtemp(join(tmpdir(), 'understudy-gguf-'));
  const gguf = join(other, 'tiny.gguf');
  const empty = join(other, 'empty');
  await mkdir(empty);
  await writeModel(folder, model);
  const options = { signal: new AbortController().signal };
  await convertGpt2({ folder, target: gguf, name: 'tiny', type: 'f32' }, options);
  return {
    model,
    folder,
    gguf,
    empty,
    spare: other,
    async remove() {
      await rm(folder, { recursive: true });
      await rm(other, { recursive: true });
    },
  };
}
