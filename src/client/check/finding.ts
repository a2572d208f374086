import type { Exchange } from './exchange-record.ts';
import type { CheckDialect, CheckPlan } from './plan.ts';
import type { Evidence, ProbeName } from './evidence.ts';
import type { StreamRecord } from './read-stream.ts';

/** How a check came out. */
export type Outcome = 'pass' | 'fail' | 'warn' | 'not applicable';

/** What a check says of what was seen. */
export interface Judgement {
  readonly outcome: Outcome;
  /** What came, in a few words. */
  readonly came: string;
}

/** One thing that is checked. */
export interface Check {
  readonly name: string;
  readonly group: 'requirements' | 'wire' | 'errors' | 'behaviour';
  readonly title: string;
  /** Absent: all. */
  readonly dialects?: readonly CheckDialect[] | undefined;
  /** What must have been tried. */
  readonly needs: readonly ProbeName[];
  /** What should come, in a few words. */
  expects(plan: CheckPlan): string;
  judge(evidence: Evidence, plan: CheckPlan): Judgement;
}

/** Passes, with what came. */
export const pass = (came: string): Judgement => ({ outcome: 'pass', came });

/** Fails, with what came. */
export const fail = (came: string): Judgement => ({ outcome: 'fail', came });

/** Warns, with what came. */
export const warn = (came: string): Judgement => ({ outcome: 'warn', came });

/** Says why a check says nothing. */
export const passOver = (why: string): Judgement => ({ outcome: 'not applicable', came: why });

/** A judge of the main stream, which says nothing where none came. */
export function onStream(judge: (stream: StreamRecord, plan: CheckPlan) => Judgement): Check['judge'] {
  return ({ stream }, plan) => {
    if (stream === undefined) return passOver('not tried');
    return stream.exchange.status === 200 ? judge(stream, plan) : passOver('no stream came');
  };
}

/** How an exchange ended without what was wanted. */
export function describeEnding({ ending, code, end }: Exchange): string {
  switch (ending) {
    case 'whole':
      return 'the body ended';
    case 'left':
      return 'still streaming when we left';
    case 'late':
      return `still waiting after ${formatSpan(end)}`;
    case 'large':
      return 'still streaming after 4 MiB';
    case 'broken':
      return `the connection broke (${code ?? 'closed early'})`;
  }
}

/** A span of milliseconds for people. */
export function formatSpan(span: number): string {
  return span < 10_000 ? `${Math.round(span)} ms` : `${(span / 1000).toFixed(1)} s`;
}

/** A text of the endpoint's, short enough to be shown. */
export function quote(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
