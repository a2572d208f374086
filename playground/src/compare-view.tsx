import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { describeCall } from './calls.ts';
import { Lanes, type RunningLane } from './lanes.tsx';
import { readSchedule } from './paces.ts';
import { type LanePlan, presets } from './presets.ts';
import { type Run, isOver, startRun } from './run.ts';
import type { Settings } from './settings.ts';
import { useRuns } from './use-run.ts';
import type { ServerFacts } from './use-server.ts';

interface CompareViewOptions {
  /** What the chat is set to: the presets change a part of it. */
  readonly settings: Settings;
  readonly facts: ServerFacts;
  readonly apiKey: string;
}

/** One question put several times at once, the answers side by side. */
export function CompareView({ settings, facts, apiKey }: CompareViewOptions): JSX.Element {
  const [chosen, setChosen] = useState(0);
  const [question, setQuestion] = useState('Why is the sky blue?');
  const [lanes, setLanes] = useState<readonly RunningLane[]>([]);
  const isBusy = useBusy(lanes);
  const stop = (): void => lanes.forEach(({ run }) => run.stop());
  const start = (event: Event): void => {
    event.preventDefault();
    stop();
    const plans = (presets[chosen] ?? presets[0]).plan({ ...settings, thread: '' }, facts);
    const lane = (plan: LanePlan): RunningLane => ({
      ...plan,
      run: startLane(plan, question, apiKey),
      schedule: readSchedule(plan.settings, facts.paces),
    });
    setLanes(plans.map(lane));
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

function startLane({ settings }: LanePlan, question: string, key: string): Run {
  const { dialect, comesBack } = settings;
  const call = describeCall(settings, question);
  return startRun({ dialect, call, key, comesBack });
}

function useBusy(lanes: readonly RunningLane[]): boolean {
  const runs = lanes.map(({ run }) => run);
  useRuns(runs, 100);
  return runs.some(({ state }) => !isOver(state));
}
