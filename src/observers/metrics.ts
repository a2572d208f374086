import type { Observer } from '../core/observer.ts';
import type { Tally } from '../core/tally.ts';

/** What metrics are made of. */
export interface MetricsOptions {
  readonly tally: Tally;
  /** Whether a model may be a label: clients choose names, and each label value costs memory for ever. */
  isKnownModel(id: string): boolean;
}

/** The server's metrics. */
export interface Metrics {
  readonly observer: Observer;
  /** All metrics in Prometheus' text format. */
  read(): Promise<{ readonly contentType: string; readonly text: string }>;
  close(): void;
}

/** Metrics of a tally and of the requests that are observed. */
export function createMetrics(_options: MetricsOptions): Metrics {
  return {
    observer: {},
    read: async () => ({ contentType: 'text/plain', text: '' }),
    close: () => undefined,
  };
}
