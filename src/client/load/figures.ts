import { type SpanCounts, addSpans, createSpanCounts } from './span-counts.ts';

/** The kinds of spans that a run measures. */
export const spanNames = ['firstToken', 'betweenTokens', 'lateness', 'endToEnd'] as const;

/** What a run counts. */
export interface LoadFigures {
  started: number;
  /** Streams that ended well. */
  streams: number;
  tokens: number;
  running: number;
  /** From the end of the warm-up to the last answer, in milliseconds. */
  span: number;
  /** The most that a call began after its moment. */
  latestStart: number;
  readonly errors: Record<string, number>;
  readonly spans: Readonly<Record<(typeof spanNames)[number], SpanCounts>>;
  /** Tokens by the second of the run in which they came. */
  readonly tokensBySecond: number[];
}

/** Figures at zero. */
export function createFigures(): LoadFigures {
  return {
    started: 0,
    streams: 0,
    tokens: 0,
    running: 0,
    span: 0,
    latestStart: 0,
    errors: {},
    spans: {
      firstToken: createSpanCounts(),
      betweenTokens: createSpanCounts(),
      lateness: createSpanCounts(),
      endToEnd: createSpanCounts(),
    },
    tokensBySecond: [],
  };
}

/** The figures of several workers as one. */
export function mergeFigures(all: readonly LoadFigures[]): LoadFigures {
  const merged = createFigures();
  for (const each of all) {
    merged.started += each.started;
    merged.streams += each.streams;
    merged.tokens += each.tokens;
    merged.running += each.running;
    merged.span = Math.max(merged.span, each.span);
    merged.latestStart = Math.max(merged.latestStart, each.latestStart);
    for (const [kind, count] of Object.entries(each.errors)) addTo(merged.errors, kind, count);
    for (const name of spanNames) addSpans(merged.spans[name], each.spans[name]);
    each.tokensBySecond.forEach((count, second) => countSecond(merged, second, count));
  }
  return merged;
}

/** Counts an error by its kind. */
export function countError({ errors }: LoadFigures, kind: string): void {
  addTo(errors, kind, 1);
}

/** Counts tokens that came in a second of the run. */
export function countSecond({ tokensBySecond }: LoadFigures, second: number, count: number): void {
  while (tokensBySecond.length <= second) tokensBySecond.push(0);
  tokensBySecond[second] = (tokensBySecond[second] ?? 0) + count;
}

function addTo(counts: Record<string, number>, kind: string, count: number): void {
  counts[kind] = (counts[kind] ?? 0) + count;
}
