import type { JSX } from 'preact';
import { computeFigures } from './figures.ts';
import type { Lane } from './plots.tsx';
import { formatCount, formatMs, formatRate } from './tell.ts';

/** The figures of each lane: what was asked for, and what came. */
export function FiguresTable({ lanes }: { readonly lanes: readonly Lane[] }): JSX.Element {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Figures">
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">Stream</th>
            <th scope="col">Pieces</th>
            <th scope="col">Tokens</th>
            <th scope="col">First token</th>
            <th scope="col">Rate</th>
            <th scope="col">Late p50</th>
            <th scope="col">p95</th>
            <th scope="col">p99</th>
          </tr>
        </thead>
        <tbody>
          {lanes.map((lane) => (
            <FiguresRows key={lane.label} lane={lane} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FiguresRows({ lane: { label, arrivals, schedule, tokens } }: { readonly lane: Lane }): JSX.Element {
  const { count, ttft, tokensPerSecond, lateness } = computeFigures(arrivals, schedule);
  return (
    <>
      <tr>
        <th scope="row">{label}</th>
        <td>{formatCount(count)}</td>
        <td>{formatCount(tokens)}</td>
        <td>{formatMs(ttft)}</td>
        <td>{formatRate(tokensPerSecond)}</td>
        <td>{formatMs(lateness?.p50)}</td>
        <td>{formatMs(lateness?.p95)}</td>
        <td>{formatMs(lateness?.p99)}</td>
      </tr>
      {schedule === undefined ? null : (
        <tr class="asked">
          <th scope="row">asked for</th>
          <td colSpan={2} />
          <td>{formatMs(schedule.ttft)}</td>
          <td>{formatRate(schedule.tokensPerSecond)}</td>
          <td colSpan={3} />
        </tr>
      )}
    </>
  );
}
