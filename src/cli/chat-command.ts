import { type Command, Help } from 'commander';
import type { AddCommand } from './add-command.ts';

const examples = `Examples:
  understudy chat "Tell me a joke!"
  understudy chat                                  a conversation
  understudy chat < question.txt > answer.txt
  understudy chat --thread holiday "And in May?"   goes on where it was left
  understudy chat --base-url https://api.openai.com --model gpt-4o-mini "Hi"
  understudy chat --json "Hi" | jq -r 'select(.type == "finish").text'
`;

/** Adds `chat`, which asks a server and streams its answer to the terminal. */
export const addChat: AddCommand = (program, terminal) => {
  program
    .command('chat')
    .description('asks a server and streams the answer; without a prompt, talks')
    .configureHelp({ formatHelp, helpWidth: 80 })
    .argument('[prompt]', 'what is asked; without it: typed, or read from stdin')
    .option('--base-url <url>', 'the server (default http://127.0.0.1:8080/v1) [OPENAI_BASE_URL]')
    .option('--api-key <key>', 'sent as bearer token [OPENAI_API_KEY]')
    .option('--model <id>', 'the model asked for (default gpt-4o-mini)')
    .option('--system <text>', 'said to the model before the conversation')
    .option('--max-tokens <n>', 'most tokens of an answer')
    .option('--temperature <n>', 'from 0 to 2')
    .option('--seed <n>', 'equal seeds, equal answers, where the server can')
    .option('--thread <id>', 'a conversation that an Understudy server keeps')
    .option('--json', 'a line of JSON for each event, for programs')
    .option('--stats', 'times and tokens, though nobody watches')
    .option('--no-stats', 'no times and tokens')
    .option('--no-color', 'no colours [NO_COLOR]')
    .action(async (prompt: string | undefined, options: Record<string, unknown>) => {
      const { chat } = await import('./chat/chat.ts');
      const status = await chat(prompt, options, { ...terminal, input: process.stdin });
      if (status !== 0) process.exitCode = status;
    });
};

function formatHelp(command: Command, helper: Help): string {
  return `${examples}\n${Help.prototype.formatHelp.call(helper, command, helper).trimEnd()}\n`;
}
