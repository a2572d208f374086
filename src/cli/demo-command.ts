import { type Command, Help } from 'commander';
import type { AddCommand } from './add-command.ts';

const examples = `Examples:
  understudy demo                  a token a second
  understudy demo --fast           ten
  understudy demo --out captures   what it looks like, as four text files
`;

/** Adds `demo`, which shows a stream on the terminal, token by token. */
export const addDemo: AddCommand = (program, terminal) => {
  program
    .command('demo')
    .description('shows a slow stream, with a server of its own')
    .configureHelp({ formatHelp, helpWidth: 80 })
    .option('--tokens-per-second <n>', 'how fast (default 1)')
    .option('--fast', 'ten tokens a second')
    .option('--out <dir>', 'runs in tmux at 80x24 and writes four captures there')
    .option('--no-color', 'no colours [NO_COLOR]')
    .action(async (options: Record<string, unknown>) => {
      const { demo } = await import('./demo/demo.ts');
      const status = await demo(options, terminal);
      if (status !== 0) process.exitCode = status;
    });
};

function formatHelp(command: Command, helper: Help): string {
  return `${examples}\n${Help.prototype.formatHelp.call(helper, command, helper).trimEnd()}\n`;
}
