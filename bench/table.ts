import type { LoadReport } from './load/plan.ts';
import type { Workload } from './workloads.ts';

/** One line of the results. */
export interface Result {
  readonly workload: string;
  readonly server: string;
  readonly report: LoadReport;
}

/** A result in words, for a table. */
export function describeResult({ id, title, target }: Workload, { server, report }: Result): string {
  const cells = [id, title, server, figure(id, report), check(report), target];
  return `| ${cells.join(' | ')} |`;
}

/** The head of the table. */
export const tableHead = [
  '| | workload | server | figures | generator | target |',
  '|---|---|---|---|---|---|',
].join('\n');

function figure(id: string, report: LoadReport): string {
  const { seconds, pieces, answers, due, lateness, firstByte, firstPiece, cores } = report;
  const memory = `${Math.round(report.memory / 1e6)} MB (peak ${Math.round(report.peakMemory / 1e6)})`;
  // What one costs says more than the rate where others use the machine too.
  const use = (units: number): string =>
    `${cores.toFixed(2)} cores, ${((cores * seconds * 1e6) / units).toFixed(1)} us`;
  switch (id.slice(0, 2)) {
    case 'w1':
      return `${count(pieces / seconds)} tokens/s, ${count(report.bytes / seconds)}B/s, ${use(pieces)} a token, ${memory}`;
    case 'w2':
      return [
        `${((100 * pieces) / due).toFixed(2)} % kept`,
        `${use(pieces)} a token`,
        `late p50 ${ms(lateness.p50)} p90 ${ms(lateness.p90)} p99 ${ms(lateness.p99)} max ${ms(lateness.max)} ms`,
        `first token p50 ${ms(firstPiece.p50)} p99 ${ms(firstPiece.p99)} ms`,
        memory,
      ].join(', ');
    case 'w3':
      return `${count(answers / seconds)} answers/s, p99 ${ms(firstByte.p99)} ms, ${use(answers)} an answer, ${memory}`;
    default:
      return `first byte p50 ${ms(firstByte.p50)} p99 ${ms(firstByte.p99)} ms, first token p50 ${ms(firstPiece.p50)} p99 ${ms(firstPiece.p99)} ms`;
  }
}

function check({ own, errors, earliest }: LoadReport): string {
  const wrong = Object.entries(errors).map(([name, times]) => `${times} x ${name}`);
  if (earliest > 1) wrong.push(`${ms(earliest)} ms early`);
  return [`${own.cores.toFixed(2)} cores, lag p99 ${ms(own.lag.p99)} ms`, ...wrong].join('; ');
}

function count(value: number): string {
  if (value >= 1e6) return `${(value / 1e6).toFixed(2)} M`;
  return value >= 1e4 ? `${(value / 1e3).toFixed(1)} k` : value.toFixed(0);
}

function ms(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}
