import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { askOnce } from './ask-once.ts';
import { type ServerKind, findPort, spawnOnCore } from './servers.ts';
import { createText } from './text.ts';

/** Milliseconds from the start of a server's process to the end of its first whole answer. */
export async function measureStart(kind: ServerKind, body: string): Promise<number> {
  const port = await findPort();
  const expected = createText(12);
  const command = kind.command({ text: expected }, port);
  const began = performance.now();
  const child = spawnOnCore(0, command);
  const closed = new Promise((resolve) => child.once('close', resolve));
  try {
    while (!(await isOpen(port))) {
      if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}.`);
      await sleep(1);
    }
    await askOnce(`http://127.0.0.1:${port}/v1/chat/completions`, body, expected);
    return performance.now() - began;
  } finally {
    child.kill('SIGKILL');
    await closed;
  }
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
