import { Command, Help, Option } from 'commander';
import { commands } from './commands.ts';
import { misuse } from './failure.ts';
import { type Flag, createFlags } from './flags.ts';
import { describeFlag, formatHelp } from './help.ts';
import type { Rule } from './setting-rules.ts';
import { suggest } from './suggest.ts';
import type { Terminal } from './terminal.ts';

/** What the command line says for a server. */
export interface ServeOptions {
  /** The settings that were given, by name, as they were typed. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly config?: string | undefined;
  readonly dotenv: boolean;
}

/** What the command line says for a list of models. */
export interface ModelsOptions {
  /** Whether the list is for programs. */
  readonly json: boolean;
}

/** What the command line says for weights that are to be fetched. */
export interface PullOptions {
  readonly id: string;
  /** How the weights are to be stored; absent: as suits most. */
  readonly quantisation?: string | undefined;
  readonly offline: boolean;
}

/** What the program needs from outside. */
export interface ProgramParts {
  readonly version: string;
  /** The rules of all settings, of which the flags are made. */
  readonly rules: Rule;
  readonly terminal: Terminal;
  write(text: string): void;
  writeError(text: string): void;
  serve(options: ServeOptions): Promise<void>;
  listModels(options: ModelsOptions): Promise<void>;
  pullModel(options: PullOptions): Promise<void>;
}

/** The command line: it throws a CommanderError where it ends early, for help or for a mistake. */
export function createProgram(parts: ProgramParts): Command {
  const { version, rules, write, writeError, serve } = parts;
  const program = new Command('understudy')
    .description('The stand-in for a large language model API.')
    .version(version, '-V, --version', 'tells the version')
    .helpOption('-h, --help', 'shows this help')
    .usage('[serve] [options]')
    .configureHelp({ formatHelp, helpWidth: 80 })
    .configureOutput({
      writeOut: write,
      writeErr: writeError,
      outputError: (text, report) => report(text.replace(/\n\(/, ' (')),
    })
    .exitOverride();
  addServe(program, createFlags(rules), serve);
  addModels(program, parts);
  for (const add of commands) add(program, parts.terminal);
  return program;
}

function addServe(program: Command, flags: readonly Flag[], serve: ProgramParts['serve']): void {
  const command = program
    .command('serve', { isDefault: true })
    .description('starts the server; done where no command is named')
    .usage('[options]')
    .allowExcessArguments(true);
  for (const flag of flags) addFlag(command, flag);
  command
    .addOption(new Option('--config <file>', describeConfig).helpGroup('Configuration'))
    .addOption(new Option('--no-dotenv', 'leaves .env in this folder unread').helpGroup('Configuration'))
    .action((options: Record<string, unknown>) => {
      refuseWords(command.args, program, 'understudy');
      const { config, dotenv, ...given } = options;
      return serve({
        flags: given,
        config: typeof config === 'string' ? config : undefined,
        dotenv: dotenv !== false,
      });
    });
}

function addModels(program: Command, { listModels, pullModel }: ProgramParts): void {
  const models = program
    .command('models')
    .description('lists what can be served; models pull ID fetches weights')
    .configureHelp({ formatHelp: formatPlainHelp, helpWidth: 80 })
    .allowExcessArguments(true)
    .option('--json', 'as JSON, for programs')
    .action(({ json }: { readonly json?: boolean }) => {
      refuseWords(models.args, models, 'understudy models');
      return listModels({ json: json === true });
    });
  models
    .command('pull')
    .description('fetches the weights of a model and converts them for llama.cpp')
    .argument('<id>', pullable)
    .addOption(
      new Option('--quantisation <name>', describeQuantisation).choices(['q8_0', 'f16', 'bf16', 'f32']),
    )
    .option('--offline', 'fetches nothing: converts what is here [HF_HUB_OFFLINE]')
    .action((id: string, { quantisation, offline }: Omit<Partial<PullOptions>, 'id'>) =>
      pullModel({ id, quantisation, offline: offline === true }),
    );
}

/** Help without the examples with which a server's own begins. */
export function formatPlainHelp(command: Command, helper: Help): string {
  return `${Help.prototype.formatHelp.call(helper, command, helper).trimEnd()}\n`;
}

const pullable = 'user/name of the hub, hf:user/name/file.gguf, the URL of a GGUF file, or a folder';
const describeQuantisation = 'how the weights are stored (default q8_0)';

const describeConfig =
  'file with settings by name, JSON or YAML (default understudy.config.{json,yaml} in this folder, if present)';

function addFlag(command: Command, flag: Flag): void {
  const value = flag.kind === 'switch' ? '' : ` <${nameValue(flag)}>`;
  const option = new Option(`${flag.name}${value}`, describeFlag(flag)).helpGroup(flag.group);
  if (flag.kind === 'list') option.argParser(collect);
  command.addOption(option);
  if (flag.kind === 'switch') {
    command.addOption(new Option(flag.name.replace('--', '--no-')).hideHelp());
  }
}

function nameValue({ key, rule }: Flag): string {
  if (rule.type === 'number' || rule.type === 'integer') return 'n';
  if (rule.enum !== undefined) return 'name';
  return key.endsWith('File') ? 'file' : 'text';
}

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

// Any word that is no command ends up at the command above it.
function refuseWords([word]: readonly string[], parent: Command, name: string): void {
  if (word === undefined) return;
  const names = parent.commands.map((command) => command.name());
  throw misuse(`There is no command '${word}'.${suggest(word, names)} See ${name} --help.`);
}
