import { runChecks } from '../client/check/run-checks.ts';
import { createClock } from '../core/clock.ts';
import { readCheckOptions } from './check-options.ts';
import { createCheckReport, formatCheckReport } from './check-report.ts';
import { Failure } from './failure.ts';
import { hintStart } from './start-hint.ts';
import { stayAwake } from './stay-awake.ts';
import { type Terminal, createPaint } from './terminal.ts';

/** Checks an endpoint and tells what was found; throws a Failure when something failed. */
export async function checkEndpoint(
  address: string,
  given: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<void> {
  const { plan, checks, json } = readCheckOptions(address, given);
  const { output, messages } = terminal;
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  const sleep = stayAwake();
  process.once('SIGINT', interrupt);
  const progress = (name: string): void => {
    if (messages.isTTY) messages.write(`\rtrying: ${name}; Ctrl-C ends it\u{1b}[K`);
  };
  try {
    const result = await runChecks(plan, checks, { clock: createClock(), signal: stop.signal, progress });
    if (messages.isTTY) messages.write('\r\u{1b}[K');
    if (stop.signal.aborted) throw new Failure('Ended early, so nothing is told.', 1);
    if (result.unreachable !== undefined) throw refuseSilence(plan.url, result.unreachable);
    const report = createCheckReport(plan, result);
    output.write(
      json ? `${JSON.stringify(report, undefined, 2)}\n` : formatCheckReport(report, createPaint(output)),
    );
    const failed = report.checks.filter(({ outcome }) => outcome === 'fail').map(({ name }) => name);
    if (failed.length > 0)
      throw new Failure(`failed: ${failed.join(', ')} (docs/check.md tells how to mend it).`, 1);
  } finally {
    process.off('SIGINT', interrupt);
    sleep();
  }
}

function refuseSilence(url: URL, why: string): Failure {
  const hint = hintStart(url) ?? 'Start its server first';
  return new Failure(`${url.origin} cannot be reached (${why}). ${hint}, or give another URL.`, 2);
}
