import type { Outcome } from '../client/check/finding.ts';
import type { CheckPlan } from '../client/check/plan.ts';
import type { CheckResult, Finding } from '../client/check/run-checks.ts';
import type { Paint } from './terminal.ts';
import { measureText } from './text-width.ts';

/** What the checks of an endpoint found, as programs read it. */
export interface CheckReport {
  readonly url: string;
  readonly dialect: string;
  readonly model: string | null;
  readonly requests: number;
  readonly seconds: number;
  readonly counts: Readonly<Record<'passed' | 'failed' | 'warnings' | 'notApplicable', number>>;
  readonly checks: readonly Finding[];
}

/** The report of a run. */
export function createCheckReport(plan: CheckPlan, { findings, requests, span }: CheckResult): CheckReport {
  const count = (outcome: Outcome): number => findings.filter((each) => each.outcome === outcome).length;
  return {
    url: plan.url.href,
    dialect: plan.dialect,
    model: plan.model ?? null,
    requests,
    seconds: Math.round(span / 100) / 10,
    counts: {
      passed: count('pass'),
      failed: count('fail'),
      warnings: count('warn'),
      notApplicable: count('not applicable'),
    },
    checks: findings,
  };
}

const marks: Readonly<Record<Outcome, string>> = {
  pass: '✓ pass',
  fail: '✗ FAIL',
  warn: '! warn',
  'not applicable': '- n/a',
};
const styles = { pass: 'green', fail: 'red', warn: 'yellow', 'not applicable': 'dim' } as const;
const widths = [6, 13, 26, 29] as const;

/** The report as a table within 80 columns. */
export function formatCheckReport(report: CheckReport, paint: Paint): string {
  const { url, dialect, model, counts, requests, seconds } = report;
  const lines = [
    paint('bold', wrap(url, 79)[0] ?? url),
    [dialect, model].filter((each) => each !== null).join(', '),
  ];
  let group: Finding['group'] | undefined;
  for (const finding of report.checks) {
    if (finding.group !== group) lines.push('', formatHead(finding.group, paint));
    group = finding.group;
    lines.push(...formatFinding(finding, paint));
  }
  const total = [
    `${counts.passed} passed`,
    paint(counts.failed > 0 ? 'red' : 'dim', `${counts.failed} failed`),
    `${counts.warnings} warning${counts.warnings === 1 ? '' : 's'}`,
    `${counts.notApplicable} not applicable`,
  ];
  lines.push(
    '',
    `${total.join(', ')}; ${requests} request${requests === 1 ? '' : 's'} in ${seconds.toFixed(1)} s`,
  );
  return `${lines.join('\n')}\n`;
}

function formatHead(group: string, paint: Paint): string {
  return paint('dim', `${group.padEnd(widths[0] + 2 + widths[1])}  ${'expected'.padEnd(widths[2])}  came`);
}

function formatFinding({ outcome, name, expected, came }: Finding, paint: Paint): readonly string[] {
  const cells = [[marks[outcome]], [name], wrap(expected, widths[2]), wrap(came, widths[3])];
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const text = joinCells(cells, line);
    if (outcome === 'not applicable') return paint('dim', text);
    const mark = marks[outcome];
    return line === 0 ? `${paint(styles[outcome], mark)}${text.slice(mark.length)}` : text;
  });
}

function joinCells(cells: readonly (readonly string[])[], line: number): string {
  return cells
    .map((lines, column) => {
      const text = lines[line] ?? '';
      return text + ' '.repeat(Math.max(0, (widths[column] ?? 0) - measureText(text)));
    })
    .join('  ')
    .trimEnd();
}

/** Lines of at most so many columns, cut between words where that goes. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => cut(each, width))) {
    if (line !== '' && measureText(line) + 1 + measureText(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function cut(word: string, width: number): readonly string[] {
  const parts = [''];
  for (const character of word) {
    const part = parts.at(-1) ?? '';
    if (measureText(part) + measureText(character) > width) parts.push(character);
    else parts[parts.length - 1] = part + character;
  }
  return parts;
}
