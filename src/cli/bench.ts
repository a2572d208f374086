import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { LoadFigures } from '../client/load/figures.ts';
import { runLoad } from '../client/load/run-load.ts';
import { readBenchOptions } from './bench-options.ts';
import { formatPage } from './bench-page.ts';
import { type BenchReport, createReport, formatReport } from './bench-report.ts';
import { Failure, readCode } from './failure.ts';
import { hintStart } from './start-hint.ts';
import { type Terminal, createPaint } from './terminal.ts';

/** Runs a load and tells what it found; throws a Failure when there were errors. */
export async function bench(
  url: string,
  given: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<void> {
  const { plan, workers = availableParallelism(), json, html } = readBenchOptions(url, given);
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  let report: BenchReport;
  try {
    const progress = (figures: LoadFigures): void => tellProgress(figures, terminal);
    const figures = await runLoad(plan, { workers, signal: stop.signal, progress });
    report = createReport(plan, figures, { workers, endedEarly: stop.signal.aborted });
  } finally {
    process.off('SIGINT', interrupt);
    if (terminal.messages.isTTY) terminal.messages.write('\r\u{1b}[K');
  }
  const { output } = terminal;
  output.write(
    json ? `${JSON.stringify(report, undefined, 2)}\n` : formatReport(report, createPaint(output)),
  );
  if (html !== undefined) await writePage(resolve(terminal.folder, html), report);
  refuseErrors(report);
}

function tellProgress({ streams, tokens, running, errors }: LoadFigures, { messages }: Terminal): void {
  if (!messages.isTTY) return;
  const failed = Object.values(errors).reduce((sum, count) => sum + count, 0);
  const line = `${running} running, ${streams} streams, ${tokens} tokens, ${failed} errors; Ctrl-C ends it`;
  messages.write(`\r${line.slice(0, Math.min(80, messages.columns) - 1)}\u{1b}[K`);
}

async function writePage(file: string, report: BenchReport): Promise<void> {
  try {
    await writeFile(file, formatPage(report));
  } catch (error) {
    throw new Failure(`--html: ${file} cannot be written (${readCode(error)}).`, 1);
  }
}

function refuseErrors({ url, errors, started }: BenchReport): void {
  const failed = Object.values(errors).reduce((sum, count) => sum + count, 0);
  if (failed === 0) return;
  const advice = errors['refused'] === started ? ` ${tellSilence(new URL(url))}` : '';
  throw new Failure(`${failed} errors; ${started} streams were asked for.${advice}`, 1);
}

function tellSilence(url: URL): string {
  const hint = hintStart(url) ?? 'Start its server first';
  return `Nothing listens at ${url.origin}. ${hint}, or give another URL.`;
}
