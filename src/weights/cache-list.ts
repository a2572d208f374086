import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { nameRepository } from './cache-layout.ts';
import { modelFiles } from './convert.ts';
import { readGgufFacts } from './gguf-facts.ts';
import { readGpt2Config } from './gpt2-config.ts';
import { measureFile } from './part-file.ts';
import { openSafetensors } from './safetensors.ts';
import { WeightsError } from './weights-error.ts';

/** Weights that lie here. */
export interface KeptModel {
  readonly id: string;
  /** A folder as Hugging Face has them, or a GGUF file. */
  readonly kind: 'folder' | 'gguf';
  readonly path: string;
  readonly bytes: number;
  /** How the weights are stored. */
  readonly quantisation?: string;
  readonly contextLength?: number;
  /** Why they cannot be used, where they cannot. */
  readonly problem?: string;
}

/** All weights of a cache, by id. */
export async function listCache(cache: string): Promise<readonly KeptModel[]> {
  const groups = await Promise.all([
    listHub(cache),
    listGgufs(join(cache, 'converted')),
    listGgufs(join(cache, 'urls')),
  ]);
  return groups.flat().toSorted((left, right) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0));
}

/** What a folder with the files of a model holds. */
export async function describeFolder(id: string, path: string): Promise<KeptModel> {
  const sizes = await Promise.all(modelFiles.map((file) => measureFile(join(path, file))));
  const base = { id, kind: 'folder', path, bytes: sizes.reduce((sum, size) => sum + size, 0) } as const;
  const missing = modelFiles.filter((_, index) => sizes[index] === 0);
  if (missing.length > 0) return { ...base, problem: `${missing.join(', ')} not there yet` };
  return orProblem(base, async () => {
    const { contextLength } = await readGpt2Config(join(path, 'config.json'));
    const weights = await openSafetensors(join(path, 'model.safetensors'));
    await weights.close();
    const largest = [...weights.tensors.values()].toSorted((left, right) => right.bytes - left.bytes)[0];
    return { ...base, contextLength, quantisation: largest?.dtype.toLowerCase() ?? 'none' };
  });
}

async function listHub(cache: string): Promise<readonly KeptModel[]> {
  const found: KeptModel[] = [];
  for (const repository of await listFolders(join(cache, 'hub'))) {
    for (const revision of await listFolders(join(cache, 'hub', repository))) {
      const folder = join(cache, 'hub', repository, revision);
      const id = nameRepository(repository, revision);
      const names = await readdir(folder);
      const isPulled = modelFiles.some((file) => names.some((name) => name.startsWith(file)));
      if (isPulled) found.push(await describeFolder(id, folder));
      found.push(...(await listGgufs(folder, `hf:${id}/`)));
    }
  }
  return found;
}

// Files are called by their place behind the prefix, or else as they call themselves.
async function listGgufs(folder: string, prefix?: string): Promise<readonly KeptModel[]> {
  // No folder, no files.
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const ggufs = names.filter((name) => name.toLowerCase().endsWith('.gguf'));
  return Promise.all(
    ggufs.map((name) => describeGguf(join(folder, name), prefix === undefined ? undefined : prefix + name)),
  );
}

async function describeGguf(path: string, id: string | undefined): Promise<KeptModel> {
  const base = { id: id ?? basename(path), kind: 'gguf', path, bytes: await measureFile(path) } as const;
  return orProblem(base, async () => {
    const { name, quantisation, contextLength } = await readGgufFacts(path);
    const known = contextLength === undefined ? {} : { contextLength };
    return { ...base, id: id ?? name ?? base.id, quantisation, ...known };
  });
}

async function orProblem(base: KeptModel, describe: () => Promise<KeptModel>): Promise<KeptModel> {
  try {
    return await describe();
  } catch (error) {
    if (error instanceof WeightsError) return { ...base, problem: error.message };
    throw error;
  }
}

async function listFolders(folder: string): Promise<readonly string[]> {
  // A cache that nothing was put into has no folders.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
