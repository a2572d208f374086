import { type Histogram, createHistogram } from './histogram.ts';

/** What the connections of a generator count together; spans are recorded within the window alone. */
export interface Figures {
  /** The moments between which figures count. */
  from: number;
  to: number;
  pieces: number;
  due: number;
  answers: number;
  bytes: number;
  readonly errors: Record<string, number>;
  readonly firstByte: Histogram;
  readonly firstPiece: Histogram;
  readonly lateness: Histogram;
}

/** Figures at zero, of a window that has not been set. */
export function createFigures(): Figures {
  return {
    from: Infinity,
    to: Infinity,
    pieces: 0,
    due: 0,
    answers: 0,
    bytes: 0,
    errors: {},
    firstByte: createHistogram(),
    firstPiece: createHistogram(),
    lateness: createHistogram(),
  };
}

/** Counts an error by its name. */
export function countError({ errors }: Figures, name: string): void {
  errors[name] = (errors[name] ?? 0) + 1;
}

/** How many pieces of an answer asked for at `sent` are due between two moments. */
export function countDue(
  { first, gap }: { readonly first: number; readonly gap: number },
  pieces: number,
  { sent, from, to }: { readonly sent: number; readonly from: number; readonly to: number },
): number {
  return Math.max(0, reach(to) - reach(from));

  // Pieces due before the moment.
  function reach(moment: number): number {
    const passed = Math.ceil((moment - sent - first) / gap);
    return Math.min(pieces, Math.max(0, passed));
  }
}
