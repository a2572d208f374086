import { Argument } from 'commander';
import type { AddCommand } from './add-command.ts';

const shells = ['bash', 'zsh', 'fish'];

/** Adds `completions`, which writes a script that has a shell complete this command line. */
export const addCompletions: AddCommand = (program, terminal) => {
  program
    .command('completions')
    .description('writes a script that has your shell complete commands and options')
    .addArgument(
      new Argument('<shell>', `${shells.slice(0, -1).join(', ')} or ${shells.at(-1)}`).choices(shells),
    )
    .action(async (shell: string) => {
      const { formatCompletions } = await import('./completions.ts');
      terminal.output.write(formatCompletions(shell, program));
    });
};
