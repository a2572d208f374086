/** Why weights cannot be had: a sentence that names the file or the model, and the reason. */
export class WeightsError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'WeightsError';
  }
}

/** No answer comes from where weights are to be fetched. */
export class Unreachable extends WeightsError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Unreachable';
  }
}

/** The error for a file that cannot be used, for a reason that has no full stop. */
export function refuseFile(path: string, reason: string): WeightsError {
  return new WeightsError(`${path} cannot be used: ${reason}.`);
}

/** The system's code for what went wrong, ENOENT for one, or else the error's message. */
export function readCode(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
