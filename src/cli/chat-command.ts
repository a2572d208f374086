import type { AddCommand } from './add-command.ts';
import { explain } from './help.ts';

const examples = [
  ['understudy chat "Tell me a joke!"', 'asks once'],
  ['understudy chat', 'talks'],
  ['understudy chat < question.txt > answer.txt', 'asks what a file says'],
  ['understudy chat --thread trip "And in May?"', 'goes on with that talk'],
  ['understudy chat --base-url https://api.openai.com "Hi"', 'asks another server'],
  ['understudy chat --json "Hi"', 'for programs'],
] as const;

/** Adds `chat`, which asks a server and streams its answer to the terminal. */
export const addChat: AddCommand = (program, terminal) => {
  const command = program
    .command('chat')
    .description('asks a server and streams the answer; without a prompt, talks')
    .argument('[prompt]', 'what is asked; without it: typed, or read from stdin')
    .optionsGroup('Server')
    .option('--base-url <url>', 'its address (default http://127.0.0.1:8080/v1) [OPENAI_BASE_URL]')
    .option('--api-key <key>', 'sent as bearer token [OPENAI_API_KEY]')
    .optionsGroup('Request')
    .option('--model <id>', 'the model asked for (default gpt-4o-mini)')
    .option('--system <text>', 'said to the model before the conversation')
    .option('--max-tokens <n>', 'most tokens of an answer')
    .option('--temperature <n>', 'from 0 to 2')
    .option('--seed <n>', 'equal seeds, equal answers, where the server can')
    .option('--thread <id>', 'a conversation that an Understudy server keeps')
    .optionsGroup('Shown')
    .option('--json', 'a line of JSON for each event, for programs')
    .option('--stats', 'times and tokens, though nobody watches')
    .option('--no-stats', 'no times and tokens')
    .action(async (prompt: string | undefined, options: Record<string, unknown>) => {
      const { chat } = await import('./chat/chat.ts');
      const status = await chat(prompt, options, { ...terminal, input: process.stdin });
      if (status !== 0) process.exitCode = status;
    });
  explain(command, {
    examples,
    exits: [
      ['0', 'the answer came to its end'],
      ['1', 'none came, or it broke off; a line on stderr says why'],
      ['2', 'a flag or a variable is wrong'],
      ['130', 'Ctrl-C ended it'],
    ],
  });
};
