import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { describeCall } from './calls.ts';
import { FiguresTable } from './figures-table.tsx';
import { Markdown } from './markdown.tsx';
import { ArrivalPlot } from './plots.tsx';
import { type LanePlan, presets } from './presets.ts';
import { type Run, isOver, startRun } from './run.ts';
import { type Settings, readSchedule } from './settings.ts';
import { describeEnd, nameState } from './tell.ts';
import { useRuns } from './use-run.ts';

interface CompareViewOptions {
  /** What the chat is set to: the presets change a part of it. */
  readonly settings: Settings;
  readonly apiKey: string;
}

interface RunningLane extends LanePlan {
  readonly run: Run;
}

/** One question put several times at once, the answers side by side. */
export function CompareView({ settings, apiKey }: CompareViewOptions): JSX.Element {
  const [chosen, setChosen] = useState(0);
  const [question, setQuestion] = useState('Why is the sky blue?');
  const [lanes, setLanes] = useState<readonly RunningLane[]>([]);
  useRuns(lanes.map(({ run }) => run));
  const isBusy = lanes.some(({ run }) => !isOver(run.state));
  const stop = (): void => lanes.forEach(({ run }) => run.stop());
  const start = (event: Event): void => {
    event.preventDefault();
    stop();
    const plans = (presets[chosen] ?? presets[0]).plan({ ...settings, thread: '' });
    setLanes(plans.map((plan) => startLane(plan, question, apiKey)));
  };
  return (
    <div class="compare">
      <form class="bar" aria-label="Comparison" onSubmit={start}>
        <label class="field">
          <span>Comparison</span>
          <select value={chosen} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
            {presets.map(({ name }, index) => (
              <option value={index}>{name}</option>
            ))}
          </select>
        </label>
        <label class="field wide">
          <span>Question</span>
          <input value={question} onInput={(event) => setQuestion(event.currentTarget.value)} />
        </label>
        <button type="submit" class="main" disabled={question.trim() === ''}>
          Run
        </button>
        <button type="button" disabled={!isBusy} onClick={stop}>
          Stop
        </button>
      </form>
      {lanes.length === 0 ? (
        <p class="empty">
          Choose a comparison and run it. What it does not change is taken from the settings of the chat.
        </p>
      ) : (
        <Lanes lanes={lanes} />
      )}
    </div>
  );
}

function startLane({ label, settings }: LanePlan, question: string, key: string): RunningLane {
  const { dialect, comesBack } = settings;
  const call = describeCall(settings, question);
  return { label, settings, run: startRun({ dialect, call, key, comesBack }) };
}

function Lanes({ lanes }: { readonly lanes: readonly RunningLane[] }): JSX.Element {
  const drawn = lanes.map(({ label, settings, run }) => ({
    label,
    arrivals: run.state.arrivals,
    // A whole answer comes at once: there is no token to be late.
    schedule: run.call.method === 'POST' && !settings.stream ? undefined : readSchedule(settings),
  }));
  return (
    <>
      <div class="lanes">
        {lanes.map(({ label, run: { state, call } }, index) => (
          <section key={label} aria-label={label} data-phase={state.phase}>
            <h2 class={`line-${index + 1}`}>{label}</h2>
            <p class="note">
              <span class={`state ${state.phase}`}>{nameState(state)}</span> {describeEnd(state)}{' '}
              <code>{call.path.split('?', 1)}</code>
            </p>
            {state.error === '' ? null : <p class="error">{state.error}</p>}
            <div class="answer" tabIndex={0} role="region" aria-label={`Answer: ${label}`}>
              {state.text === '' ? <p class="waiting">Waiting …</p> : <Markdown text={state.text} />}
            </div>
          </section>
        ))}
      </div>
      <FiguresTable lanes={drawn} />
      <ArrivalPlot lanes={drawn} />
    </>
  );
}
