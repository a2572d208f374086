import { computeFigures } from './figures.ts';
import type { RunState } from './run-state.ts';

const states: Readonly<Record<RunState['phase'], string>> = {
  waiting: 'waiting',
  streaming: 'streaming',
  dropped: 'connection lost',
  done: 'done',
  stopped: 'stopped',
  failed: 'failed',
};

/** The state of a run in words. */
export function nameState({ phase, connections }: Readonly<RunState>): string {
  return phase === 'done' && connections > 1 ? 'done, resumed' : states[phase];
}

/** How much came how fast, in a few words. */
export function describeEnd({ arrivals, ended, tokens }: Readonly<RunState>): string {
  const { count, ttft } = computeFigures(arrivals, undefined);
  if (ttft === undefined) return '';
  const total = ended === undefined ? '' : ` in ${formatSeconds(ended)}`;
  // A piece may hold several tokens: how many they were the server tells at the end, if at all.
  return `${tokens === undefined ? formatPieces(count) : `${formatCount(tokens)} tokens`}${total}`;
}

/** A count of pieces in words. */
export function formatPieces(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'piece' : 'pieces'}`;
}

/** Milliseconds, without more digits than mean something. */
export function formatMs(value: number | undefined): string {
  if (value === undefined) return '–';
  const digits = Math.abs(value) < 10 ? 1 : 0;
  return `${value.toFixed(digits).replace(/^-(0(?:\.0)?)$/, '$1')} ms`;
}

/** Milliseconds as seconds. */
export function formatSeconds(value: number | undefined): string {
  return value === undefined ? '–' : `${(value / 1000).toFixed(2)} s`;
}

/** A rate, without more digits than mean something. */
export function formatRate(value: number | undefined): string {
  return value === undefined ? '–' : `${value.toFixed(value < 100 ? 1 : 0)}/s`;
}

/** A count, its thousands apart. */
export function formatCount(value: number | undefined): string {
  return value === undefined ? '–' : value.toLocaleString('en');
}
