import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process of this folder that does what it is asked, one thing after another. */
export interface Helper {
  /** Resolves with its answer. */
  ask(message: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Starts a file of this folder; resolves when it is ready. */
export async function startHelper(file: string, ...words: readonly string[]): Promise<Helper> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), words);
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const answer = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', () => reject(new Error(`${file} ended.`)));
    });
  await answer();
  return {
    ask(message) {
      const answered = answer();
      child.send(message);
      return answered;
    },
    async close() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
