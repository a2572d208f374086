import { type Command, Help } from 'commander';
import type { AddCommand } from './add-command.ts';

const examples = `Examples:
  understudy check http://127.0.0.1:8080
  understudy check http://127.0.0.1:8080 --dialect prompt
  understudy check https://example.com/v1 --api-key KEY --model some-model
  understudy check http://127.0.0.1:8080 --only flush --only end
  understudy check http://127.0.0.1:8080 --json
`;

/** Adds `check`, which tries an endpoint and tells what it does right and wrong. */
export const addCheck: AddCommand = (program, terminal) => {
  program
    .command('check')
    .description('checks a streaming endpoint, ours or any other')
    .configureHelp({ formatHelp, helpWidth: 80 })
    .argument('<url>', 'a server, its /v1, or the path of its endpoint')
    .option('--dialect <name>', 'openai, prompt, completion, wordstream or langbase (default: by the path)')
    .option('--model <id>', 'the model asked for (default in openai: gpt-4o-mini)')
    .option('--api-key <key>', 'sent as bearer token')
    .option('--prompt <text>', 'what is asked (default "Explain streaming APIs")')
    .option('--timeout <s>', 'seconds that one request may take (default 30)')
    .option('--only <name>', 'this check alone; may be given again', collect)
    .option('--skip <name>', 'all but this check; may be given again', collect)
    .option('--first-token-limit <ms>', 'within which text must come (default 2401)')
    .option('--rate-limit <n>', 'tokens a second to exceed (default 29; wordstream: none)')
    .option('--chunk-limit <n>', 'pieces to exceed (default in prompt: 5)')
    .option('--character-limit <n>', 'characters to exceed (default in prompt: 1375)')
    .option('--json', 'the result as JSON, for programs')
    .option('--no-color', 'no colours, also on a terminal [NO_COLOR]')
    .action(async (url: string, options: Record<string, unknown>) =>
      (await import('./check-endpoint.ts')).checkEndpoint(url, options, terminal),
    );
};

function collect(name: string, names: readonly string[] = []): readonly string[] {
  return [...names, name];
}

function formatHelp(command: Command, helper: Help): string {
  return `${examples}\n${Help.prototype.formatHelp.call(helper, command, helper).trimEnd()}\n`;
}
