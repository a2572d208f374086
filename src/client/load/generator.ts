import type { Clock } from '../../core/clock.ts';
import { planArrivals } from './arrivals.ts';
import type { Call } from './call.ts';
import { type LoadFigures, countError, countSecond, createFigures } from './figures.ts';
import { type LoadPlan, type Share, shareOf } from './plan.ts';
import { recordSpan } from './span-counts.ts';

/** What one worker's part of a run is made with. */
export interface GeneratorParts {
  readonly plan: LoadPlan;
  readonly share: Share;
  readonly clock: Clock;
  readonly call: Call;
  /** Ends the run early: running calls are given up and count as nothing. */
  readonly signal: AbortSignal;
}

/** A run that has begun. */
export interface StartedGenerator {
  /** What has been counted up to now. */
  readonly figures: LoadFigures;
  /** Resolves when the last call has ended. */
  readonly ended: Promise<void>;
}

/** Begins to ask, by the plan. */
export function startGenerator(parts: GeneratorParts): StartedGenerator {
  const { plan, share, clock, signal } = parts;
  const { arrivals } = plan;
  const figures = createFigures();
  const start = clock.now();
  const run: Run = {
    ...parts,
    figures,
    from: start + plan.warmUp,
    to: start + plan.warmUp + plan.duration,
    start,
    left: shareOf(plan.requests, share),
  };
  const ended = arrivals.kind === 'open' ? runOpen(run, arrivals) : runClosed(run, arrivals.concurrency);
  return { figures, ended: ended.then(() => finish(run, signal)) };
}

interface Run extends GeneratorParts {
  readonly figures: LoadFigures;
  readonly start: number;
  readonly from: number;
  readonly to: number;
  left: number;
}

// Each call has its moment beforehand: neither a slow server nor a slow start of ours moves it.
async function runOpen(
  run: Run,
  arrivals: Extract<LoadPlan['arrivals'], { readonly kind: 'open' }>,
): Promise<void> {
  const calls = new Set<Promise<unknown>>();
  const most = shareOf(run.plan.mostOpen, run.share);
  for (const offset of planArrivals(arrivals, run.share)) {
    const moment = run.start + offset;
    if (moment >= run.to || run.left <= 0 || !(await waitFor(run, moment))) break;
    run.left -= 1;
    if (calls.size >= most) {
      if (moment >= run.from) countError(run.figures, 'too many open');
      continue;
    }
    const running: Promise<unknown> = ask(run, moment).finally(() => calls.delete(running));
    calls.add(running);
  }
  await Promise.all(calls);
}

async function runClosed(run: Run, concurrency: number): Promise<void> {
  const loops = Array.from({ length: shareOf(concurrency, run.share) }, async () => {
    while (run.left > 0 && run.clock.now() < run.to && !run.signal.aborted) {
      run.left -= 1;
      const error = await ask(run, run.clock.now());
      // A server that refuses at once would be asked as fast as the processor allows.
      if (error !== undefined) await waitFor(run, run.clock.now() + 10);
    }
  });
  await Promise.all(loops);
}

async function waitFor({ clock, signal }: Run, moment: number): Promise<boolean> {
  try {
    await clock.sleepUntil(moment, signal);
  } catch {
    // Ended early: the caller stops.
  }
  return !signal.aborted;
}

async function ask(run: Run, moment: number): Promise<string | undefined> {
  const { figures, clock, call, signal, from } = run;
  const isCounted = moment >= from;
  if (isCounted) {
    figures.started += 1;
    figures.latestStart = Math.max(figures.latestStart, clock.now() - moment);
  }
  figures.running += 1;
  const error = await call(createListener(run, moment), signal);
  figures.running -= 1;
  if (!isCounted || signal.aborted) return error;
  const now = clock.now();
  figures.span = Math.max(figures.span, now - from);
  if (error === undefined) {
    figures.streams += 1;
    recordSpan(figures.spans.endToEnd, now - moment);
  } else countError(figures, error);
  return error;
}

// Everything is measured from the moment at which the call should have begun.
function createListener({ plan, figures, clock, from }: Run, moment: number): () => void {
  const { spans } = figures;
  const { pace } = plan;
  let index = 0;
  let last = 0;
  return () => {
    const now = clock.now();
    const place = index;
    index += 1;
    if (moment < from) return;
    figures.tokens += 1;
    countSecond(figures, Math.floor((now - from) / 1000), 1);
    if (place === 0) recordSpan(spans.firstToken, now - moment);
    else recordSpan(spans.betweenTokens, now - last);
    last = now;
    if (pace === undefined) return;
    recordSpan(spans.lateness, now - moment - pace.ttft - (place * 1000) / pace.tokensPerSecond);
  };
}

function finish({ figures, clock, from }: Run, signal: AbortSignal): void {
  if (signal.aborted) figures.span = Math.max(0, clock.now() - from);
}
