import { ApiError } from '../core/api-error.ts';

/** Why a file cannot be read. */
export type UnreadableReason = keyof typeof reasons;

/** Most bytes of a file, and most characters of what is read from it. */
export const largestDocument = 10_000_000;

const reasons = {
  large: 'it is larger than 10 MB',
  binary: 'it holds no text',
  broken: 'it is damaged, or not what it says it is',
  locked: 'it is protected by a password',
  empty: 'it holds no text, apart from what pictures may show',
  long: 'it holds more than 10 million characters of text',
  slow: 'it takes too long to read',
  heavy: 'it takes too much memory to read',
};

const readable = 'plain text, Markdown, CSV, JSON, source code, HTML and PDF, up to 10 MB';

/** The error of a file that cannot be read. */
export function unreadable(name: string, reason: UnreadableReason): ApiError {
  const shown = name.slice(0, 128).toWellFormed().replace(/\p{C}/gu, '?');
  const message = `Cannot read '${shown}': ${reasons[reason]}. Readable are ${readable}.`;
  return new ApiError(400, 'unreadable_document', message);
}
