/** How streaming servers are asked. */
export type LoadDialect = 'openai' | 'prompt' | 'completion';

/** The moments at which tokens are due after the moment of their call. */
export interface AskedPace {
  readonly ttft: number;
  readonly tokensPerSecond: number;
}

/** When calls begin: at their own moments, whatever the server does, or each as soon as one before it has ended. */
export type Arrivals =
  | { readonly kind: 'open'; readonly rate: number; readonly shape: 'poisson' | 'even' }
  | { readonly kind: 'closed'; readonly concurrency: number };

/** What a load run does; times in milliseconds. */
export interface LoadPlan {
  readonly url: string;
  readonly dialect: LoadDialect;
  readonly model: string;
  readonly prompt: string;
  readonly maxTokens: number;
  readonly apiKey?: string | undefined;
  readonly pace?: AskedPace | undefined;
  readonly arrivals: Arrivals;
  readonly warmUp: number;
  readonly duration: number;
  /** Most calls, those of the warm-up included. */
  readonly requests: number;
  /** The longest that one call may take. */
  readonly timeout: number;
  /** Most calls that are open at once; a call beyond them counts as an error. */
  readonly mostOpen: number;
}

/** A worker's part of a plan. */
export interface Share {
  readonly index: number;
  readonly of: number;
}

/** How many of `total` fall to a worker. */
export function shareOf(total: number, { index, of }: Share): number {
  return Math.floor(total / of) + (index < total % of ? 1 : 0);
}
