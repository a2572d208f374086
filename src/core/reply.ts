/** How a connection is cut: in order, or with a reset. */
export type Severing = 'fin' | 'rst';

/** The way to one client's socket; a fault is another Reply around it. Nothing may be written after `end` or `sever`. */
export interface Reply {
  /** The status and headers; they leave with the first chunk, or at once when none follows in the same turn. */
  head(status: number, headers: Readonly<Record<string, string>>): void;
  /** Sends a chunk of text as UTF-8; false when the client is behind: wait for `drained` before the next one. */
  write(chunk: string): boolean;
  /** Calls back once, when the client has caught up; never, when it is gone. */
  drained(resume: () => void): void;
  end(): void;
  sever(how: Severing): void;
}
