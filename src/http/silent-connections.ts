import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Watches a server for connections on which nothing has been asked yet, and gives a function that closes those. */
export function watchSilentConnections(server: Server): () => void {
  // Node counts them as busy: closing its idle connections would leave these open until their headers are overdue.
  const silent = new Set<Socket>();
  server.on('connection', (socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.on('request', ({ socket }) => silent.delete(socket));
  return () => {
    for (const socket of silent) socket.destroy();
  };
}
