import { buffer as readAll } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { extname } from 'node:path';
import { NoTextError, type ReaderKind, exitCodes } from './reader-contract.ts';
import { readHtml } from './read-html.ts';
import { readPdf } from './read-pdf.ts';
import { largestDocument } from './unreadable.ts';

// The process that reads one file: its bytes come in by stdin, its text leaves by stdout, the exit code says what went wrong.

const readers: Readonly<Record<ReaderKind, (bytes: Uint8Array) => string | Promise<string>>> = {
  pdf: readPdf,
  html: readHtml,
};

new Worker(new URL(`./reader-watch${extname(import.meta.filename)}`, import.meta.url)).unref();

const bytes = await readAll(process.stdin);
try {
  process.stdout.write(await read(process.argv[2] === 'pdf' ? 'pdf' : 'html'));
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

async function read(kind: ReaderKind): Promise<string> {
  const text = (await readers[kind](bytes)).toWellFormed().replaceAll('\0', '').trim();
  if (text === '') throw new NoTextError('empty');
  if (text.length > largestDocument) throw new NoTextError('long');
  return text;
}

// The libraries throw errors of many kinds for a file that is not as it should be.
function exitCodeOf(error: unknown): number {
  const reason = error instanceof NoTextError ? error.reason : 'broken';
  return [...exitCodes].find(([, value]) => value === reason)?.[0] ?? 1;
}
