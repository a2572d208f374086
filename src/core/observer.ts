import type { Call } from './dialect.ts';

/** One finished request, as logs and journals tell it: no bodies, no keys. */
export interface RequestRecord {
  readonly id: string;
  readonly method: string;
  /** The route's pattern, or 'unmatched'. */
  readonly route: string;
  readonly status: number;
  /** Milliseconds from the request to its end. */
  readonly duration: number;
  readonly dialect: string;
  readonly model?: string;
  readonly streamed?: boolean;
  /** Milliseconds to the first piece of text. */
  readonly ttft?: number;
  readonly promptTokens?: number;
  readonly completionTokens?: number;
  readonly finish?: string;
  /** Why the request did not end well: an error's code, 'aborted' or 'slow-reader'. */
  readonly failure?: string;
}

/** What watches the server; it hears of each request when it has been read and once when it has ended. */
export interface Observer {
  received?(call: Call): void;
  ended?(record: RequestRecord): void;
  /** Something of ours broke: a bug, not a client's mistake. */
  crashed?(error: unknown, id: string): void;
}
