import { Command, Option } from 'commander';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatCompletions } from '../../src/cli/completions.ts';
import {
  type Complete,
  completeInBash,
  completeInFish,
  completeInZsh,
  isInstalled,
} from './complete-in-shells.ts';
import { runCli } from './run-cli.ts';

const shells: readonly (readonly [name: string, complete: Complete])[] = [
  ['bash', completeInBash],
  ['zsh', completeInZsh],
  ['fish', completeInFish],
];

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-complete-'));
  mkdirSync(join(folder, 'one-folder'));
  writeFileSync(join(folder, 'one-file.yaml'), '');
  writeFileSync(join(folder, 'two.yaml'), '');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe.each(shells)('completions in %s', { timeout: 60_000 }, (shell, complete) => {
  const missing = !isInstalled(shell);

  async function offer(...lines: readonly string[]): Promise<readonly (readonly string[])[]> {
    const { output: script } = await runCli(['completions', shell]);
    const found = complete({ script, lines: lines.map((line) => line.split(' ')), folder });
    return found.map((candidates) => {
      // Fish gives the whole word, bash what follows the =; a folder may end with a slash.
      const words = candidates.map(([word]) => word.replace(/\/$|^--[\w-]+=/g, ''));
      return [...new Set(words)].toSorted();
    });
  }

  it('are the commands', async ({ skip }) => {
    skip(missing, `${shell} is not installed`);
    const [commands, below, begun] = await offer('understudy ', 'understudy models ', 'understudy queue re');
    expect(commands).toEqual(
      expect.arrayContaining(['bench', 'completions', 'config', 'models', 'queue', 'serve', 'worker']),
    );
    expect(commands).not.toContain('pull');
    expect(below).toEqual(['pull']);
    expect(begun).toEqual(['remove', 'retry']);
  });

  it('are the options of each command', async ({ skip }) => {
    skip(missing, `${shell} is not installed`);
    const lines = [
      'understudy --replica',
      'understudy --p',
      'understudy serve --tok',
      'understudy config --ch',
    ];
    expect(await offer(...lines, 'understudy models pull --')).toEqual([
      [],
      ['--pages-file', '--port', '--port-file', '--preset'],
      ['--tokens-per-second'],
      ['--changed', '--chunk-delay'],
      expect.arrayContaining(['--help', '--offline', '--quantisation']),
    ]);
  });

  it('are the choices of a value', async ({ skip }) => {
    skip(missing, `${shell} is not installed`);
    const lines = ['understudy --preset ', 'understudy --port 1 --engine g', 'understudy --engine='];
    expect(await offer(...lines, 'understudy bench --dialect ', 'understudy completions ')).toEqual([
      ['classic', 'openai', 'wordstream'],
      ['gpt2'],
      ['composer', 'gpt2', 'samples', 'words'],
      ['completion', 'openai', 'prompt'],
      ['bash', 'fish', 'zsh'],
    ]);
  });

  it('are files and folders where they are meant, and nothing where anything may stand', async ({ skip }) => {
    skip(missing, `${shell} is not installed`);
    const lines = ['understudy --config one', 'understudy --data ', 'understudy --port '];
    expect(await offer(...lines)).toEqual([['one-file.yaml', 'one-folder'], ['one-folder'], []]);
  });

  it('take a value for no command', async ({ skip }) => {
    skip(missing, `${shell} is not installed`);
    expect(await offer('understudy --message models pu', 'understudy models pu')).toEqual([[], ['pull']]);
  });

  it('run nothing that a description or a choice says', ({ skip }) => {
    skip(missing, `${shell} is not installed`);
    const marker = join(folder, `${shell}-ran`);
    const nasty = String.raw`it's "$(touch ${marker})" ${'`'}touch ${marker}${'`'} [a]: b; \ \n $HOME %s {x,y} <z> #`;
    const choices = [
      "it's",
      'a:b',
      `$(touch ${marker})`,
      `(touch ${marker})`,
      String.raw`back\slash`,
      '[x]*',
    ];
    const program = new Command('understudy').addOption(new Option('--nasty <name>', nasty).choices(choices));
    program.command('nasty-command').description(nasty);
    program.command('other').addOption(new Option('--nasty-too', nasty));
    const script = formatCompletions(shell, program);
    const lines = ['understudy nasty', 'understudy --nas', 'understudy other --nas', 'understudy --nasty '];
    const found = complete({ script, lines: lines.map((line) => line.split(' ')), folder });
    const [[command] = [], [option] = [], [other] = [], values = []] = found;
    expect([command?.[0], option?.[0], other?.[0]]).toEqual(['nasty-command', '--nasty', '--nasty-too']);
    const described = shell === 'bash' ? '' : nasty;
    expect([command?.[1], option?.[1], other?.[1]]).toEqual([described, described, described]);
    expect(values.map(([word]) => word).toSorted()).toEqual(choices.toSorted());
    expect(existsSync(marker)).toBe(false);
  });
});

describe('understudy completions', () => {
  it.each(['bash', 'zsh', 'fish'])('tells in its first lines where to put what %s reads', async (shell) => {
    const { status, output, messages } = await runCli(['completions', shell]);
    expect({ status, messages }).toEqual({ status: 0, messages: '' });
    expect(output.split('\n').slice(0, 3).join('\n')).toMatch(/Put into|Save as/);
  });

  it('refuses other shells with 2', async () => {
    const { status, output, messages } = await runCli(['completions', 'tcsh']);
    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(messages).toBe("error: There are completions for bash, zsh or fish, not for 'tcsh'.\n");
    expect((await runCli(['completions', 'fsih'])).messages).toMatch(/ Did you mean 'fish'\?\n$/);
  });
});
