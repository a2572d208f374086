/** What a load generator is told: one JSON object on its command line; times in milliseconds. */
export interface LoadPlan {
  /** Loopback only. */
  readonly url: string;
  readonly body: string;
  readonly connections: number;
  /** Time over which the first requests are spread. */
  readonly ramp: number;
  /** Time between the ramp and the window, for the server to warm up. */
  readonly settle: number;
  /** Time that is measured. */
  readonly window: number;
  /** From one request of a connection to its next; 0: as soon as the answer before has ended. */
  readonly period: number;
  /** What a streamed answer looks like; absent: whole answers. */
  readonly stream?: StreamShape;
  /** The server's process, whose use of processor and memory is measured. */
  readonly server: number;
}

/** The events of a streamed answer. */
export interface StreamShape {
  /** Events before the first piece of text. */
  readonly lead: number;
  /** Events that hold a piece of text. */
  readonly pieces: number;
  /** Events after the last piece, `[DONE]` included. */
  readonly trail: number;
  /** Moment of the first piece after the request, and the time from each piece to the next; absent: no pace. */
  readonly pace?: { readonly first: number; readonly gap: number };
}

/** Percentiles of a figure in milliseconds. */
export interface Percentiles {
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
}

/** What a load generator measured within its window; times in milliseconds. */
export interface LoadReport {
  readonly seconds: number;
  readonly pieces: number;
  /** Pieces that the pace asked for within the window. */
  readonly due: number;
  readonly answers: number;
  readonly bytes: number;
  readonly errors: Readonly<Record<string, number>>;
  readonly firstByte: Percentiles;
  readonly firstPiece: Percentiles;
  readonly lateness: Percentiles;
  /** The most that a piece came before its moment. */
  readonly earliest: number;
  /** The server's use: parts of a core, bytes. */
  readonly cores: number;
  readonly memory: number;
  readonly peakMemory: number;
  /** The generator's own use: a part of a core near 1 or a late event loop make the figures worthless. */
  readonly own: { readonly cores: number; readonly lag: Percentiles };
}
