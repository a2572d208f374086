import { once } from 'node:events';
import { type Socket, connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A way to a server on 127.0.0.1 that can be made a bad one; what is asked of it holds for both directions. */
export interface FaultProxy {
  readonly port: number;
  /** Carries all as it comes, from now on; connections that `swallow` has taken bytes of stay deaf. */
  pass(): void;
  /** Carries each chunk so many milliseconds later. */
  delay(span: number): void;
  /** Carries no more than so many bytes in a second, on each connection and way. */
  throttle(bytesPerSecond: number): void;
  /** Resets all connections that there are. */
  cut(): void;
  /** Takes no new connections until `admit`. */
  refuse(): Promise<void>;
  admit(): Promise<void>;
  /** Keeps what comes back until `pass`, as a net does that loses packets for a while. */
  hold(): void;
  /** Takes connections and bytes, and carries nothing: what has come is lost, and nobody is told. */
  swallow(): void;
  close(): Promise<void>;
}

interface Way {
  mode: 'pass' | 'hold' | 'swallow';
  delay: number;
  bytesPerSecond: number;
  readonly waiting: (() => void)[];
}

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
  isDeaf: boolean;
}

/** Opens a way to a port on a free port of 127.0.0.1. */
export async function openProxy(target: number): Promise<FaultProxy> {
  const way: Way = { mode: 'pass', delay: 0, bytesPerSecond: Infinity, waiting: [] };
  const pairs = new Set<Pair>();
  const listener = createServer((client) => join(client, target, way, pairs));
  const listen = async (asked: number): Promise<void> => {
    listener.listen(asked, '127.0.0.1');
    await once(listener, 'listening');
  };
  await listen(0);
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  const { port } = address;
  const cut = (): void => {
    for (const { client, server } of pairs) for (const socket of [client, server]) socket.resetAndDestroy();
  };
  // A listener that is closed waits for its connections; it takes no new ones at once.
  const refuse = async (): Promise<void> => void (listener.listening && listener.close());

  return {
    port,
    pass: () => change(way, { mode: 'pass', delay: 0, bytesPerSecond: Infinity }),
    delay: (delay) => change(way, { mode: 'pass', delay }),
    throttle: (bytesPerSecond) => change(way, { mode: 'pass', bytesPerSecond }),
    hold: () => change(way, { mode: 'hold' }),
    swallow: () => change(way, { mode: 'swallow' }),
    cut,
    refuse,
    admit: () => listen(port),
    async close() {
      change(way, { mode: 'pass' });
      await refuse();
      cut();
    },
  };
}

function change(way: Way, changed: Partial<Way>): void {
  Object.assign(way, changed);
  if (way.mode === 'pass') for (const goOn of way.waiting.splice(0)) goOn();
}

function join(client: Socket, target: number, way: Way, pairs: Set<Pair>): void {
  const server = connect(target, '127.0.0.1');
  const pair: Pair = { client, server, isDeaf: way.mode === 'swallow' };
  pairs.add(pair);
  for (const [from, to] of [
    [client, server],
    [server, client],
  ] as const) {
    from.setNoDelay(true);
    // What breaks one half breaks the other: the close says so.
    from.on('error', () => undefined);
    from.on('close', () => {
      pairs.delete(pair);
      // Nothing gets through a hole, the news of an end neither.
      if (!pair.isDeaf && way.mode !== 'swallow') to.destroy();
    });
    carry(from, to, way, pair);
  }
}

// So much may be under way in one direction before its sender has to wait.
const mostUnderWay = 65_536;

function carry(from: Socket, to: Socket, way: Way, pair: Pair): void {
  let underWay = 0;
  let last = Promise.resolve();
  from.on('data', (chunk: Buffer) => {
    if (way.mode === 'swallow') pair.isDeaf = true;
    if (pair.isDeaf) return;
    const due = performance.now() + way.delay;
    underWay += chunk.length;
    if (underWay > mostUnderWay) from.pause();
    last = last.then(async () => {
      const wait = Math.max(due - performance.now(), (chunk.length / way.bytesPerSecond) * 1000);
      if (wait > 0) await sleep(wait);
      if (way.mode === 'hold') await new Promise<void>((resolve) => void way.waiting.push(resolve));
      underWay -= chunk.length;
      from.resume();
      if (!pair.isDeaf && !to.destroyed) to.write(chunk);
    });
  });
}
