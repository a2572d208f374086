import type { JSX } from 'preact';
import { computeFigures } from './figures.ts';
import type { Lane } from './plots.tsx';
import { formatCount, formatMs, formatRate } from './tell.ts';

/** The figures of one stream, beside what was asked for. */
export function FigureTiles({ lane: { arrivals, schedule, tokens } }: { readonly lane: Lane }): JSX.Element {
  const { count, ttft, tokensPerSecond, lateness } = computeFigures(arrivals, schedule);
  return (
    <dl class="tiles">
      <Tile
        name="First token"
        value={formatMs(ttft)}
        beside={schedule && `asked ${formatMs(schedule.ttft)}`}
      />
      <Tile
        name="Rate"
        value={formatRate(tokensPerSecond)}
        beside={schedule && `asked ${formatRate(schedule.tokensPerSecond)}`}
      />
      <Tile
        name="Pieces"
        value={formatCount(count)}
        beside={tokens === undefined ? undefined : `${formatCount(tokens)} tokens`}
      />
      <Tile name="Late, p50" value={formatMs(lateness?.p50)} />
      <Tile name="Late, p95" value={formatMs(lateness?.p95)} />
      <Tile name="Late, p99" value={formatMs(lateness?.p99)} />
    </dl>
  );
}

/** An answer that came in one piece, as far as it is known. */
export interface WholeAnswer {
  /** When it came, in milliseconds after the request. */
  readonly came: number | undefined;
  /** The tokens that the server counted. */
  readonly tokens: number | undefined;
}

/** The figures of an answer that came in one piece. */
export function WholeTiles({ came, tokens }: WholeAnswer): JSX.Element {
  return (
    <dl class="tiles">
      <Tile name="Whole after" value={formatMs(came)} />
      <Tile name="Tokens" value={formatCount(tokens)} />
    </dl>
  );
}

interface TileOptions {
  readonly name: string;
  readonly value: string;
  readonly beside?: string | undefined;
}

function Tile({ name, value, beside }: TileOptions): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value}
        {beside === undefined ? null : <small> {beside}</small>}
      </dd>
    </div>
  );
}
