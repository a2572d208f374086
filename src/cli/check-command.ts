import { Option } from 'commander';
import type { AddCommand } from './add-command.ts';
import { explain } from './help.ts';

const examples = [
  ['understudy check http://127.0.0.1:8080', 'its chat completions'],
  ['understudy check http://127.0.0.1:8080 --dialect prompt', 'its answers to prompts'],
  ['understudy check https://example.com/v1 --api-key KEY --model some-model', "somebody else's"],
  ['understudy check http://127.0.0.1:8080 --only flush --only end', 'two checks alone'],
  ['understudy check http://127.0.0.1:8080 --json', 'for programs'],
] as const;

/** Adds `check`, which tries an endpoint and tells what it does right and wrong. */
export const addCheck: AddCommand = (program, terminal) => {
  const dialect = new Option('--dialect <name>', 'what the endpoint speaks (default: by the path)');
  // For help and completions; a wrong one is told by whoever reads the flags.
  dialect.argChoices = ['openai', 'prompt', 'completion', 'wordstream', 'langbase'];
  const command = program
    .command('check')
    .description('checks a streaming endpoint, ours or any other')
    .argument('<url>', 'a server, its /v1, or the path of its endpoint')
    .optionsGroup('Request')
    .addOption(dialect)
    .option('--model <id>', 'the model asked for (default in openai: gpt-4o-mini)')
    .option('--prompt <text>', 'what is asked (default "Explain streaming APIs")')
    .option('--api-key <key>', 'sent as bearer token')
    .option('--timeout <s>', 'seconds that one request may take (default 30)')
    .optionsGroup('Checks')
    .option('--only <name>', 'this check alone; may be given again', collect)
    .option('--skip <name>', 'all but this check; may be given again', collect)
    .option('--first-token-limit <ms>', 'within which text must come (default 2401)')
    .option('--rate-limit <n>', 'tokens a second to exceed (default 29; wordstream: none)')
    .option('--chunk-limit <n>', 'pieces to exceed (default in prompt: 5)')
    .option('--character-limit <n>', 'characters to exceed (default in prompt: 1375)')
    .optionsGroup('Report')
    .option('--json', 'the result as JSON, for programs')
    .action(async (url: string, options: Record<string, unknown>) =>
      (await import('./check-endpoint.ts')).checkEndpoint(url, options, terminal),
    );
  explain(command, {
    examples,
    exits: [
      ['0', 'nothing failed'],
      ['1', 'something failed; the table says what'],
      ['2', 'a flag is wrong, or nobody can be reached'],
    ],
  });
};

function collect(name: string, names: readonly string[] = []): readonly string[] {
  return [...names, name];
}
