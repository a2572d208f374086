import { threadNotFound } from '../../core/refusals.ts';
import type { StoreBounds } from '../bounds.ts';
import { checkBytes, checkFill, checkRecords, checkThreads } from '../room.ts';

const defaultMaxBytes = 512 * 1024 * 1024;

/** What the script of a thread or record gave, after its first word; throws where the word is a refusal. */
export function readReply(reply: unknown, bounds: StoreBounds, thread = ''): readonly unknown[] {
  const [word, ...given] = readList(reply);
  const [first = 0, second = 0] = given.map(Number);
  switch (readText(word)) {
    case 'ok':
      return given;
    case 'missing':
      throw threadNotFound(thread);
    case 'threads':
      checkThreads(first, bounds);
      break;
    case 'fill':
      checkFill({ messages: first, bytes: second }, bounds);
      break;
    case 'bytes':
      checkBytes(first, maxBytesOf(bounds));
      break;
    case 'records':
      checkRecords(first, bounds);
      break;
    default:
      break;
  }
  throw new TypeError(`Redis answered with ${readText(word)}.`);
}

/** The size of all that a Redis keeps, in bytes. */
export function maxBytesOf({ maxBytes = defaultMaxBytes }: StoreBounds): number {
  return maxBytes;
}

/** The texts of a list. */
export function readTexts(reply: unknown): readonly string[] {
  return readList(reply).map((item) => readText(item));
}

/** A text, which Redis gives as bytes. */
export function readText(reply: unknown): string {
  return Buffer.isBuffer(reply) ? reply.toString() : String(reply);
}

function readList(reply: unknown): readonly unknown[] {
  if (!Array.isArray(reply)) throw new TypeError('Redis did not answer with a list.');
  return reply;
}
