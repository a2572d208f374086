import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type OpenServer, openServer } from '../../src/app.ts';
import { type SettingsInput, readSettings } from '../../src/settings.ts';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** A worker in a process of its own. */
export interface WorkerProcess {
  readonly child: ChildProcess;
  /** The name under which it writes. */
  readonly id: string;
  kill(signal: NodeJS.Signals): void;
  ended(): Promise<void>;
}

/** Starts a worker of the command line, and resolves once it takes jobs. */
export async function startWorker(redis: string, ...flags: readonly string[]): Promise<WorkerProcess> {
  const words = ['worker', '--redis', redis, '--no-dotenv', '--data', ':memory:', ...flags];
  const child = spawn(process.execPath, [main, ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
  const end = (): void => void child.kill('SIGKILL');
  process.on('exit', end);
  const exit = once(child, 'exit').then(() => void process.off('exit', end));
  const id = await new Promise<string>((resolve, reject) => {
    let told = '';
    child.stderr?.on('data', (data: Buffer) => {
      told += data.toString();
      const name = /worker (\S+) takes jobs/.exec(told)?.[1];
      if (name !== undefined) resolve(name);
    });
    child.on('exit', () => reject(new Error(`The worker ended: ${told}`)));
  });
  return { child, id, kill: (signal) => void child.kill(signal), ended: () => exit };
}

/** A server of this process that makes nothing itself. */
export function openApi(redis: string, settings: SettingsInput = {}): Promise<OpenServer> {
  return openServer(readSettings({ redis, port: 0, data: ':memory:', shutdownGrace: 0, ...settings }));
}

/** What a client heard of a chat that is streamed, and when each piece came. */
export interface Heard {
  readonly text: string;
  readonly pieces: readonly { readonly text: string; readonly at: number }[];
  readonly ids: readonly string[];
  readonly done: boolean;
}

/** Asks for a streamed chat, and hears all of it; `told` is called at each piece. */
export async function chat(url: string, content: string, told?: () => void, most?: number): Promise<Heard> {
  const body = JSON.stringify({
    model: 'gpt-4o-mini',
    stream: true,
    messages: [{ role: 'user', content }],
    max_completion_tokens: most,
  });
  const reply = await fetch(`${url}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return hear(reply, told);
}

/** Hears a stream of chunks to its end; `told` is called at each piece. */
export async function hear(reply: Response, told?: () => void): Promise<Heard> {
  if (!reply.ok || reply.body === null) throw new Error(`${reply.status} ${await reply.text()}`);
  const pieces: { text: string; at: number }[] = [];
  const ids: string[] = [];
  let done = false;
  let rest = '';
  for await (const bytes of reply.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + bytes).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const id = /^id: (.*)$/m.exec(block)?.[1];
      if (id !== undefined) ids.push(id);
      const data = /^data: (.*)$/m.exec(block)?.[1] ?? '';
      if (data === '[DONE]') done = true;
      else if (data !== '') {
        const { choices, error } = JSON.parse(data);
        if (error !== undefined) throw new Error(`in the stream: ${error.message}`);
        const text: unknown = choices[0]?.delta?.content;
        if (typeof text !== 'string' || text === '') continue;
        pieces.push({ text, at: performance.now() });
        told?.();
      }
    }
  }
  return { text: pieces.map(({ text }) => text).join(''), pieces, ids, done };
}
