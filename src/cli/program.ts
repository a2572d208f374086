import { Command, Option } from 'commander';
import { commands } from './commands.ts';
import { misuse } from './failure.ts';
import { explain } from './help.ts';
import { modelsExamples, pullExamples, weightsFiles, weightsVariables } from './models-notes.ts';
import { serveNotes } from './serve-notes.ts';
import { type ServeOptions, addSettings, readServeOptions } from './settings-options.ts';
import type { Rule } from './setting-rules.ts';
import { suggest } from './suggest.ts';
import type { Terminal } from './terminal.ts';

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
    .option('--no-color', 'no colours')
    .usage('[command] [options]')
    .configureOutput({
      writeOut: write,
      writeErr: writeError,
      outputError: (text, report) => report(text.replace(/\n\(/, ' (')),
    })
    .exitOverride();
  explain(program, serveNotes);
  addServe(program, rules, serve);
  addModels(program, parts);
  for (const add of commands) add(program, parts.terminal);
  return program;
}

function addServe(program: Command, rules: Rule, serve: ProgramParts['serve']): void {
  const command = program
    .command('serve', { isDefault: true })
    .description('starts the server; done where no command is named')
    .usage('[options]')
    .allowExcessArguments(true);
  explain(command, serveNotes);
  addSettings(command, rules);
  command.action((options: Record<string, unknown>) => {
    refuseWords(command.args, program, 'understudy');
    return serve(readServeOptions(options));
  });
}

function addModels(program: Command, { listModels, pullModel }: ProgramParts): void {
  const models = program
    .command('models')
    .description('lists what can be served; models pull ID fetches weights')
    .allowExcessArguments(true)
    .option('--json', 'as JSON, for programs')
    .action(({ json }: { readonly json?: boolean }) => {
      refuseWords(models.args, models, 'understudy models');
      return listModels({ json: json === true });
    });
  explain(models, { examples: modelsExamples, variables: weightsVariables, files: weightsFiles });
  const pull = models
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
  explain(pull, { examples: pullExamples, variables: weightsVariables, files: weightsFiles });
}

const pullable = 'user/name of the hub, hf:user/name/file.gguf, the URL of a GGUF file, or a folder';
const describeQuantisation = 'how the weights are stored (default q8_0)';

// Any word that is no command ends up at the command above it.
function refuseWords([word]: readonly string[], parent: Command, name: string): void {
  if (word === undefined) return;
  const names = parent.commands.map((command) => command.name());
  throw misuse(`There is no command '${word}'.${suggest(word, names)} See ${name} --help.`);
}
