import { useEffect, useState } from 'preact/hooks';
import type { RunState } from './run-state.ts';
import type { Run } from './run.ts';

/** Renders again when one of the runs has changed: once a frame however many tokens came, or once in so many milliseconds. */
export function useRuns(runs: readonly (Run | undefined)[], period = 0): void {
  const [, setFrame] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let frame: number | undefined;
    const draw = (): void => {
      timer = frame = undefined;
      setFrame((count) => count + 1);
    };
    const ask = (): void => {
      if (timer !== undefined || frame !== undefined) return;
      if (period === 0) frame = requestAnimationFrame(draw);
      else timer = setTimeout(draw, period);
    };
    const ends = runs.map((run) => run?.subscribe(ask));
    // What came between the rendering and now.
    ask();
    return () => {
      ends.forEach((end) => end?.());
      clearTimeout(timer);
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, [...runs, period]);
}

/** Renders again when the run has got into another phase, and tells it. */
export function usePhase(run: Run | undefined): RunState['phase'] | undefined {
  const [phase, setPhase] = useState(run?.state.phase);
  useEffect(() => {
    const look = (): void => setPhase(run?.state.phase);
    look();
    return run?.subscribe(look);
  }, [run]);
  return run?.state.phase ?? phase;
}
