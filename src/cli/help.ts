import type { Argument, Command, Help, HelpConfiguration, Option } from 'commander';
import { styleText } from 'node:util';
import { listOptions } from './command-options.ts';
import { addDefault, listChoices } from './descriptions.ts';

/** A term and what it means. */
export type HelpRow = readonly [term: string, meaning: string];

/** What help tells of a command besides its options. */
export interface HelpNotes {
  /** Lines to copy, with what they do. */
  readonly examples: readonly HelpRow[];
  /** Variables that are not those of a flag. */
  readonly variables?: readonly HelpRow[];
  readonly files?: readonly HelpRow[];
  /** The statuses that it ends with, where they are not the usual ones. */
  readonly exits?: readonly HelpRow[];
  /** What stands at the end. */
  readonly footer?: string;
}

const width = 80;

const usualExits: readonly HelpRow[] = [
  ['0', 'done'],
  ['1', 'it failed; a line on stderr says why'],
  ['2', 'a command, a flag, a variable or a file is wrong'],
];

/** Has help tell the notes of a command; those below it have their own, or none. */
export function explain(command: Command, notes: HelpNotes): Command {
  const configuration: HelpConfiguration = {
    formatHelp: (each, helper) => formatHelp(each, helper, each === command ? notes : { examples: [] }),
    helpWidth: width,
    // Taken out again by commander where no colours are wanted.
    styleTitle: (title) => styleText('bold', title, { validateStream: false }),
  };
  return command.configureHelp(configuration);
}

function formatHelp(command: Command, helper: Help, notes: HelpNotes): string {
  const { examples, variables = [], files = [], exits = usualExits, footer = '' } = notes;
  const lists: readonly (readonly [title: string, rows: readonly HelpRow[]])[] = [
    ['Commands', listCommands(command, helper)],
    ['Arguments', helper.visibleArguments(command).map((each) => [each.name(), each.description])],
    ...listGroups(command, helper),
    ['Environment', [...variables, ['NO_COLOR', 'if it is set, or TERM is dumb: no colours']]],
    ['Files', files],
    ['Exit status', exits],
  ];
  const termWidth = Math.max(...lists.flatMap(([, rows]) => rows.map(([term]) => term.length)));
  const parts = [
    `${helper.styleTitle('Usage:')} ${helper.commandUsage(command)}`,
    makeSentence(command.description()),
    formatExamples(examples, helper),
    ...lists.map(([title, rows]) => {
      const lines = rows.map(([term, meaning]) => helper.formatItem(term, termWidth, meaning, helper));
      return formatPart(title, lines, helper);
    }),
    footer,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function listCommands(command: Command, helper: Help): readonly HelpRow[] {
  const commands = helper.visibleCommands(command).filter((each) => each.name() !== 'help');
  return commands.map((each) => {
    const words = each.registeredArguments.map(nameArgument);
    return [`${each.name()}${words.join('')}`, each.description()];
  });
}

function nameArgument(argument: Argument): string {
  return argument.required ? ` <${argument.name()}>` : ` [${argument.name()}]`;
}

// What has no group stands after the groups, and what every command has at the end.
function listGroups(command: Command, helper: Help): readonly (readonly [string, readonly HelpRow[]])[] {
  const { own, general } = listOptions(command, helper);
  const groups = Map.groupBy(own, ({ helpGroupHeading }) => helpGroupHeading ?? '');
  const plain = groups.get('') ?? [];
  groups.delete('');
  const rest = [groups.size === 0 ? 'Options' : 'Other', [...plain, ...general]] as const;
  return [...groups, rest].map(([title, options]) => [
    title,
    options.map((option) => [option.flags, describeOption(option)]),
  ]);
}

function describeOption({ description, argChoices, defaultValue }: Option): string {
  return addDefault(listChoices(argChoices ?? [], description), defaultValue);
}

function makeSentence(description: string): string {
  const text = description.charAt(0).toUpperCase() + description.slice(1);
  return text === '' || text.endsWith('.') ? text : `${text}.`;
}

// What a line does stands beside it where there is room for all of them, else under it.
function formatExamples(examples: readonly HelpRow[], helper: Help): string {
  const longest = Math.max(...examples.map(([line]) => line.length));
  const isRoomy = examples.every(([, meaning]) => longest + meaning.length + 4 <= width);
  const lines = examples.map(([line, meaning]) =>
    isRoomy ? `  ${line.padEnd(longest)}  ${meaning}` : `  ${line}\n      ${meaning}`,
  );
  return formatPart('Examples', lines, helper);
}

function formatPart(title: string, lines: readonly string[], helper: Help): string {
  return lines.length === 0 ? '' : [helper.styleTitle(`${title}:`), ...lines].join('\n');
}
