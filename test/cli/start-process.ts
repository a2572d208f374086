import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** The program, run in an empty folder of its own. */
export interface Process {
  readonly folder: string;
  readonly child: ChildProcess;
  /** All that came so far. */
  readonly told: { output: string; messages: string };
  /** Resolves with the status or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
  /** Resolves with the match once the messages have one; rejects when the process ends without it. */
  message(pattern: RegExp): Promise<RegExpExecArray>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Runs the program with these words; it is killed at the end of its scope. */
export function startProcess(words: readonly string[], env: NodeJS.ProcessEnv = {}): Process {
  const folder = mkdtempSync(join(tmpdir(), 'understudy-process-'));
  const child = spawn(process.execPath, [main, ...words], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told = { output: '', messages: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (told.output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (told.messages += text));
  const ended = new Promise<number | string | null>((resolve) => {
    child.on('close', (status, signal) => resolve(status ?? signal));
  });

  function message(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(told.messages);
        if (match !== null) resolve(match);
      };
      child.stderr.on('data', look);
      void ended.then((status) =>
        reject(new Error(`ended with ${status} and no ${pattern}: ${told.messages}`)),
      );
      look();
    });
  }

  return {
    folder,
    child,
    told,
    ended,
    message,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
