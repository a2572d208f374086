/** Why a command cannot go on, in one sentence for the terminal, and the status the process ends with. */
export class Failure extends Error {
  readonly status: number;

  constructor(message: string, status: 1 | 2) {
    super(message);
    this.name = 'Failure';
    this.status = status;
  }
}

/** A command that was given something it cannot use: the process ends with 2. */
export function misuse(message: string): Failure {
  return new Failure(message, 2);
}

/** The system's code for what went wrong, ENOENT for one, or else the error's message. */
export function readCode(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
