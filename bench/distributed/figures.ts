/** One line of the table: what was measured, in one process and through Redis. */
export interface Row {
  readonly what: string;
  readonly here: string;
  readonly there: string;
  /** What Redis costs, as a ratio or a difference. */
  readonly cost: string;
  /** Empty where there is none. */
  readonly aim: string;
}

/** The head of the table. */
export const head = '| | in one process | through Redis | cost | aim |\n|---|---|---|---|---|';

/** A row in words. */
export function describeRow({ what, here, there, cost, aim }: Row): string {
  return `| ${[what, here, there, cost, aim].join(' | ')} |`;
}

/** Two quantiles of both, and by how much those through Redis are greater. */
export function compareTimes(what: string, here: readonly number[], there: readonly number[], aim = ''): Row {
  const both = (values: readonly number[]) =>
    `${ms(quantile(values, 0.5))} / ${ms(quantile(values, 0.99))} ms`;
  const more = (fraction: number) => signed(quantile(there, fraction) - quantile(here, fraction));
  return {
    what: `${what} (p50 / p99)`,
    here: both(here),
    there: both(there),
    cost: `${more(0.5)} / ${more(0.99)} ms`,
    aim,
  };
}

/** Two rates, and the part of the first that the second is. */
export function compareRates(what: string, here: number, there: number, aim = ''): Row {
  return { what, here: count(here), there: count(there), cost: `${(there / here).toFixed(3)} x`, aim };
}

/** The value below which a part of all lies. */
export function quantile(values: readonly number[], fraction: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(fraction * sorted.length))] ?? 0;
}

/** Milliseconds that all processes of this machine count from the same moment. */
export function machineTime(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** Milliseconds in figures that mean something. */
export function ms(value: number): string {
  return Math.abs(value) < 10 ? value.toFixed(2) : value.toFixed(0);
}

function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${ms(value)}`;
}

function count(value: number): string {
  return value >= 10_000 ? `${(value / 1000).toFixed(0)} k/s` : `${value.toFixed(0)} /s`;
}
