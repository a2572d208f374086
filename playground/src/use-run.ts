import { useEffect, useState } from 'preact/hooks';
import type { Run } from './run.ts';

/** Renders again when one of the runs has changed, once a frame however many tokens came. */
export function useRuns(runs: readonly (Run | undefined)[]): void {
  const [, setFrame] = useState(0);
  useEffect(() => {
    let asked = 0;
    const draw = (): void => {
      asked = 0;
      setFrame((frame) => frame + 1);
    };
    const ask = (): void => {
      if (asked === 0) asked = requestAnimationFrame(draw);
    };
    const ends = runs.map((run) => run?.subscribe(ask));
    // What came between the rendering and now.
    ask();
    return () => {
      ends.forEach((stop) => stop?.());
      cancelAnimationFrame(asked);
    };
  }, runs);
}
