import type { Argument, Command, Help, Option } from 'commander';
import { listOptions } from './command-options.ts';

/** What may stand in a place: nothing that is known beforehand, one of some words, or the path of a file or a folder. */
export type Offer =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'files' }
  | { readonly kind: 'folders' };

/** An option as shells complete it. */
export interface CompletedOption {
  /** `--port`, or the short one before the long one. */
  readonly names: readonly string[];
  readonly description: string;
  /** What its value may be; absent: it takes none. */
  readonly value: Offer | undefined;
  readonly repeats: boolean;
}

/** A command as shells complete it. */
export interface CompletedCommand {
  /** The words that lead to it: none for the program itself. */
  readonly path: readonly string[];
  readonly description: string;
  readonly options: readonly CompletedOption[];
  /** What its own words may be. */
  readonly argument: Offer;
  readonly commands: readonly CompletedCommand[];
}

/** The commands of a program with what can be completed after each; the program itself takes what its default command takes. */
export function readTree(program: Command): CompletedCommand {
  return readCommand(program, program.createHelp(), []);
}

/** A command and all below it. */
export function flatten(command: CompletedCommand): readonly CompletedCommand[] {
  return [command, ...command.commands.flatMap(flatten)];
}

function readCommand(command: Command, help: Help, path: readonly string[]): CompletedCommand {
  const commands = help.visibleCommands(command).filter((each) => each.name() !== 'help');
  const { own, general } = listOptions(command, help);
  const [argument] = help.visibleArguments(command);
  return {
    path,
    description: command.description(),
    options: [...own, ...general].map(readOption),
    argument: argument === undefined ? { kind: 'nothing' } : readArgument(argument),
    commands: commands.map((each) => readCommand(each, help, [...path, each.name()])),
  };
}

function readOption({ short, long, flags, description, argChoices, parseArg }: Option): CompletedOption {
  const placeholder = /[<[](?<name>[^>\]]+)/.exec(flags)?.groups?.['name'];
  return {
    names: [short, long].filter((name) => name !== undefined),
    description: shorten(description),
    value: placeholder === undefined ? undefined : readOffer(placeholder, argChoices),
    // What is read by a function of its own and has no choices is gathered into a list.
    repeats: parseArg !== undefined && argChoices === undefined,
  };
}

function readArgument(argument: Argument): Offer {
  return readOffer(argument.name(), argument.argChoices);
}

function readOffer(placeholder: string, words: readonly string[] | undefined): Offer {
  if (words !== undefined) return { kind: 'words', words };
  if (placeholder === 'folder') return { kind: 'folders' };
  return { kind: placeholder === 'file' || placeholder === 'model' ? 'files' : 'nothing' };
}

// Variables are for help: a list of completions has one line for each.
function shorten(description: string): string {
  return description.replace(/ \[[A-Z_]+\]/g, '').replace(/\s+/g, ' ');
}
