import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Environment } from '../environment.ts';
import { Failure, readCode } from '../failure.ts';

const run = promisify(execFile);

/** A program in a terminal of 80 columns and 24 lines, on a tmux server of its own. */
export interface Pane {
  /** The lines that it shows. */
  capture(): Promise<string>;
  close(): Promise<void>;
}

/** What runs in a pane. */
export interface PaneOptions {
  readonly words: readonly string[];
  readonly folder: string;
  readonly env: Environment;
}

/** Starts a program in a pane; rejects with a Failure where there is no tmux. */
export async function openPane({ words, folder, env }: PaneOptions): Promise<Pane> {
  const { TMUX: _, ...outside } = env;
  const tmux = async (...args: readonly string[]): Promise<string> => {
    const all = ['-u', '-f', '/dev/null', '-L', `understudy-demo-${process.pid}`, ...args];
    const { stdout } = await run('tmux', all, { cwd: folder, env: outside });
    return stdout;
  };
  try {
    // The last picture stays, for a minute at most: whoever looks may have died meanwhile.
    const size = ['-x', '80', '-y', '24'];
    await tmux('new-session', '-d', ...size, 'sh', '-c', '"$@"; exec sleep 60', 'sh', ...words);
    const socket = (await tmux('display-message', '-p', '#{socket_path}')).trim();
    return createPane(tmux, socket);
  } catch (error) {
    throw explain(error);
  }
}

function createPane(tmux: (...args: readonly string[]) => Promise<string>, socket: string): Pane {
  return {
    capture: () => tmux('capture-pane', '-p'),
    async close() {
      // One that is gone already is as it should be.
      await tmux('kill-server').catch(() => undefined);
      // tmux leaves it behind.
      await rm(socket, { force: true });
    },
  };
}

function explain(error: unknown): Failure {
  const code = readCode(error);
  return code === 'ENOENT'
    ? new Failure(
        '--out needs tmux, which is not installed: sudo apt-get install tmux, or brew install tmux.',
        1,
      )
    : new Failure(`tmux did not start: ${code.trim().split('\n').at(-1) ?? code}.`, 1);
}
