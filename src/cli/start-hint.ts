import { isLoopbackName } from '../core/loopback.ts';

/** What mends that nobody listens at an address: the words before "or …". Absent where the machine is another one. */
export function hintStart({ hostname, port }: URL): string | undefined {
  if (!isLoopbackName(hostname)) return undefined;
  if (port === '' || port === '8080') return 'Start a server first (understudy, or npm start)';
  return `Start a server first (understudy --port ${port}, or npm start -- --port ${port})`;
}
