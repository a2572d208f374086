import type { Command } from 'commander';
import { createClock } from '../core/clock.ts';
import type { AddCommand } from './add-command.ts';
import { addSettings, readServeOptions } from './settings-options.ts';
import { readRules } from './setting-rules.ts';

/** Adds `worker`, which takes jobs from Redis. */
export const addWorker: AddCommand = (program, terminal) => {
  const command: Command = program
    .command('worker')
    .description('makes the answers of servers that share its Redis')
    .usage('--redis <url> [options]');
  addSettings(command, readRules());
  command.action(async (options: Record<string, unknown>) => {
    const { startWorker } = await import('./start-worker.ts');
    await startWorker(readServeOptions(options), terminal, createClock());
  });
};
