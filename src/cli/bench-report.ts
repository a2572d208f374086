import type { LoadFigures } from '../client/load/figures.ts';
import type { LoadPlan } from '../client/load/plan.ts';
import { type Percentiles, readPercentiles } from '../client/load/span-counts.ts';
import type { Paint } from './terminal.ts';

/** What a run found; times in milliseconds, `seconds` and rates in seconds. */
export interface BenchReport {
  readonly url: string;
  readonly load: string;
  readonly workers: number;
  readonly endedEarly: boolean;
  readonly seconds: number;
  readonly started: number;
  readonly streams: number;
  readonly tokens: number;
  readonly streamsPerSecond: number;
  readonly tokensPerSecond: number;
  /** The most that a call of ours began after its moment. */
  readonly latestStart: number;
  readonly timeToFirstToken: Percentiles;
  readonly timeBetweenTokens: Percentiles;
  /** Absent where no pace was asked for. */
  readonly lateness?: Percentiles;
  readonly endToEnd: Percentiles;
  readonly errors: Readonly<Record<string, number>>;
  readonly tokensBySecond: readonly number[];
}

/** The report of a run. */
export function createReport(
  plan: LoadPlan,
  figures: LoadFigures,
  { workers, endedEarly }: { readonly workers: number; readonly endedEarly: boolean },
): BenchReport {
  const { spans, streams, tokens, started, latestStart, errors, tokensBySecond } = figures;
  const seconds = figures.span / 1000;
  return {
    url: plan.url,
    load: describeLoad(plan),
    workers,
    endedEarly,
    seconds,
    started,
    streams,
    tokens,
    streamsPerSecond: seconds > 0 ? streams / seconds : 0,
    tokensPerSecond: seconds > 0 ? tokens / seconds : 0,
    latestStart,
    timeToFirstToken: readPercentiles(spans.firstToken),
    timeBetweenTokens: readPercentiles(spans.betweenTokens),
    ...(plan.pace !== undefined && { lateness: readPercentiles(spans.lateness) }),
    endToEnd: readPercentiles(spans.endToEnd),
    errors,
    tokensBySecond,
  };
}

/** The spans of a report, by the words that a reader sees. */
export function listSpans(report: BenchReport): readonly (readonly [string, Percentiles])[] {
  return [
    ['time to first token', report.timeToFirstToken],
    ['between tokens', report.timeBetweenTokens],
    ...(report.lateness === undefined ? [] : [['lateness', report.lateness] as const]),
    ['end to end', report.endToEnd],
  ];
}

/** The report as a table within 80 columns. */
export function formatReport(report: BenchReport, paint: Paint): string {
  const { errors } = report;
  const failed = Object.values(errors).reduce((sum, count) => sum + count, 0);
  const lines = [
    paint('bold', report.url.length > 79 ? `${report.url.slice(0, 76)}...` : report.url),
    `${report.load}, ${report.workers} worker${report.workers === 1 ? '' : 's'}${report.endedEarly ? '; ended early' : ''}`,
    '',
    paint('dim', formatRow('ms', ['p50', 'p90', 'p99', 'p99.9', 'max'])),
    ...listSpans(report).map(([name, spans]) => formatRow(name, readCells(spans))),
    '',
    `${formatCount(report.tokens)} tokens, ${formatCount(report.streams)} streams in ${report.seconds.toFixed(1)} s`,
    `${formatNumber(report.tokensPerSecond)} tokens/s, ${formatNumber(report.streamsPerSecond)} streams/s`,
    ...(report.latestStart >= 10
      ? [paint('yellow', `This tool began a call up to ${formatNumber(report.latestStart)} ms late.`)]
      : []),
    failed === 0 ? 'no errors' : paint('red', `${formatCount(failed)} errors:`),
    ...Object.entries(errors)
      .toSorted(([, a], [, b]) => b - a)
      .map(([kind, count]) => `  ${formatCount(count).padStart(9)}  ${kind.slice(0, 66)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** A number of milliseconds or of things a second, in at most nine characters. */
export function formatNumber(value: number): string {
  if (value >= 1000) return formatCount(Math.round(value));
  return value.toFixed(value >= 100 ? 1 : 2);
}

/** The percentiles as they are shown. */
export function readCells(spans: Percentiles): readonly string[] {
  const { p50, p90, p99, p999, max } = spans;
  return [p50, p90, p99, p999, max].map((value) => (spans.count === 0 ? '-' : formatNumber(value)));
}

function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

function formatRow(name: string, cells: readonly string[]): string {
  return `${name.padEnd(22)}${cells.map((cell) => cell.padStart(11)).join('')}`;
}

function describeLoad({ arrivals, dialect }: LoadPlan): string {
  const how =
    arrivals.kind === 'open'
      ? `${arrivals.rate} streams/s (${arrivals.shape}, open loop)`
      : `${arrivals.concurrency} at a time (closed loop)`;
  return `${dialect}: ${how}`;
}
