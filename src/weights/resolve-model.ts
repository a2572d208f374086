import { realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { placeConverted } from './cache-layout.ts';
import { convertGpt2, modelFiles } from './convert.ts';
import { readGgufFacts } from './gguf-facts.ts';
import { type Hub, pullHubFile, pullRepository, pullUrl } from './hub.ts';
import { withLock } from './lock.ts';
import { type ModelName, parseModelName } from './model-name.ts';
import { measureFile } from './part-file.ts';
import type { WeightType } from './weight-types.ts';
import { WeightsError } from './weights-error.ts';

/** A model that lies here, ready to be opened. */
export type ResolvedModel =
  | { readonly kind: 'gguf'; readonly id: string; readonly path: string }
  | {
      readonly kind: 'folder';
      readonly id: string;
      /** The folder with config.json, vocab.json, merges.txt and model.safetensors. */
      readonly path: string;
      /** A GGUF file of it, converted into the cache where none is there. */
      gguf(type: WeightType): Promise<string>;
    };

/** The folder of the small model that comes with Understudy. */
export function findStory(): string {
  return fileURLToPath(new URL('../../models/story', import.meta.url));
}

/** Finds what a user names: `story`, an id of the hub, an hf: URI, the address of a GGUF file, or a folder or file here; fetches what is missing and rejects with a WeightsError. */
export async function resolveModel(named: string | undefined, hub: Hub): Promise<ResolvedModel> {
  const local = named === undefined || named === 'story' ? undefined : await findLocal(named);
  if (local !== undefined)
    return local.isFolder ? openFolder(basename(local.path), local.path, hub) : openGgufFile(local.path);
  const name = parseModelName(named ?? 'story');
  switch (name.kind) {
    case 'story':
      return openFolder('story', findStory(), hub);
    case 'repository':
      return openFolder(nameId(name), await pullRepository(name, hub), hub);
    case 'hub-file': {
      const path = await pullHubFile(name, hub);
      return { kind: 'gguf', id: `hf:${nameId(name)}/${name.file ?? basename(path)}`, path };
    }
    case 'url':
      // What follows a question mark may be a signature, and no business of a log's.
      return { kind: 'gguf', id: name.url.origin + name.url.pathname, path: await pullUrl(name.url, hub) };
  }
}

function nameId({ repository, revision }: Exclude<ModelName, { readonly kind: 'story' | 'url' }>): string {
  return revision === 'main' ? repository : `${repository}@${revision}`;
}

async function findLocal(named: string) {
  const path = resolve(named);
  const stats = await stat(path).catch(() => undefined);
  const isAddress = /^(?:hf|https?):/i.test(named);
  const isPath = !isAddress && /^[./~\\]|^[a-z]:[\\/]|\.gguf$/i.test(named);
  const isFolder = stats?.isDirectory() === true;
  // A folder that happens to be called as a model of the hub is none unless it looks like one.
  const isMeant = isPath || !isFolder || (await measureFile(join(path, 'config.json'))) > 0;
  if (stats !== undefined && isMeant) return { path, isFolder };
  if (!isPath) return undefined;
  throw new WeightsError(`${path} is not there: no folder and no file has this name.`);
}

async function openGgufFile(path: string): Promise<ResolvedModel> {
  await readGgufFacts(path);
  return { kind: 'gguf', id: basename(path).replace(/\.gguf$/i, ''), path };
}

async function openFolder(id: string, path: string, hub: Hub): Promise<ResolvedModel> {
  const sizes = await Promise.all(modelFiles.map((file) => measureFile(join(path, file))));
  const missing = modelFiles.filter((_, index) => sizes[index] === 0);
  if (missing.length > 0)
    throw new WeightsError(`${path} is no folder of a GPT-2: ${missing.join(', ')} is missing.`);
  return { kind: 'folder', id, path, gguf: (type) => convertOnce({ id, path, type }, hub) };
}

interface Wanted {
  readonly id: string;
  readonly path: string;
  readonly type: WeightType;
}

async function convertOnce({ id, path, type }: Wanted, hub: Hub): Promise<string> {
  const target = placeConverted(hub.cache, id, type, await readKey(path));
  if (await isSound(target)) return target;
  await withLock(`${target}.lock`, hub, async () => {
    if (await isSound(target)) return;
    const { signal } = hub;
    const file = basename(target);
    const progress = (bytes: number, total: number): void =>
      hub.tell({ kind: 'convert', file, bytes, total });
    await convertGpt2({ folder: path, target, name: id, type }, { signal, progress });
  });
  return target;
}

// Changes with the files: where they lie, how long they are and when they were written.
async function readKey(folder: string): Promise<string> {
  const stats = await Promise.all(modelFiles.map((file) => stat(join(folder, file))));
  return JSON.stringify([await realpath(folder), ...stats.map(({ size, mtimeMs }) => [size, mtimeMs])]);
}

async function isSound(path: string): Promise<boolean> {
  if ((await measureFile(path)) === 0) return false;
  return readGgufFacts(path).then(
    () => true,
    // What somebody has damaged is made anew.
    () => false,
  );
}
