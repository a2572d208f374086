import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A real Redis of one test, on 127.0.0.1. */
export interface RedisServer {
  readonly port: number;
  readonly url: string;
  readonly folder: string;
  /** Ends it as a power cut of the process would: SIGKILL. */
  kill(): Promise<void>;
  /** Makes it stand still: it takes connections and answers nothing. */
  stop(): void;
  /** Lets it go on after `stop`. */
  cont(): void;
  /** Ends it where it runs, and starts it again on the same port and folder. */
  restart(): Promise<void>;
  /** Ends it and deletes its folder. */
  close(): Promise<void>;
}

const startWithin = 20_000;

/** Starts a Redis with these lines of configuration on a free port and in a folder of its own; resolves when it answers. */
export async function startRedis(config: readonly string[] = []): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'understudy-redis-'));
  const port = await findPort();
  let running: ChildProcess | undefined;

  // Whatever ends the tests, nothing of theirs goes on.
  const killNow = () => running?.kill('SIGKILL');
  process.on('exit', killNow);

  async function kill(): Promise<void> {
    const ended = running;
    running = undefined;
    if (ended === undefined || ended.exitCode !== null || ended.signalCode !== null) return;
    const exit = once(ended, 'exit');
    ended.kill('SIGKILL');
    await exit;
  }

  async function start(): Promise<void> {
    running = launch(folder, port, config);
    await waitUntilReady(running, port);
  }

  async function close(): Promise<void> {
    await kill();
    process.off('exit', killNow);
    rmSync(folder, { recursive: true, force: true });
  }

  try {
    await start();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    folder,
    kill,
    stop: () => void running?.kill('SIGSTOP'),
    cont: () => void running?.kill('SIGCONT'),
    restart: async () => {
      await kill();
      await start();
    },
    close,
  };
}

function launch(folder: string, port: number, config: readonly string[]): ChildProcess {
  const lines = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${folder}`,
    'save ""',
    'daemonize no',
    'loglevel warning',
    ...config,
  ];
  const started = spawn('redis-server', ['-'], { stdio: ['pipe', 'ignore', 'ignore'] });
  // A program that is not there ends its pipe as well: the error of the start says so.
  started.stdin?.on('error', () => undefined);
  started.on('error', () => undefined);
  started.stdin?.end(`${lines.join('\n')}\n`);
  return started;
}

async function waitUntilReady(started: ChildProcess, port: number): Promise<void> {
  const end = Date.now() + startWithin;
  while (Date.now() < end) {
    if (started.pid === undefined) throw new Error('redis-server is not installed.');
    if (started.exitCode !== null) throw new Error(`redis-server ended at its start: ${started.exitCode}.`);
    if (await answersPing(port)) return;
    await sleep(20);
  }
  throw new Error(`redis-server did not answer within ${startWithin} ms.`);
}

// A Redis that still reads its files answers LOADING instead.
function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.setTimeout(500, () => socket.destroy());
    socket.once('data', (data) => {
      resolve(/^(?:\+PONG|-NOAUTH)/.test(data.toString()));
      socket.destroy();
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(false));
  });
}

/** A port of 127.0.0.1 that nobody uses at this moment. */
export async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
