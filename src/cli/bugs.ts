import { readCode } from './failure.ts';
import type { Terminal } from './terminal.ts';

/** Ends the process with one line where something of ours broke; LOG_LEVEL=debug adds the stack. */
export function watchForBugs({ env, output, messages }: Terminal): void {
  // Whoever read the output has left, `head` for one: nobody is there to tell.
  for (const stream of [output, messages]) {
    stream.on('error', (error) => process.exit(readCode(error) === 'EPIPE' ? 0 : 1));
  }
  const isDetailed = env['LOG_LEVEL'] === 'debug';
  process.on('uncaughtException', (error: unknown) => {
    messages.write(formatBug(error, isDetailed), () => process.exit(1));
  });
}

/** A line that asks to report what broke, with the stack where it is wanted. */
export function formatBug(error: unknown, isDetailed: boolean): string {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const line = reason.split('\n', 1).join('').replace(/\.$/, '');
  const hint = isDetailed ? '' : ' LOG_LEVEL=debug shows where.';
  const stack = isDetailed && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  return `error: Understudy broke, please report it: ${line}.${hint}\n${stack}`;
}
