import { Argument } from 'commander';
import type { AddCommand } from './add-command.ts';
import { misuse } from './failure.ts';
import { explain } from './help.ts';
import { suggest } from './suggest.ts';

const shells = ['bash', 'zsh', 'fish'];

/** Adds `completions`, which writes a script that has a shell complete this command line. */
export const addCompletions: AddCommand = (program, terminal) => {
  const argument = new Argument('<shell>', 'bash, zsh or fish');
  argument.argChoices = shells;
  const command = program
    .command('completions')
    .description('writes a script that has your shell complete commands and options')
    .addArgument(argument)
    .action(async (shell: string) => {
      if (!shells.includes(shell)) {
        throw misuse(
          `There are completions for ${argument.description}, not for '${shell}'.${suggest(shell, shells)}`,
        );
      }
      const { formatCompletions } = await import('./completions.ts');
      terminal.output.write(formatCompletions(shell, program));
    });
  explain(command, {
    examples: [
      ['source <(understudy completions bash)', 'in ~/.bashrc'],
      ['source <(understudy completions zsh)', 'in ~/.zshrc, after compinit'],
      ['understudy completions fish > ~/.config/fish/completions/understudy.fish', 'once'],
    ],
  });
};
