import { Option } from 'commander';
import type { AddCommand } from './add-command.ts';
import { explain } from './help.ts';

const examples = [
  ['understudy bench http://127.0.0.1:8080', '10 streams a second for 10 seconds'],
  ['understudy bench http://127.0.0.1:8080 --rate 50 --duration 30 --warm-up 5', 'more, for longer'],
  ['understudy bench http://127.0.0.1:8080 --ttft 200 --tokens-per-second 50', 'how late each token is, too'],
  ['understudy bench http://127.0.0.1:8080 --concurrency 8 --html report.html', 'closed loop, with plots'],
] as const;

/** Adds `bench`, which measures a streaming endpoint under load. */
export const addBench: AddCommand = (program, terminal) => {
  const command = program
    .command('bench')
    .description('puts a streaming endpoint under load and measures its tokens')
    .argument('<url>', 'a server, or the path of its endpoint')
    .optionsGroup('Load')
    .option('--rate <n>', 'streams begun a second, open loop (default 10)')
    .addOption(choose('--arrivals <name>', 'how they are spread (default poisson)', ['poisson', 'even']))
    .option('--concurrency <n>', 'streams at a time, closed loop, in place of --rate')
    .option('--duration <s>', 'seconds that are measured (default 10, most 600)')
    .option('--requests <n>', 'most streams in all (default 100000, most 1000000)')
    .option('--warm-up <s>', 'seconds before that are not counted (default 0)')
    .option('--timeout <s>', 'seconds that one stream may take (default 60)')
    .option('--workers <n>', 'threads (default: one a core)')
    .option('--remote', 'allows servers that are not this machine')
    .optionsGroup('Request')
    .addOption(
      choose('--dialect <name>', 'what the endpoint speaks (default openai)', [
        'openai',
        'prompt',
        'completion',
      ]),
    )
    .option('--model <id>', 'the model asked for (default gpt-4o-mini)')
    .option('--prompt <text>', 'what is asked (default "Tell me a joke.")')
    .option('--max-tokens <n>', 'most tokens of an answer (default 64)')
    .option('--api-key <key>', 'sent as bearer token')
    .optionsGroup('Schedule, against which lateness is measured')
    .option('--ttft <ms>', 'when the first token is due')
    .option('--tokens-per-second <n>', 'how fast the others are due')
    .optionsGroup('Report')
    .option('--json', 'the report as JSON, for programs')
    .option('--html <file>', 'the report as a page with plots, too')
    .action(async (url: string, options: Record<string, unknown>) =>
      (await import('./bench.ts')).bench(url, options, terminal),
    );
  explain(command, {
    examples,
    exits: [
      ['0', 'all streams ended well'],
      ['1', 'some did not; the report says which errors there were'],
      ['2', 'a flag is wrong'],
    ],
  });
};

// What may stand there, for help and completions; a wrong one is told by whoever reads the flags.
function choose(flags: string, description: string, choices: readonly string[]): Option {
  const option = new Option(flags, description);
  option.argChoices = [...choices];
  return option;
}
