import type { Readable } from 'node:stream';
import { Socket } from 'node:net';

const most = 4000;

/** Keeps the end of what a process writes, and nothing else waiting; tells it when asked. */
export function keepLastWords(output: Readable | null): () => string {
  let words = '';
  output?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-most);
  });
  if (output instanceof Socket) output.unref();
  return () => words.trim();
}
