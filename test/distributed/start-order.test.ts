import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/scaling.md'), 'utf8');

let folder: string;
let started: { readonly child: ChildProcess; readonly ended: Promise<unknown> }[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-order-'));
});
afterEach(async () => {
  for (const { child } of started) {
    // Each is a group of its own: npm starts what it is asked for in a shell.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  }
  await Promise.all(started.map(({ ended }) => ended));
  started = [];
  rmSync(folder, { recursive: true, force: true });
});

/** The commands of the page's first block, in their order, without what is said of them. */
function readCommands(): readonly string[] {
  const [, block = ''] = /```\n(.*?)```/s.exec(page) ?? [];
  return block
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '');
}

/** Runs a command until it says something; it goes on until the end of the test. */
function start(command: string, pattern: RegExp): Promise<RegExpExecArray> {
  const env = { ...process.env, PORT: '0', UNDERSTUDY_DATA: ':memory:' };
  const child = spawn('sh', ['-c', command], { cwd: root, env, detached: true });
  const ended = new Promise((resolve) => void child.once('close', resolve));
  started.push({ child, ended });
  return new Promise((resolve, reject) => {
    let told = '';
    const hear = (text: Buffer): void => {
      told += text.toString();
      const match = pattern.exec(told);
      if (match !== null) resolve(match);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => reject(new Error(`${command} ended: ${told}`)));
  });
}

/** Runs a command to its end, and gives what it said. */
async function run(command: string): Promise<{ readonly status: number | null; readonly output: string }> {
  const child = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const status = await new Promise<number | null>((resolve) => void child.once('close', resolve));
  return { status, output };
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => void server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => void server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

it('streams tokens where the commands of the page are run in their order', async () => {
  const [redis = '', worker = '', server = '', call = '', ...more] = readCommands();
  expect([redis, worker, server, call].map((command) => command.split(' ')[0])).toEqual([
    'redis-server',
    'npm',
    'npm',
    'curl',
  ]);
  expect(more).toEqual([]);
  const port = await findPort();
  const place = (command: string) => command.replace('redis://127.0.0.1', `redis://127.0.0.1:${port}`);
  await start(`${redis} --port ${port} --dir ${folder} --save ''`, /Ready to accept connections/);
  await start(place(worker), /takes jobs/);
  const [, address = ''] = await start(place(server), /http:\/\/(127\.0\.0\.1:\d+)/);
  const { status, output } = await run(call.replace('127.0.0.1:8080', address));
  expect(status).toBe(0);
  const pieces = [...output.matchAll(/^data: (.*)$/gm)].map(([, data]) => data);
  expect({ count: pieces.length, output }).toEqual({
    count: expect.any(Number),
    output: expect.stringMatching(/(?:^data: .*\n[^]*){6}/m),
  });
  expect(pieces.at(-1)).toBe('[DONE]');
}, 90_000);
