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

const answers = Symbol('answers');

/** A socket with the answers that have begun on it; more than one where requests were pipelined. */
interface Watched extends Socket {
  [answers]?: readonly ServerResponse[];
}

/** A watch over connections that has seen none yet. */
export function createConnections(): Connections {
  // Node counts these as busy: closing its idle connections would leave them open until their headers are overdue.
  const silent = new Set<Socket>();

  function watch(server: Server): void {
    server.on('connection', (socket: Socket) => {
      silent.add(socket);
      socket.once('close', () => silent.delete(socket));
    });
    server.on('request', (request, response) => {
      const socket: Watched = request.socket;
      silent.delete(socket);
      // Told apart when the next one comes: a listener on each response keeps what it made alive for longer.
      const open = socket[answers]?.filter(({ writableEnded }) => !writableEnded) ?? [];
      socket[answers] = [...open, response];
    });
  }

  return {
    watch,
    isAnswering(socket: Watched) {
      return (socket[answers] ?? []).some((response) => response.headersSent && !response.writableEnded);
    },
    closeSilent() {
      for (const socket of silent) socket.destroy();
    },
  };
}
