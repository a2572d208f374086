import type { AddCommand } from './add-command.ts';
import { explain } from './help.ts';
import { settingsFiles, settingsFooter } from './serve-notes.ts';
import { addSettings, readServeOptions } from './settings-options.ts';
import { readRules } from './setting-rules.ts';

/** Adds `config`, which shows the settings that a server would have here, and where each comes from. */
export const addConfig: AddCommand = (program, terminal) => {
  const rules = readRules();
  const command = program
    .command('config')
    .description('shows the settings that count here, and where each comes from')
    .optionsGroup('Shown')
    .option('--changed', 'leaves out what has its default')
    .option('--json', 'as JSON, for programs');
  explain(command, {
    examples: [
      ['understudy config', 'as a server would have them here'],
      ['understudy config --changed', 'what is not the default'],
      ['understudy config --preset classic --json', 'for programs'],
    ],
    files: settingsFiles,
    footer: settingsFooter,
  });
  addSettings(command, rules);
  command.action(async ({ changed, json, ...options }: Record<string, unknown>) => {
    const { showConfiguration } = await import('./show-configuration.ts');
    const shown = { changed: changed === true, json: json === true };
    await showConfiguration({ ...readServeOptions(options), ...shown }, rules, terminal);
  });
};
