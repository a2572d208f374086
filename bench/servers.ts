import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pieceLength } from './text.ts';

/** What a server is asked to serve, whichever it is. */
export interface Service {
  /** A text to say, or undefined for text of the server's own. */
  readonly text?: string;
  /** Pieces a second; absent: no pace. */
  readonly rate?: number;
  /** How often our own server says the text. */
  readonly repeats?: number;
}

/** A kind of server that workloads run on. */
export interface ServerKind {
  readonly name: 'understudy' | 'aimock' | 'bare node';
  /** Events before the first piece and after the last one. */
  readonly lead: number;
  readonly trail: number;
  /** Moment of the first piece after the request. */
  first(rate: number): number;
  /** The arguments of node that start it. */
  command(service: Service, port: number): readonly string[];
}

/** A server in a process of its own. */
export interface RunningServer {
  readonly pid: number;
  readonly url: string;
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const bareServer = fileURLToPath(new URL('bare-server.ts', import.meta.url));
const aimock = fileURLToPath(new URL('node_modules/@copilotkit/aimock/dist/cli.js', import.meta.url));

// As `npm start` has it.
const youngGeneration = ['--max-semi-space-size=32'];

/** Understudy, as it stands in the checkout. */
export const understudy: ServerKind = {
  name: 'understudy',
  lead: 1,
  trail: 2,
  // The words engine says the first word at once.
  first: () => 0,
  command({ text, rate, repeats = 1 }, port) {
    const engine = text === undefined ? [] : ['--message', text, '--repeat-count', String(repeats)];
    const pace = rate === undefined ? ['--instant'] : ['--words-per-second', String(rate)];
    const quiet = ['--log-level', 'silent', '--shutdown-grace', '0'];
    return [...youngGeneration, program, '--port', String(port), ...engine, ...pace, ...quiet];
  },
};

/** Whether aimock is there: npm ci --prefix bench. */
export const isRivalInstalled = existsSync(aimock);

/** aimock, told to say the same pieces at the same pace. */
export const rival: ServerKind = {
  name: 'aimock',
  lead: 1,
  trail: 2,
  // Its time to first token stands before the event of the role; the first text comes a gap later.
  first: (rate) => 1000 / rate,
  command({ text = '', rate }, port) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    const file = join(folder, 'fixtures.json');
    const pace = rate === undefined ? {} : { streamingProfile: { ttft: 0, tps: rate } };
    const fixture = { match: { userMessage: 'Bench' }, response: { content: text }, ...pace };
    writeFileSync(file, JSON.stringify({ fixtures: [fixture] }));
    const options = ['-p', String(port), '-f', file, '-c', String(pieceLength), '--log-level', 'silent'];
    return [aimock, ...options];
  },
};

/** What the platform allows: node:http and nothing but the stream. */
export const bare: ServerKind = {
  name: 'bare node',
  lead: 1,
  trail: 2,
  first: () => 0,
  command: (service, port) => [bareServer, JSON.stringify(service), String(port)],
};

const pinned = existsSync('/usr/bin/taskset');

/** Starts node with the arguments on one core, where the system can do that. */
export function spawnOnCore(
  core: number,
  args: readonly string[],
  stdout: 'ignore' | 'pipe' = 'ignore',
): ChildProcess {
  const command = pinned ? ['taskset', '-c', String(core), process.execPath] : [process.execPath];
  const [executable = process.execPath, ...rest] = [...command, ...args];
  return spawn(executable, rest, { stdio: ['ignore', stdout, 'inherit'] });
}

/** Starts a server on core 0, with flags for node, and waits until it listens. */
export async function startServer(
  kind: ServerKind,
  service: Service,
  flags: readonly string[] = [],
): Promise<RunningServer> {
  const port = await findPort();
  const child = spawnOnCore(0, [...flags, ...kind.command(service, port)]);
  const { pid } = child;
  if (pid === undefined) throw new Error(`${kind.name} does not start.`);
  const url = `http://127.0.0.1:${port}`;
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await waitUntilOpen(url, child);
  return {
    pid,
    url,
    async stop() {
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), 3000);
      await closed;
      clearTimeout(patience);
    },
  };
}

/** A port that nobody listens on. */
export function findPort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function waitUntilOpen(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}.`);
    try {
      await (await fetch(url)).arrayBuffer();
      return;
    } catch {
      // It does not listen yet.
      await sleep(20);
    }
  }
  throw new Error('The server did not listen within ten seconds.');
}
