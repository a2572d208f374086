import { type Command, Help } from 'commander';
import type { AddCommand } from './add-command.ts';
import type { QueueAction } from './queue.ts';

const examples = `Examples:
  understudy queue status --redis redis://127.0.0.1:6379
  understudy queue list --json
  understudy queue retry gen_4fJ…
`;

const actions: readonly (readonly [name: QueueAction['name'], description: string])[] = [
  ['status', 'how many answers wait, run and have failed, and which workers live'],
  ['list', 'answers under way, waiting and failed'],
  ['remove', 'takes out an answer that nobody has begun, or a failed one'],
  ['retry', 'puts a failed answer into the queue again'],
  ['drain', 'takes out all that wait'],
];

/** Adds `queue`, with which operators look after the jobs in Redis. */
export const addQueue: AddCommand = (program, terminal) => {
  const queue = program
    .command('queue')
    .description('looks after the answers that wait in Redis')
    .configureHelp({ formatHelp, helpWidth: 80 });
  for (const [name, description] of actions) {
    const command = queue
      .command(name)
      .description(description)
      .option('--redis <url>', 'the Redis of servers and workers [REDIS_URL]')
      .option('--redis-prefix <text>', 'what its keys begin with [UNDERSTUDY_REDIS_PREFIX]')
      .option('--json', 'as JSON, for programs');
    if (name === 'remove' || name === 'retry') command.argument('<id>', 'the name of the answer');
    if (name === 'list') command.option('--limit <n>', 'at most so many', '50');
    command.action(async (...words: unknown[]) => {
      const id = typeof words[0] === 'string' ? words[0] : '';
      const { runQueue } = await import('./queue.ts');
      await runQueue({ ...command.opts(), name, id }, terminal);
    });
  }
};

function formatHelp(command: Command, helper: Help): string {
  const help = Help.prototype.formatHelp.call(helper, command, helper).trimEnd();
  return command.name() === 'queue' ? `${examples}\n${help}\n` : `${help}\n`;
}
