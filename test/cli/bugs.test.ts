import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const bugs = new URL('../../src/cli/bugs.ts', import.meta.url).href;

function breakWith(code: string, env: NodeJS.ProcessEnv = {}) {
  const script = `
    import { watchForBugs } from ${JSON.stringify(bugs)};
    watchForBugs({ env: process.env, folder: '.', output: process.stdout, messages: process.stderr });
    ${code}`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
  });
  return { status, stderr };
}

it.each([
  ['a throw', "setImmediate(() => { throw new TypeError('x is not a function.\\nAnd more'); });"],
  ['a rejection that nobody caught', "void Promise.reject(new TypeError('x is not a function'));"],
])('ends with 1 and one line after %s', (_name, code) => {
  expect(breakWith(code)).toEqual({
    status: 1,
    stderr:
      'error: Understudy broke, please report it: TypeError: x is not a function. LOG_LEVEL=debug shows where.\n',
  });
});

it('shows the stack with LOG_LEVEL=debug', () => {
  const { status, stderr } = breakWith("throw new Error('no')", { LOG_LEVEL: 'debug' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^error: Understudy broke, please report it: Error: no\.\n[^]*\n {4}at /);
});

it('ends with 0 when whoever read the output has left', () => {
  expect(
    breakWith("process.stdout.emit('error', Object.assign(new Error('x'), { code: 'EPIPE' }));"),
  ).toEqual({
    status: 0,
    stderr: '',
  });
});
