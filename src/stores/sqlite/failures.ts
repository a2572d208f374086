import { ApiError } from '../../core/api-error.ts';
import { storageFailed } from '../../core/refusals.ts';

/** What is wrong with a file, and what mends it. */
export class FileProblem extends Error {}

/** Any error of the storage in this folder as one that a client may hear; a refusal stays what it is. */
export function describeFailure(error: unknown, folder: string): ApiError {
  if (error instanceof ApiError) return error;
  const message = `The storage in ${folder} failed: ${explain(error)} Or name another folder with --data DIR, or keep nothing with --data :memory:.`;
  return storageFailed(message, error);
}

function explain(error: unknown): string {
  if (error instanceof FileProblem) return error.message;
  const reason = sqliteReasons[readNumber(error) & 0xff] ?? systemReasons[readCode(error)];
  if (reason !== undefined) return reason;
  return `${error instanceof Error ? error.message : String(error)}.`;
}

// By SQLite's primary result codes; the extended ones have more bits.
const sqliteReasons: Readonly<Record<number, string>> = {
  3: 'permission is denied. Allow this user to write there.',
  5: 'another process has held the lock on its file for too long. End that process, or try again.',
  6: 'another process has held the lock on its file for too long. End that process, or try again.',
  8: 'it can be read but not written. Allow this user to write there.',
  10: 'the disk reported an error.',
  11: 'its file is damaged. Move the file away, or bring it back from a copy.',
  13: 'there is no space left, on the disk or under maxBytes. Make room on the disk: deleting threads takes some too. Or raise maxBytes in the configuration file.',
  14: 'its file cannot be opened, or none be made beside it. Allow this user to write there.',
  26: 'its file understudy.db is no database. Move the file away.',
};

const systemReasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied. Allow this user to write there.',
  EPERM: 'permission is denied. Allow this user to write there.',
  EROFS: 'it lies on a disk that can only be read.',
  ENOSPC: 'there is no space left on the disk. Make room there.',
  EDQUOT: 'there is no space left for this user on the disk. Make room there.',
  EEXIST: 'it is no folder.',
  ENOTDIR: 'it is no folder, or lies in none.',
  ENOENT: 'the folder cannot be made.',
  ENAMETOOLONG: 'its name is too long.',
};

function readNumber(error: unknown): number {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode
    : 0;
}

function readCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
