import { MessageChannel } from 'node:worker_threads';

/** Keeps the process from ending while nothing is open but a wait of the clock's, which lets it end; gives a way to stop that. */
export function stayAwake(): () => void {
  const { port1 } = new MessageChannel();
  // A port that somebody listens to counts as open.
  port1.on('message', () => undefined);
  return () => port1.close();
}
