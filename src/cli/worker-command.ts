import type { Command } from 'commander';
import { createClock } from '../core/clock.ts';
import type { AddCommand } from './add-command.ts';
import { explain } from './help.ts';
import { serveNotes } from './serve-notes.ts';
import { addSettings, readServeOptions } from './settings-options.ts';
import { readRules } from './setting-rules.ts';

/** Adds `worker`, which takes jobs from Redis. */
export const addWorker: AddCommand = (program, terminal) => {
  const command: Command = program
    .command('worker')
    .description('makes the answers of servers that share its Redis')
    .usage('--redis <url> [options]');
  explain(command, {
    ...serveNotes,
    examples: [
      ['understudy worker --redis redis://127.0.0.1', 'makes all that it can'],
      ['understudy worker --serves text --concurrency 200', 'what needs no weights'],
      ['understudy worker --serves story --threads 4', 'one model'],
    ],
  });
  addSettings(command, readRules());
  command.action(async (options: Record<string, unknown>) => {
    const { startWorker } = await import('./start-worker.ts');
    await startWorker(readServeOptions(options), terminal, createClock());
  });
};
