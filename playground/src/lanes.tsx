import type { JSX } from 'preact';
import { FiguresTable } from './figures-table.tsx';
import { Markdown } from './markdown.tsx';
import type { Schedule } from './paces.ts';
import { ArrivalPlot } from './plots.tsx';
import type { LanePlan } from './presets.ts';
import type { Run } from './run.ts';
import { describeEnd, nameState } from './tell.ts';
import { useFollow } from './use-follow.ts';
import { useRuns } from './use-run.ts';

/** A stream of a comparison that has been started. */
export interface RunningLane extends LanePlan {
  readonly run: Run;
  /** When its tokens are due; undefined where nobody knows. */
  readonly schedule: Schedule | undefined;
}

/** The answers side by side, and their tokens in one plot. */
export function Lanes({ lanes }: { readonly lanes: readonly RunningLane[] }): JSX.Element {
  return (
    <>
      <div class="lanes">
        {lanes.map((lane, index) => (
          <LaneView key={lane.run} lane={lane} colour={index + 1} />
        ))}
      </div>
      <Timing lanes={lanes} />
    </>
  );
}

interface LaneOptions {
  readonly lane: RunningLane;
  readonly colour: number;
}

function LaneView({ lane: { label, run }, colour }: LaneOptions): JSX.Element {
  useRuns([run]);
  const { state, call } = run;
  const follower = useFollow();
  return (
    <section aria-label={label} data-phase={state.phase}>
      <h2 class={`line-${colour}`}>{label}</h2>
      <p class="note">
        <span class={`state ${state.phase}`}>{nameState(state)}</span> {describeEnd(state)}{' '}
        <code>{call.path.split('?', 1)}</code>
      </p>
      {state.error === '' ? null : <p class="error">{state.error}</p>}
      <div class="answer" tabIndex={0} role="region" aria-label={`Answer: ${label}`} {...follower}>
        {state.text === '' ? <p class="waiting">Waiting …</p> : <Markdown text={state.text} />}
      </div>
    </section>
  );
}

function Timing({ lanes }: { readonly lanes: readonly RunningLane[] }): JSX.Element {
  useRuns(
    lanes.map(({ run }) => run),
    100,
  );
  const drawn = lanes.map(({ label, schedule, run }) => ({
    label,
    arrivals: run.state.arrivals,
    tokens: run.state.tokens,
    schedule,
  }));
  return (
    <>
      <FiguresTable lanes={drawn} />
      <ArrivalPlot lanes={drawn} />
    </>
  );
}
