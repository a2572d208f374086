import { type Command, Option } from 'commander';
import { describeFlag } from './descriptions.ts';
import { type Flag, createFlags } from './flags.ts';
import type { Rule } from './setting-rules.ts';

/** What the command line says for a server. */
export interface ServeOptions {
  /** The settings that were given, by name, as they were typed. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly config?: string | undefined;
  readonly dotenv: boolean;
}

/** Adds a flag for each setting, and those that say where settings are read from. */
export function addSettings(command: Command, rules: Rule): void {
  for (const flag of createFlags(rules)) addFlag(command, flag);
  command
    .addOption(new Option('--config <file>', describeConfig).helpGroup('Configuration'))
    .addOption(new Option('--no-dotenv', 'leaves .env in this folder unread').helpGroup('Configuration'));
}

/** The settings among the options of a command that has them all. */
export function readServeOptions({ config, dotenv, ...flags }: Record<string, unknown>): ServeOptions {
  return { flags, config: typeof config === 'string' ? config : undefined, dotenv: dotenv !== false };
}

const describeConfig =
  'file with settings by name, JSON or YAML (default understudy.config.{json,yaml} in this folder, if present)';

function addFlag(command: Command, flag: Flag): void {
  const value = flag.kind === 'switch' ? '' : ` <${nameValue(flag)}>`;
  const option = new Option(`${flag.name}${value}`, describeFlag(flag)).helpGroup(flag.group);
  if (flag.kind === 'list') option.argParser(collect);
  // For help and completions alone: what is wrong is told with where it came from, once all is read.
  if (flag.rule.enum !== undefined) option.argChoices = [...flag.rule.enum];
  command.addOption(option);
  if (flag.kind === 'switch') {
    command.addOption(new Option(flag.name.replace('--', '--no-')).hideHelp());
  }
}

function nameValue({ key, rule }: Flag): string {
  if (rule.type === 'number' || rule.type === 'integer') return 'n';
  if (rule.enum !== undefined) return 'name';
  if (key === 'data' || key === 'cache') return 'folder';
  if (key === 'model') return 'model';
  return key.endsWith('File') ? 'file' : 'text';
}

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}
