import type { Command, Help, Option } from 'commander';

/** The options that can be given to a command, each once. */
export interface CommandOptions {
  /** Its own and, where it has a default command, those of that one. */
  readonly own: readonly Option[];
  /** Those that every command has. */
  readonly general: readonly Option[];
}

const generalNames = ['--version', '--no-color', '--help'];

/** The options that help shows and shells complete for a command. */
export function listOptions(command: Command, helper: Help): CommandOptions {
  // The program itself takes what its default command takes.
  const served = helper.visibleCommands(command).filter((each) => each.name() === 'serve');
  const all = [...served, command].flatMap((each) => helper.visibleOptions(each));
  const root = findRoot(command);
  const shared = root === command ? [] : root.options.filter(({ long }) => long !== '--version');
  return {
    own: all.filter((option) => !isGeneral(option)),
    general: dropRepeats([...shared, ...all].filter(isGeneral)),
  };
}

function findRoot(command: Command): Command {
  return command.parent === null ? command : findRoot(command.parent);
}

function isGeneral({ long }: Option): boolean {
  return generalNames.includes(long ?? '');
}

function dropRepeats(options: readonly Option[]): readonly Option[] {
  const unique = new Map(options.map((option) => [option.long ?? '', option]));
  return generalNames.flatMap((name) => unique.get(name) ?? []);
}
