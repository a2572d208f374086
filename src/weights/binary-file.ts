import { type FileHandle, open } from 'node:fs/promises';
import { readCode, refuseFile } from './weights-error.ts';

/** A file that is read at places of the reader's choice. */
export interface BinaryFile {
  readonly path: string;
  /** Its size in bytes when it was opened. */
  readonly bytes: number;
  /** So many bytes from an offset; rejects with a WeightsError where the file has become too short for them. */
  read(offset: number, bytes: number): Promise<Buffer<ArrayBuffer>>;
  close(): Promise<void>;
}

// What one call of the system reads at most stays below its limit of 2 GiB.
const largestRead = 2 ** 28;

/** Opens a file for reading; rejects with a WeightsError where that cannot be done or it is no file. */
export async function openBinaryFile(path: string): Promise<BinaryFile> {
  try {
    const handle = await open(path, 'r');
    const stats = await handle.stat();
    if (stats.isFile()) return createBinaryFile(path, handle, stats.size);
    await handle.close();
  } catch (error) {
    throw explainOpening(path, error);
  }
  throw refuseFile(path, 'it is no file');
}

/** The WeightsError for a file that could not be opened or read. */
export function explainOpening(path: string, error: unknown): Error {
  const code = readCode(error);
  if (code === 'ENOENT') return refuseFile(path, 'there is no such file');
  if (code === 'EISDIR') return refuseFile(path, 'it is a folder');
  return refuseFile(path, `the system does not let it be read (${code})`);
}

function createBinaryFile(path: string, handle: FileHandle, bytes: number): BinaryFile {
  return {
    path,
    bytes,
    async read(offset, length) {
      const target = Buffer.from(new ArrayBuffer(length));
      for (let done = 0; done < length;) {
        const { bytesRead } = await handle.read(
          target,
          done,
          Math.min(largestRead, length - done),
          offset + done,
        );
        if (bytesRead === 0) throw refuseFile(path, 'it has become shorter while it was read');
        done += bytesRead;
      }
      return target;
    },
    close: () => handle.close(),
  };
}
