import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import type { Clock } from '../../core/clock.ts';
import { engineFailed } from '../../core/refusals.ts';
import { keepLastWords } from './last-words.ts';
import { type FromModel, type LoadOptions, type Readiness, type ToModel, isFromModel } from './protocol.ts';

/** A running process of a model. */
export interface ModelProcess {
  readonly readiness: Readiness;
  readonly pid: number | undefined;
  send(message: ToModel): void;
  /** Keeps the server's process alive while true: an answer is waited for. */
  hold(waiting: boolean): void;
  /** Ends it: by force where it does not by itself. */
  stop(): Promise<void>;
}

/** What a process is started with. */
export interface StartOptions {
  readonly load: LoadOptions;
  readonly clock: Clock;
  /** Ends it while it still loads. */
  readonly signal: AbortSignal;
  /** Hears everything that it says once it is ready. */
  hear(message: FromModel): void;
  /** Hears that it has ended, with an error for those who wait for its answers. */
  gone(error: Error): void;
}

// Milliseconds that a process has for its end: less than a server has for its own.
const grace = 1000;

/** Starts the process of a model and waits until it has loaded it; rejects with an ApiError that says why it cannot. */
export async function startModelProcess(options: StartOptions): Promise<ModelProcess> {
  const { load, clock, signal } = options;
  signal.throwIfAborted();
  const child = startChild();
  const kill = (): void => void child.kill('SIGKILL');
  // One that stands still does not hear that its server has gone.
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  signal.addEventListener('abort', kill, { once: true });
  tell(child, { type: 'load', options: load });
  try {
    const readiness = await waitUntilReady(child, options);
    return {
      readiness,
      pid: child.pid,
      send: (message) => tell(child, message),
      hold: createHold(child),
      stop: () => stop(child, clock),
    };
  } catch (error) {
    kill();
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', kill);
  }
}

function waitUntilReady(child: ChildProcess, { hear, gone }: StartOptions): Promise<Readiness> {
  const lastWords = keepLastWords(child.stderr);
  return new Promise((resolve, reject) => {
    let ready = false;
    child.on('message', (message) => {
      if (!isFromModel(message)) return;
      if (message.type === 'failed')
        reject(engineFailed(message.message, new Error(lastWords() || message.message)));
      if (message.type === 'ready') {
        ready = true;
        resolve(message);
      } else hear(message);
    });
    child.on('error', (error) =>
      reject(engineFailed('The process of the model could not be started.', error)),
    );
    child.once('close', (code, signal) => {
      const work = ready ? 'answered' : 'loaded the model';
      const message = `The process of the model ended while it ${work} (${signal ?? `code ${code}`}).`;
      const error = engineFailed(message, new Error(lastWords() || message));
      reject(error);
      if (ready) gone(error);
    });
  });
}

function startChild(): ChildProcess {
  const script = new URL(`./process${extname(import.meta.filename)}`, import.meta.url);
  // Without the flags of the server: a profiler's or a debugger's would be shared by both.
  return fork(script, { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
}

// One that has just ended is told nothing: how it ended is heard soon.
function tell(child: ChildProcess, message: ToModel): void {
  if (child.connected) child.send(message, () => undefined);
}

function createHold(child: ChildProcess): ModelProcess['hold'] {
  let held = true;
  return (waiting) => {
    if (waiting === held) return;
    held = waiting;
    if (waiting) child.ref();
    else child.unref();
    if (waiting) child.channel?.ref();
    else child.channel?.unref();
  };
}

async function stop(child: ChildProcess, clock: Clock): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.ref();
  if (child.connected) child.disconnect();
  const patience = new AbortController();
  const late = clock.sleepUntil(clock.now() + grace, patience.signal).then(
    () => child.kill('SIGKILL'),
    // It has ended by itself.
    () => false,
  );
  await ended;
  patience.abort();
  await late;
}
