import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { WeightType } from './weight-types.ts';

// Where things lie in the cache. Names come checked from model-name.ts: no part of them leaves its folder.

/** The folder of one revision of a repository. */
export function placeRepository(cache: string, repository: string, revision: string): string {
  return join(cache, 'hub', repository.replace('/', '--'), revision);
}

/** The id of a repository, from the names of its folders. */
export function nameRepository(folder: string, revision: string): string {
  const repository = folder.replace('--', '/');
  return revision === 'main' ? repository : `${repository}@${revision}`;
}

/** The file that an address leads to. */
export function placeUrl(cache: string, url: URL): string {
  const name = url.pathname.split('/').at(-1) ?? '';
  return join(cache, 'urls', digest(url.href), safeName(name));
}

/** The GGUF file that is made of a folder; `key` is one for each content of it. */
export function placeConverted(cache: string, name: string, type: WeightType, key: string): string {
  return join(cache, 'converted', `${safeName(name)}-${type}-${digest(key)}.gguf`);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function safeName(name: string): string {
  return name
    .replaceAll('/', '--')
    .replace(/[^\w.-]/g, '_')
    .slice(0, 120)
    .replace(/^\.+/, '');
}
