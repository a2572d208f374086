import type { AddCommand } from './add-command.ts';
import { addSettings, readServeOptions } from './settings-options.ts';
import { readRules } from './setting-rules.ts';

/** Adds `config`, which shows the settings that a server would have here, and where each comes from. */
export const addConfig: AddCommand = (program, terminal) => {
  const rules = readRules();
  const command = program
    .command('config')
    .description('shows the settings that count here, and where each comes from')
    .option('--changed', 'leaves out what has its default')
    .option('--json', 'as JSON, for programs');
  addSettings(command, rules);
  command.action(async ({ changed, json, ...options }: Record<string, unknown>) => {
    const { showConfiguration } = await import('./show-configuration.ts');
    const shown = { changed: changed === true, json: json === true };
    await showConfiguration({ ...readServeOptions(options), ...shown }, rules, terminal);
  });
};
