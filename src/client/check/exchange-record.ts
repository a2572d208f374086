import type { IncomingHttpHeaders } from 'node:http';

/** A request that a check makes. */
export interface CheckCall {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly body?: string | undefined;
}

/** How an exchange ended: `left` by us, with what we wanted; `late` at its deadline; `large` at its size; `broken` by the network. */
export type Ending = 'whole' | 'left' | 'late' | 'large' | 'broken';

/** A piece of an answer's body as it was read. */
export interface Arrival {
  readonly at: number;
  readonly text: string;
}

/** What came of a request; moments in milliseconds since it was made. */
export interface Exchange {
  /** Absent where no head came. */
  status?: number;
  headers: IncomingHttpHeaders;
  version: string;
  /** When the head came. */
  head?: number;
  readonly arrivals: Arrival[];
  /** When it was over. */
  end: number;
  ending: Ending;
  /** The system's code for what broke. */
  code?: string;
  /** Whether it went over a connection that an earlier exchange had used. */
  reused: boolean;
}

/** The whole body of an exchange. */
export function readText({ arrivals }: Exchange): string {
  return arrivals.map(({ text }) => text).join('');
}
