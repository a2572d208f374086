import type { JSX } from 'preact';
import type uPlot from 'uplot';
import { computeFigures, dueAt, listLateness } from './figures.ts';
import { Plot, type PlotSeries } from './plot.tsx';
import type { Schedule } from './paces.ts';
import { formatMs, formatPieces, formatRate } from './tell.ts';

/** The arrivals of one stream, and when they were due. */
export interface Lane {
  readonly label: string;
  /** When each piece came. */
  readonly arrivals: readonly number[];
  /** The tokens that the server counted. */
  readonly tokens: number | undefined;
  readonly schedule: Schedule | undefined;
}

interface PlotsOptions {
  readonly lanes: readonly Lane[];
  /** Whether the schedule is drawn beside what came. */
  readonly isScheduled?: boolean;
}

/** How many pieces have come at each moment. */
export function ArrivalPlot({ lanes, isScheduled = false }: PlotsOptions): JSX.Element {
  const length = longest(lanes);
  const arrived = lanes.map(({ arrivals }) => spread(length, (index) => toSeconds(arrivals[index])));
  const due = isScheduled ? lanes.flatMap((lane) => dueOf(lane, length)) : [];
  const series: PlotSeries[] = [
    ...lanes.map(({ label }, index) => ({ label, colour: index + 1 })),
    ...due.map(() => ({ label: 'due', colour: 0 })),
  ];
  const data: uPlot.AlignedData = [spread(length, (index) => index + 1), ...arrived, ...due];
  return <Plot title="Pieces over seconds" label={describe(lanes)} {...{ series, data }} isUpright />;
}

/** How late each piece was. */
export function LatenessPlot({ lanes }: PlotsOptions): JSX.Element {
  const length = longest(lanes);
  const late = lanes.map(({ arrivals, schedule }) => {
    const values = schedule === undefined ? [] : listLateness(arrivals, schedule);
    return spread(length, (index) => values[index] ?? null);
  });
  const series = lanes.map(({ label }, index) => ({
    label: lanes.length === 1 ? 'late' : label,
    colour: index + 1,
  }));
  const data: uPlot.AlignedData = [spread(length, (index) => index + 1), ...late];
  return <Plot title="Milliseconds late, piece by piece" label={describe(lanes)} {...{ series, data }} />;
}

function longest(lanes: readonly Lane[]): number {
  return Math.max(0, ...lanes.map(({ arrivals }) => arrivals.length));
}

function dueOf({ schedule }: Lane, length: number): (number | null)[][] {
  return schedule === undefined ? [] : [spread(length, (index) => dueAt(schedule, index) / 1000)];
}

function spread<Value>(length: number, value: (index: number) => Value): Value[] {
  const values: Value[] = [];
  for (let index = 0; index < length; index += 1) values.push(value(index));
  return values;
}

function toSeconds(arrival: number | undefined): number | null {
  return arrival === undefined ? null : arrival / 1000;
}

function describe(lanes: readonly Lane[]): string {
  return lanes
    .map(({ label, arrivals, schedule }) => {
      const { count, ttft, tokensPerSecond, lateness } = computeFigures(arrivals, schedule);
      const late = lateness === undefined ? '' : `, 99 of 100 less than ${formatMs(lateness.p99)} late`;
      return `${label}: ${formatPieces(count)}, the first after ${formatMs(ttft)}, then ${formatRate(tokensPerSecond)}${late}`;
    })
    .join('; ');
}
