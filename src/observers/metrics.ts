import type { Registry } from 'prom-client';
import type { EngineFigure } from '../core/engine.ts';
import type { Observer } from '../core/observer.ts';
import type { Tally } from '../core/tally.ts';
import { type Family, expositionType, renderFamilies } from './exposition.ts';
import { createRequestCounts } from './request-counts.ts';
import { tallyFamilies } from './tally-families.ts';

/** What metrics are made of. */
export interface MetricsOptions {
  readonly tally: Tally;
  /** Whether a model may be a label: clients choose names, and each label value costs memory for ever. */
  isKnownModel(id: string): boolean;
  /** What engines tell of themselves. */
  figures(): Promise<readonly EngineFigure[]>;
  /** What else is told; absent: nothing. */
  families?(): Promise<readonly Family[]>;
}

/** The server's metrics. */
export interface Metrics {
  readonly observer: Observer;
  /** All metrics in Prometheus' text format. */
  read(): Promise<{ readonly contentType: string; readonly text: string }>;
  close(): void;
}

/** Metrics of a tally, of the requests that are observed and, from the first reading on, of the process. */
export function createMetrics({ tally, isKnownModel, figures, families }: MetricsOptions): Metrics {
  const counts = createRequestCounts(isKnownModel);
  let processMetrics: Promise<Registry> | undefined;

  async function read() {
    const engines = (await figures()).map(({ name, help, type, value }) => ({
      name,
      help,
      type,
      samples: [{ labels: {}, value }],
    }));
    const others = (await families?.()) ?? [];
    const ours = renderFamilies([...tallyFamilies(tally), ...counts.families(), ...engines, ...others]);
    const registry = await (processMetrics ??= watchProcess());
    return { contentType: expositionType, text: `${ours}\n${await registry.metrics()}` };
  }

  return {
    observer: counts.observer,
    read,
    close: () => void processMetrics?.then((registry) => registry.clear()),
  };
}

// Watching the event loop and the garbage collector costs timers: a server that nobody scrapes has none.
async function watchProcess(): Promise<Registry> {
  const { Registry, collectDefaultMetrics } = await import('prom-client');
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const name of untrue) registry.removeSingleMetric(name);
  return registry;
}

// These are no numbers, or absurd ones, in a reading before which the loop was never measured; the quantiles stay.
const untrue = ['min', 'mean', 'stddev'].map((figure) => `nodejs_eventloop_lag_${figure}_seconds`);
