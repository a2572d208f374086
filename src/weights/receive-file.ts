import { open, statfs } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { HubAccess } from './hub-access.ts';
import type { Asked, OpenedDownload } from './open-download.ts';
import { formatBytes } from './sizes.ts';
import type { StallWatch } from './stall-watch.ts';
import { WeightsError } from './weights-error.ts';

/** A file that is to be fetched. */
export interface DownloadRequest extends Asked {
  /** Where it goes. */
  readonly target: string;
  /** Most bytes that it may have. */
  readonly limit: number;
  /** Whether an entity tag of 64 hexadecimal digits is the SHA-256 of the file. */
  readonly isHashed: boolean;
  /** Rejects where the whole file is not what it should be. */
  check?(path: string): Promise<void>;
}

/** One download, from its first attempt to its last. */
export interface Course {
  readonly request: DownloadRequest;
  readonly access: HubAccess;
  /** Whether a server has answered at all. */
  isAnswered: boolean;
  /** Bytes of this attempt. */
  received: number;
}

/** An answer whose bytes are to be kept. */
export interface Receiving {
  readonly course: Course;
  readonly opened: OpenedDownload;
  /** How much of the file is there. */
  readonly offset: number;
  readonly path: string;
  readonly watch: StallWatch;
}

/** Writes the bytes of an answer behind those that are there; rejects with a WeightsError where they are more than may be. */
export async function receive({ course, opened, offset, path, watch }: Receiving): Promise<void> {
  const { request, access } = course;
  const { facts, response } = opened;
  const most = await findRoom(request, access, facts.size, offset);
  const file = basename(request.target);
  const handle = await open(path, offset === 0 ? 'w' : 'a');
  let bytes = offset;
  access.tell({ kind: 'download', file, bytes, total: facts.size, resumed: offset });
  try {
    watch.beat();
    for await (const chunk of response.body ?? []) {
      watch.rest();
      bytes += chunk.length;
      if (bytes > most)
        throw new WeightsError(`${file} is longer than ${request.url.host} says, or than it may be.`);
      await handle.writeFile(chunk);
      course.received += chunk.length;
      access.tell({ kind: 'download', file, bytes, total: facts.size, resumed: offset });
      watch.beat();
    }
    await handle.sync();
  } finally {
    watch.rest();
    await handle.close();
  }
}

// What is left free on a disk.
const reserve = 2 ** 26;

// The most bytes that the file may come to.
async function findRoom(
  { target, limit }: DownloadRequest,
  { freeBytes = askFreeBytes }: HubAccess,
  size: number | undefined,
  offset: number,
): Promise<number> {
  const name = basename(target);
  if (size !== undefined && size > limit) {
    throw new WeightsError(`${name} has ${formatBytes(size)}, and at most ${formatBytes(limit)} are taken.`);
  }
  const free = await freeBytes(dirname(target));
  const room = free - reserve + offset;
  if ((size ?? 0) <= room) return size ?? Math.min(limit, room);
  throw new WeightsError(
    `${name} needs ${formatBytes((size ?? 0) - offset)}, and ${formatBytes(free)} are free at ${dirname(target)}.`,
  );
}

async function askFreeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
