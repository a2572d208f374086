import type { Clock } from '../core/clock.ts';

/** What a shutdown does, and with what. */
export interface ShutdownParts {
  readonly clock: Clock;
  /** Seconds that running answers get. */
  readonly grace: number;
  close(): Promise<void>;
  tell(message: string): void;
  exit(status: number): void;
}

const statuses = { SIGINT: 130, SIGTERM: 143 } as const;

/** The signals that end a server. */
export type EndSignal = keyof typeof statuses;

// npm passes on the Ctrl-C that the terminal has sent to its children already: that is no second one.
const repeated = 250;

/** What to do at a signal: the first one drains the server, a second one ends the process at once. */
export function createShutdown({
  clock,
  grace,
  close,
  tell,
  exit,
}: ShutdownParts): (signal: EndSignal) => void {
  let begun: number | undefined;

  function drain(): void {
    tell(`Stopping: running answers get ${grace} s to finish. Once more to stop at once.`);
    const overdue = clock.alarm(() => {
      tell('Some answers would not end: stopping all the same.');
      exit(1);
    });
    overdue.set(clock.now() + (grace + 2) * 1000);
    close().then(
      () => exit(0),
      (error: unknown) => {
        tell(`The server did not close well: ${error instanceof Error ? error.message : String(error)}`);
        exit(1);
      },
    );
  }

  return (signal) => {
    if (begun === undefined) {
      begun = clock.now();
      drain();
    } else if (clock.now() - begun > repeated) exit(statuses[signal]);
  };
}
