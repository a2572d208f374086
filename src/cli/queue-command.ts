import type { AddCommand } from './add-command.ts';
import { type HelpRow, explain } from './help.ts';
import type { QueueAction } from './queue.ts';

const examples: readonly HelpRow[] = [
  ['understudy queue status --redis redis://127.0.0.1', 'what waits, who works'],
  ['understudy queue list --json', 'for programs'],
  ['understudy queue remove gen_4fJ2', 'that one is not made'],
  ['understudy queue retry gen_4fJ2', 'once more'],
  ['understudy queue drain', 'nothing waits any more'],
];

const files: readonly HelpRow[] = [
  ['.env', 'variables, read in the folder it is started in'],
  ['understudy.config.json', 'settings by name, in that folder; or .yaml'],
];

const actions: readonly (readonly [name: QueueAction['name'], description: string])[] = [
  ['status', 'how many answers wait, run and have failed, and which workers live'],
  ['list', 'answers under way, waiting and failed'],
  ['remove', 'takes out an answer that nobody has begun, or a failed one'],
  ['retry', 'puts a failed answer into the queue again'],
  ['drain', 'takes out all that wait'],
];

/** Adds `queue`, with which operators look after the jobs in Redis. */
export const addQueue: AddCommand = (program, terminal) => {
  const queue = program.command('queue').description('looks after the answers that wait in Redis');
  explain(queue, { examples, files });
  for (const [name, description] of actions) {
    const command = queue
      .command(name)
      .description(description)
      .option('--redis <url>', 'the Redis of servers and workers [REDIS_URL]')
      .option('--redis-prefix <text>', 'what its keys begin with [UNDERSTUDY_REDIS_PREFIX]')
      .option('--json', 'as JSON, for programs');
    explain(command, {
      examples: examples.filter(([line]) => line.startsWith(`understudy queue ${name}`)),
      files,
    });
    if (name === 'remove' || name === 'retry') command.argument('<id>', 'the name of the answer');
    if (name === 'list') command.option('--limit <n>', 'at most so many', '50');
    command.action(async (...words: unknown[]) => {
      const id = typeof words[0] === 'string' ? words[0] : '';
      const { runQueue } = await import('./queue.ts');
      await runQueue({ ...command.opts(), name, id }, terminal);
    });
  }
};
