import { describe, expect, it } from 'vitest';
import { flatten, readTree } from '../../src/cli/completion-tree.ts';
import { createProgram } from '../../src/cli/program.ts';
import { readRules } from '../../src/cli/setting-rules.ts';
import { runCli } from './run-cli.ts';
import { startProcess } from './start-process.ts';

const nothing = async (): Promise<void> => undefined;
const program = createProgram({
  version: '1.2.3',
  rules: readRules(),
  terminal: { env: {}, folder: '.', output: process.stdout, messages: process.stderr },
  write: () => undefined,
  writeError: () => undefined,
  serve: nothing,
  listModels: nothing,
  pullModel: nothing,
});
const commands = flatten(readTree(program)).map(({ path, options }) => ({
  name: ['understudy', ...path].join(' '),
  path,
  options,
}));

describe('help', () => {
  it('is asked of every command there is', () => {
    expect(commands.length).toBeGreaterThanOrEqual(14);
  });

  it.each(commands)('of $name is the same as ever, and fits 80 columns', async ({ name, path }) => {
    const { status, output, messages } = await runCli([...path, '--help']);
    expect({ status, messages }).toEqual({ status: 0, messages: '' });
    await expect(output).toMatchFileSnapshot(`./golden/help/${name.replaceAll(' ', '-')}.txt`);
    expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect((await runCli([...path, '-h'])).output).toBe(output);
  });

  it.each(commands)('of $name leads with examples that can be run', async ({ name, path }) => {
    const { output } = await runCli([...path, '--help']);
    expect(output).toMatch(/\nExamples:\n/);
    expect(output.indexOf('\nExamples:\n')).toBeLessThan(output.indexOf('\n  -h, --help'));
    const lines = /\nExamples:\n(?<lines>[^]*?)\n\n/.exec(output)?.groups?.['lines']?.split('\n') ?? [];
    const shown = lines.filter((line) => /^ {2}\S/.test(line));
    const own = shown.filter((line) => line.includes(name === 'understudy serve' ? 'understudy' : name));
    expect(own).toEqual(shown);
    expect(shown.length).toBeGreaterThan(0);
  });

  it.each(commands)('of $name tells every option, variables and statuses', async ({ path, options }) => {
    const { output } = await runCli([...path, '--help']);
    for (const { names } of options) expect(output).toContain(names.at(-1));
    expect(output).toMatch(/\nEnvironment:\n[^]*NO_COLOR/);
    expect(output).toMatch(/\nExit status:\n {2}0 [^]*\n {2}1 [^]*\n {2}2 /);
  });

  it('is the same by the command help', async () => {
    expect(await runCli(['help', 'bench'])).toEqual(await runCli(['bench', '--help']));
  });
});

describe('colours', () => {
  it('are those of a terminal alone, and of one that wants them', async () => {
    await using piped = startProcess(['--port', 'x']);
    await using forced = startProcess(['--port', 'x'], { FORCE_COLOR: '1' });
    await using refused = startProcess(['--port', 'x', '--no-color'], { FORCE_COLOR: '1' });
    expect(await piped.ended).toBe(2);
    expect(await forced.ended).toBe(2);
    expect(await refused.ended).toBe(2);
    expect(piped.told.messages).not.toContain('\u001B');
    expect(forced.told.messages).toContain('\u001B[31merror:');
    expect(refused.told.messages).toBe(piped.told.messages);
  });

  it('are no setting of the server', async () => {
    expect((await runCli(['config', '--no-color', '--changed'])).messages).toBe(
      'Every setting has its default.\n',
    );
  });
});
