import { type Command, Help, Option } from 'commander';
import type { AddCommand } from './add-command.ts';

const examples = `Examples:
  understudy bench http://127.0.0.1:8080
  understudy bench http://127.0.0.1:8080 --rate 50 --duration 30 --warm-up 5
  understudy bench http://127.0.0.1:8080 --ttft 200 --tokens-per-second 50
  understudy bench http://127.0.0.1:8080 --concurrency 8 --html report.html
`;

/** Adds `bench`, which measures a streaming endpoint under load. */
export const addBench: AddCommand = (program, terminal) => {
  program
    .command('bench')
    .description('puts a streaming endpoint under load and measures its tokens')
    .configureHelp({
      formatHelp,
      helpWidth: 80,
    })
    .argument('<url>', 'a server, or the path of its endpoint')
    .option('--rate <n>', 'streams begun a second, open loop (default 10)')
    .addOption(
      choose('--arrivals <name>', 'poisson or even: how they are spread (default poisson)', [
        'poisson',
        'even',
      ]),
    )
    .option('--concurrency <n>', 'streams at a time, closed loop, in place of --rate')
    .option('--duration <s>', 'seconds that are measured (default 10, most 600)')
    .option('--requests <n>', 'most streams in all (default 100000, most 1000000)')
    .option('--warm-up <s>', 'seconds before that are not counted (default 0)')
    .option('--timeout <s>', 'seconds that one stream may take (default 60)')
    .option('--workers <n>', 'threads (default: one a core)')
    .addOption(
      choose('--dialect <name>', 'openai, prompt or completion (default openai)', [
        'openai',
        'prompt',
        'completion',
      ]),
    )
    .option('--model <id>', 'the model asked for (default gpt-4o-mini)')
    .option('--prompt <text>', 'what is asked (default "Tell me a joke.")')
    .option('--max-tokens <n>', 'most tokens of an answer (default 64)')
    .option('--ttft <ms>', 'when the first token is due')
    .option('--tokens-per-second <n>', 'how fast the others are due')
    .option('--api-key <key>', 'sent as bearer token')
    .option('--remote', 'allows servers that are not this machine')
    .option('--json', 'the report as JSON, for programs')
    .option('--html <file>', 'the report as a page with plots, too')
    .action(async (url: string, options: Record<string, unknown>) =>
      (await import('./bench.ts')).bench(url, options, terminal),
    );
};

// What may stand there, for completions; a wrong one is told by whoever reads the flags.
function choose(flags: string, description: string, choices: readonly string[]): Option {
  const option = new Option(flags, description);
  option.argChoices = [...choices];
  return option;
}

function formatHelp(command: Command, helper: Help): string {
  return `${examples}\n${Help.prototype.formatHelp.call(helper, command, helper).trimEnd()}\n`;
}
