import type { AddCommand } from './add-command.ts';
import { explain } from './help.ts';

const examples = [
  ['understudy demo', 'a token a second'],
  ['understudy demo --fast', 'ten'],
  ['understudy demo --out captures', 'what it looks like, as four text files'],
] as const;

/** Adds `demo`, which shows a stream on the terminal, token by token. */
export const addDemo: AddCommand = (program, terminal) => {
  const command = program
    .command('demo')
    .description('shows a slow stream, with a server of its own')
    .option('--tokens-per-second <n>', 'how fast (default 1)')
    .option('--fast', 'ten tokens a second')
    .option('--out <dir>', 'runs in tmux at 80x24 and writes four captures there')
    .action(async (options: Record<string, unknown>) => {
      const { demo } = await import('./demo/demo.ts');
      const status = await demo(options, terminal);
      if (status !== 0) process.exitCode = status;
    });
  explain(command, {
    examples,
    exits: [
      ['0', 'it went to its end'],
      ['1', 'it failed; a line on stderr says why'],
      ['2', 'a flag is wrong'],
      ['130', 'Ctrl-C ended it'],
    ],
  });
};
