import { type CompletedCommand, type CompletedOption, type Offer, flatten } from './completion-tree.ts';

/** A script that has fish, 3.0 or later, complete the commands of the tree, with their descriptions. */
export function formatFish(name: string, tree: CompletedCommand): string {
  const commands = flatten(tree);
  return `# Completions of fish for ${name}. Save as ~/.config/fish/completions/${name}.fish

function __${name}_at
    set -l words (commandline -opc)
    set -e words[1]
    set -l path ''
    set -l skip 0
    for word in $words
        if test $skip = 1
            set skip 0
            continue
        end
        switch "$path $word"
            case ${commands
              .filter(({ path }) => path.length > 0)
              .map(keyOf)
              .map(quote)
              .join(' ')}
                set path "$path $word"
            case ${commands.flatMap(listValued).map(quote).join(' ')}
                set skip 1
        end
    end
    test "$path" = "$argv[1]"
end

complete -c ${name} -f
${commands.flatMap((command) => formatCommand(name, command)).join('\n')}
`;
}

function formatCommand(name: string, command: CompletedCommand): readonly string[] {
  const at = `complete -c ${name} -n ${quote(`__${name}_at ${quote(keyOf(command))}`)}`;
  const words = command.commands.map(
    ({ path, description }) => `${at} -a ${quoteList([path.at(-1) ?? ''])} -d ${quote(description)}`,
  );
  const argument = formatOffer(command.argument);
  return [
    ...words,
    ...(argument === '' ? [] : [`${at} ${argument}`]),
    ...command.options.map((option) => `${at} ${formatOption(option)}`),
  ];
}

function formatOption({ names, description, value }: CompletedOption): string {
  const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const offer = value === undefined ? '' : formatOffer(value) || '-x';
  return [...flags, offer, `-d ${quote(description)}`].filter((part) => part !== '').join(' ');
}

function formatOffer(offer: Offer): string {
  switch (offer.kind) {
    case 'words':
      return `-x -a ${quoteList(offer.words)}`;
    case 'files':
      return '-r -F';
    case 'folders':
      return "-x -a '(__fish_complete_directories)'";
    case 'nothing':
      return '';
  }
}

function listValued(command: CompletedCommand): readonly string[] {
  const valued = command.options.filter(({ value }) => value !== undefined);
  return valued.flatMap(({ names }) => names.map((name) => `${keyOf(command)} ${name}`));
}

// The words that lead to a command, each after a blank: nothing for the program itself.
function keyOf({ path }: CompletedCommand): string {
  return path.map((word) => ` ${word}`).join('');
}

// Fish reads the list once more when it completes.
function quoteList(words: readonly string[]): string {
  return quote(words.map((word) => (/^[\w.-]+$/.test(word) ? word : quote(word))).join(' '));
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, String.raw`\$&`)}'`;
}
