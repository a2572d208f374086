import type { Command, Help, Option } from 'commander';
import type { Flag } from './flags.ts';

const examples = [
  ['understudy', 'answers on http://127.0.0.1:8080'],
  ['understudy --port 0 --instant', 'a free port, no pacing'],
  ['understudy --ttft 500 --tokens-per-second 20', 'a slower model'],
  ['understudy --message "Hi there"', 'your own words, word by word'],
  ['understudy --preset wordstream', 'words on port 8000'],
  ['understudy --engine gpt2', 'a real model, for every id'],
] as const;

const footer = `Every setting can also stand in the variable named in brackets, in .env, or in
understudy.config.json or .yaml (limits, storage and models there alone). Flags
win over variables, variables over .env, .env over the file. A switch is turned
off by --no-NAME.`;

/** Help that begins with examples; the program's own tells the flags of its default command too. */
export function formatHelp(command: Command, helper: Help): string {
  const commands = helper.visibleCommands(command).filter((each) => each.name() !== 'help');
  const served = commands.filter((each) => each.name() === 'serve');
  const options = [command, ...served].flatMap((each) => helper.visibleOptions(each));
  const groups = groupOptions(options);
  const width = Math.max(...options.map((option) => option.flags.length));
  const item = (term: string, description: string): string =>
    helper.formatItem(helper.styleOptionTerm(term), width, description, helper);
  const sections = [
    `Usage: ${helper.commandUsage(command)}`,
    formatList('Examples', examples.map(formatExample), helper),
    formatList(
      'Commands',
      commands.map((each) => item(each.name(), each.description())),
      helper,
    ),
    ...[...groups].map(([title, members]) =>
      formatList(
        title,
        members.map((option) => item(option.flags, option.description)),
        helper,
      ),
    ),
    footer,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** What the help says of a flag: its choices, what it is, its default and its variables. */
export function describeFlag({ rule, variables }: Flag): string {
  const { description = '' } = rule;
  const choices = rule.enum ?? [];
  const isListed = choices.every((choice) => description.includes(choice));
  const names = variables.map((name) => `[${name}]`);
  return [
    isListed ? '' : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}:`,
    description,
    hasDefault(rule.default) ? `(default ${String(rule.default)})` : '',
    ...names,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function hasDefault(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function formatExample([line, meaning]: (typeof examples)[number]): string {
  const width = Math.max(...examples.map(([each]) => each.length));
  return `  ${line.padEnd(width)}  ${meaning}`;
}

function formatList(title: string, lines: readonly string[], helper: Help): string {
  return lines.length === 0 ? '' : [helper.styleTitle(`${title}:`), ...lines].join('\n');
}

function groupOptions(options: readonly Option[]): Map<string, Option[]> {
  const groups = new Map<string, Option[]>();
  for (const option of options) {
    // What every program has stands last.
    if (option.helpGroupHeading === undefined) continue;
    groups.set(option.helpGroupHeading, [...(groups.get(option.helpGroupHeading) ?? []), option]);
  }
  const plain = options.filter((option) => option.helpGroupHeading === undefined);
  const others = plain.filter(
    (option, index) => plain.findIndex((each) => each.flags === option.flags) === index,
  );
  return others.length === 0 ? groups : groups.set('Other', others);
}
