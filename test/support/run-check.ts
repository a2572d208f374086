import { PassThrough } from 'node:stream';
import type { CheckReport } from '../../src/cli/check-report.ts';
import { run } from '../../src/cli/run.ts';

/** Runs `understudy check` with these words. */
export async function check(words: readonly string[], output = new PassThrough()) {
  const messages = new PassThrough();
  const terminal = Object.assign(Object.create(null), { env: {}, folder: '.', output, messages });
  const status = await run(['check', ...words], terminal);
  return {
    status: status ?? 0,
    output: String(output.read() ?? ''),
    messages: String(messages.read() ?? ''),
  };
}

/** Flags for a busy machine: what it can do is not what is tested. */
export const patient = ['--rate-limit', '1', '--first-token-limit', '20000'];

/** Runs it with --json, and gives the report and the names of its checks by how they came out. */
export async function list(words: readonly string[]) {
  const { status, output, messages } = await check([...words, '--json']);
  const report: CheckReport = JSON.parse(output);
  const rows = report.checks;
  const passed = rows.filter(({ outcome }) => outcome === 'pass').map(({ name }) => name);
  const failed = rows.filter(({ outcome }) => outcome === 'fail').map(({ name }) => name);
  const warned = rows.filter(({ outcome }) => outcome === 'warn').map(({ name }) => name);
  return { status, messages, report, rows, passed, failed, warned };
}
