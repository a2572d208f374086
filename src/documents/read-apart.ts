import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { extname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import type { Clock } from '../core/clock.ts';
import { type ReaderKind, exitCodes, longestReading } from './reader-contract.ts';
import type { UnreadableReason } from './unreadable.ts';

/** What came of reading a file: its text, or why there is none. */
export type Reading =
  | { readonly text: string; readonly reason?: undefined }
  | { readonly reason: UnreadableReason };

type ReaderProcess = ChildProcessByStdio<Writable, Readable, null>;

/**
 * Reads a file in a process of its own. A thread would not do: a small PDF can unfold to gigabytes, at which V8 ends the process
 * with all its threads.
 */
export async function readApart(kind: ReaderKind, bytes: Uint8Array, clock: Clock): Promise<Reading> {
  const reader = startReader(kind);
  // The reader may end before it has taken everything in; how it ended tells why.
  reader.stdin.on('error', () => undefined);
  reader.stdin.end(bytes);
  const patience = new AbortController();
  const late = killLater(reader, clock, patience.signal);
  try {
    const [text, code] = await Promise.all([readAll(reader.stdout), exitCode(reader)]);
    patience.abort();
    if (await late) return { reason: 'slow' };
    return code === 0 ? { text } : { reason: reasonOf(code) };
  } finally {
    patience.abort();
  }
}

function startReader(kind: ReaderKind): ReaderProcess {
  const script = join(import.meta.dirname, `reader-process${extname(import.meta.filename)}`);
  // At its limit the heap ends the process, as the reader's own watch does for memory of any other sort.
  return spawn(process.execPath, ['--max-old-space-size=512', script, kind], {
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
}

// True when the reader was killed, false when the signal came first.
async function killLater(reader: ReaderProcess, clock: Clock, signal: AbortSignal): Promise<boolean> {
  try {
    await clock.sleepUntil(clock.now() + longestReading, signal);
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
  return reader.kill('SIGKILL');
}

// Null where a signal ended the process.
async function exitCode(reader: ReaderProcess): Promise<number | null> {
  const [code]: unknown[] = await once(reader, 'close');
  return typeof code === 'number' ? code : null;
}

function reasonOf(code: number | null): UnreadableReason {
  if (code === 1) throw new Error('The process that reads documents has a fault.');
  return exitCodes.get(code ?? 0) ?? 'heavy';
}
