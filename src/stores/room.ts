import { storageLimit } from '../core/refusals.ts';
import type { StoreBounds } from './bounds.ts';

/** What a thread holds. */
export interface Fill {
  readonly messages: number;
  readonly bytes: number;
}

/** The size of texts as they are kept, in bytes. */
export function measure(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

/** Throws where there are as many threads as there may be. */
export function checkThreads(threads: number, { maxThreads }: StoreBounds): void {
  if (threads >= maxThreads)
    refuse(`There are ${threads} threads, and no more are kept`, 'Delete threads', 'maxThreads');
}

/** Throws where a thread would hold more than it may. */
export function checkFill({ messages, bytes }: Fill, bounds: StoreBounds): void {
  const { maxThreadMessages, maxThreadBytes } = bounds;
  if (messages > maxThreadMessages)
    refuse(
      `The thread would have ${messages} messages, and ${maxThreadMessages} are kept`,
      'Begin another thread',
      'maxThreadMessages',
    );
  if (bytes > maxThreadBytes)
    refuse(
      `The thread would take ${bytes} bytes, and ${maxThreadBytes} are kept`,
      'Begin another thread',
      'maxThreadBytes',
    );
}

/** Throws where there are as many records as there may be. */
export function checkRecords(records: number, { maxRecords }: StoreBounds): void {
  if (records >= maxRecords)
    refuse(
      `There are ${records} documents and other records, and no more are kept`,
      'Delete some',
      'maxRecords',
    );
}

/** Throws where everything together would take more than it may. */
export function checkBytes(bytes: number, maxBytes: number): void {
  if (bytes > maxBytes)
    refuse(
      `All that is kept would take ${bytes} bytes, and ${maxBytes} may be`,
      'Delete threads',
      'maxBytes',
    );
}

function refuse(full: string, mend: string, bound: string): never {
  throw storageLimit(`${full}. ${mend}, or raise ${bound} in the configuration file.`);
}
