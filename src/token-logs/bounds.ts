/** How much a token log keeps. */
export interface LogBounds {
  /** Logs at one time, those that have ended included. */
  readonly logs: number;
  /** Events of one log. */
  readonly logEvents: number;
  /** Events of all logs together. */
  readonly events: number;
  /** How long a log is kept after its end, in milliseconds. */
  readonly keptFor: number;
}

/** The bounds of a server: an event takes some 150 bytes, so all of them some 150 MB. */
export const logBounds: LogBounds = {
  logs: 10_000,
  logEvents: 100_000,
  events: 1_000_000,
  keptFor: 300_000,
};
