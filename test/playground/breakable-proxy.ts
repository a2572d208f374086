import { once } from 'node:events';
import { type Socket, connect, createServer } from 'node:net';

/** Stands between a client and a server until it breaks. */
export interface BreakableProxy extends AsyncDisposable {
  readonly url: string;
  /** Breaks all connections; new ones are let through. */
  break(): void;
}

/** Opens a proxy to the address of a server of this machine. */
export async function breakableProxy(target: string): Promise<BreakableProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const inner = connect(Number(new URL(target).port), '127.0.0.1');
    for (const socket of [client, inner]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    client.pipe(inner).pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const breakAll = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    url: `http://127.0.0.1:${port}`,
    break: breakAll,
    async [Symbol.asyncDispose]() {
      server.close();
      breakAll();
    },
  };
}
