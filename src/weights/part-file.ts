import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileFacts } from './open-download.ts';

/** Where a download lies until it is whole: beside its place, one a version, so that two versions never mix. */
export function nameParts(target: string, { etag }: FileFacts): { path: string; isResumable: boolean } {
  // A weak validator says that two versions mean the same, not that their bytes are the same.
  if (etag === undefined || etag.startsWith('W/')) return { path: `${target}.part`, isResumable: false };
  const version = createHash('sha256').update(etag).digest('hex').slice(0, 12);
  return { path: `${target}.${version}.part`, isResumable: true };
}

/** Removes what is left of downloads of a file, this one or others. */
export async function removeParts(target: string): Promise<void> {
  const folder = dirname(target);
  const name = basename(target);
  const parts = (await readdir(folder)).filter(
    (each) => each.startsWith(`${name}.`) && each.endsWith('.part'),
  );
  await Promise.all(parts.map((each) => rm(join(folder, each), { force: true })));
}

/** The size of a file; 0 where there is none. */
export async function measureFile(path: string): Promise<number> {
  const stats = await stat(path).catch(() => undefined);
  return stats?.size ?? 0;
}

/** The SHA-256 of a file, in hexadecimal. */
export async function hashFile(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20, signal })) hash.update(chunk);
  return hash.digest('hex');
}
