import type { Clock } from '../core/clock.ts';
import type { DocumentFile } from '../core/document-tools.ts';
import { decodeText } from './decode-text.ts';
import { readApart } from './read-apart.ts';
import type { ReaderKind } from './reader-contract.ts';
import { createTurns } from './turns.ts';
import { largestDocument, unreadable } from './unreadable.ts';

// Each takes a process of its own, with its memory.
const mostAtOnce = 2;

const pdfHead = /^(?:\u00EF\u00BB\u00BF)?\s*%PDF-/;
const htmlHead = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype\s+html|html)\b/i;
const htmlTypes = /^(?:text\/html|application\/xhtml\+xml)$/;
const unknownTypes = /^(?:|application\/octet-stream|binary\/octet-stream)$/;

/** Reads files: what is text already here, the rest in processes of their own, a few at a time. */
export function createReader(clock: Clock): (file: DocumentFile) => Promise<string> {
  const inTurn = createTurns(mostAtOnce);

  function readInTurn(kind: ReaderKind, file: DocumentFile, bytes: Uint8Array): Promise<string> {
    return inTurn(async () => {
      const reading = await readApart(kind, bytes, clock);
      if (reading.reason !== undefined) throw unreadable(file.name, reading.reason);
      return reading.text;
    });
  }

  return async (file) => {
    if (file.bytes.length > largestDocument) throw unreadable(file.name, 'large');
    if (isPdf(file)) return readInTurn('pdf', file, file.bytes);
    const text = decodeText(file.bytes, file.type);
    if (text === undefined) throw unreadable(file.name, 'binary');
    return isHtml(file, text) ? readInTurn('html', file, Buffer.from(text)) : text;
  };
}

function isPdf(file: DocumentFile): boolean {
  const head = Buffer.from(file.bytes.subarray(0, 64)).toString('latin1');
  return pdfHead.test(head) || isCalled(file, /^application\/(?:x-)?pdf$/, /\.pdf$/i);
}

function isHtml(file: DocumentFile, text: string): boolean {
  return htmlHead.test(text.slice(0, 4096)) || isCalled(file, htmlTypes, /\.x?html?$/i);
}

// A name counts only where the media type says nothing.
function isCalled(file: DocumentFile, types: RegExp, names: RegExp): boolean {
  const type = (file.type.split(';', 1)[0] ?? '').trim().toLowerCase();
  return types.test(type) || (unknownTypes.test(type) && names.test(file.name));
}
