import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What a server's open connections are doing. */
export interface Connections {
  /** Begins to watch the connections of a server. */
  watch(server: Server): void;
  /** Whether the head of an answer has left on the connection, and its end has not. */
  isAnswering(socket: Socket): boolean;
  /** Closes the connections on which nothing has been asked yet. */
  closeSilent(): void;
}

/** A watch over connections that has seen none yet. */
export function createConnections(): Connections {
  // Node counts these as busy: closing its idle connections would leave them open until their headers are overdue.
  const silent = new Set<Socket>();
  const answers = new WeakMap<Socket, Set<ServerResponse>>();

  function watch(server: Server): void {
    server.on('connection', (socket) => {
      silent.add(socket);
      socket.once('close', () => silent.delete(socket));
    });
    server.on('request', ({ socket }, response) => {
      silent.delete(socket);
      const open = answers.get(socket) ?? new Set();
      answers.set(socket, open.add(response));
      response.once('close', () => open.delete(response));
    });
  }

  return {
    watch,
    isAnswering(socket) {
      const open = [...(answers.get(socket) ?? [])];
      return open.some((response) => response.headersSent && !response.writableEnded);
    },
    closeSilent() {
      for (const socket of silent) socket.destroy();
    },
  };
}
