import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** The program in a real terminal of 80 columns and 24 lines, in a folder of its own. */
export interface TestTerminal extends AsyncDisposable {
  readonly folder: string;
  /** What is seen once this is on it; rejects after a while without it. */
  see(pattern: RegExp): Promise<string>;
  /** What is seen now, with its colours as words in braces. */
  seeColours(): Promise<string>;
  type(line: string): Promise<void>;
  /** Presses a key by its name in tmux. */
  press(key: string): Promise<void>;
}

// Far longer than anything takes, on a machine that is busy with all other tests.
const patience = 60_000;
let count = 0;

/** Runs the program with these words; its status is told in brackets when it has ended. */
export async function openTerminal(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<TestTerminal> {
  const folder = await mkdtemp(join(tmpdir(), 'understudy-terminal-'));
  const socket = join(folder, `tmux-${(count += 1)}`);
  const tmux = async (...args: readonly string[]): Promise<string> => {
    const all = ['-u', '-f', '/dev/null', '-S', socket, ...args];
    const { stdout } = await run('tmux', all, {
      cwd: folder,
      env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', ...env },
    });
    return stdout;
  };
  // The shell gets Ctrl-C as well, and would end with it.
  const script = 'trap : INT; "$@"; echo "[status $?]"; exec sleep 300';
  const size = ['-x', '80', '-y', '24'];
  const named = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const program = ['sh', 'env', ...named, process.execPath, main, ...words];
  await tmux('new-session', '-d', ...size, 'sh', '-c', script, ...program);

  async function see(pattern: RegExp): Promise<string> {
    const overdue = performance.now() + patience;
    for (;;) {
      const picture = (await tmux('capture-pane', '-p')).trimEnd();
      if (pattern.test(picture)) return picture;
      if (performance.now() > overdue) throw new Error(`There is no ${pattern} in:\n${picture}`);
      await sleep(20);
    }
  }

  return {
    folder,
    see,
    seeColours: async () => nameColours((await tmux('capture-pane', '-p', '-e')).trimEnd()),
    async type(line) {
      await tmux('send-keys', '-l', line);
      await tmux('send-keys', 'Enter');
    },
    press: async (key) => void (await tmux('send-keys', key)),
    async [Symbol.asyncDispose]() {
      await tmux('kill-server');
      await rm(folder, { recursive: true });
    },
  };
}

const weights: Readonly<Record<string, string>> = { 1: 'bold', 2: 'dim', 22: '' };
const colours: Readonly<Record<string, string>> = { 31: 'red', 33: 'yellow', 36: 'cyan', 39: '' };

// Versions of tmux write the same colours in different ways.
function nameColours(picture: string): string {
  const [begin = '', ...parts] = picture.split('\u001B[');
  let [weight, colour, shown] = ['', '', 'plain'];
  let named = begin;
  for (const part of parts) {
    const [, codes = '', text = ''] = /^([\d;]*)m([^]*)$/.exec(part) ?? [];
    for (const code of (codes || '0').split(';')) {
      if (code === '0') [weight, colour] = ['', ''];
      else if (code in weights) weight = weights[code] ?? '';
      else if (code !== '49') colour = colours[code] ?? `sgr ${code}`;
    }
    const wanted = `${weight} ${colour}`.trim() || 'plain';
    if (text === '') continue;
    named += wanted === shown ? text : `{${wanted}}${text}`;
    shown = wanted;
  }
  return named;
}

/** The picture without what differs from run to run: figures and ports. */
export function withoutFigures(picture: string): string {
  return picture
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')
    .replace(/after \d+ ms/g, 'after N ms')
    .replace(/\d+\.\d( tokens| pieces)\/s/g, 'N$1/s')
    .replace(/\d+\.\d+ s\b/g, 'N s');
}
