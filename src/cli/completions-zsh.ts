import { type CompletedCommand, type CompletedOption, type Offer, flatten } from './completion-tree.ts';

/** A script that has zsh complete the commands of the tree, with their descriptions. */
export function formatZsh(name: string, tree: CompletedCommand): string {
  return `#compdef ${name}
# Completions of zsh for ${name}. Save as _${name} in a folder of $fpath, or put into ~/.zshrc, after
# compinit: source <(${name} completions zsh)

${flatten(tree)
  .map((command) => formatFunction(name, command))
  .join('\n')}
if [ "$funcstack[1]" = "_${name}" ]; then
  _${name} "$@"
else
  compdef _${name} ${name}
fi
`;
}

function formatFunction(name: string, command: CompletedCommand): string {
  const specs = command.options.map(formatOption);
  const below = command.commands;
  if (below.length === 0) {
    return `${nameFunction(name, command)}() {
  _arguments -s \\
    ${[...specs, ...formatArgument(command.argument)].join(' \\\n    ')}
}
`;
  }
  return `${nameFunction(name, command)}() {
  local curcontext="$curcontext" state line
  local -A opt_args
  local -a commands=(
    ${below.map(({ path, description }) => quote(`${path.at(-1)}:${escape(description, /[\\:]/g)}`)).join('\n    ')}
  )
  _arguments -C -s \\
    ${[...specs, "'1: :->command'", "'*:: :->rest'"].join(' \\\n    ')}
  case $state in
    command) _describe -t commands 'command' commands ;;
    rest)
      case $line[1] in
        ${below.map((each) => `${quote(each.path.at(-1) ?? '')}) ${nameFunction(name, each)} ;;`).join('\n        ')}
      esac
      ;;
  esac
}
`;
}

function formatOption({ names, description, value, repeats }: CompletedOption): string {
  const [first = '', ...others] = names;
  const text = `[${escape(description, /[\\:[\]]/g)}]${value === undefined ? '' : `:value:${formatOffer(value)}`}`;
  const sign = value === undefined ? '' : '=';
  if (others.length === 0) return quote(`${repeats ? '*' : ''}${first}${sign}${text}`);
  return `${quote(`(${names.join(' ')})`)}{${names.map((name) => `${name}${name.startsWith('--') ? sign : ''}`).join(',')}}${quote(text)}`;
}

function formatArgument(offer: Offer): readonly string[] {
  return offer.kind === 'nothing' ? [] : [quote(`1:value:${formatOffer(offer)}`)];
}

// A blank alone says that something may stand here, and nobody knows what.
function formatOffer(offer: Offer): string {
  switch (offer.kind) {
    case 'words':
      return `(${offer.words.map((word) => escape(word, /[^\w.-]/g)).join(' ')})`;
    case 'files':
      return '_files';
    case 'folders':
      return '_files -/';
    case 'nothing':
      return ' ';
  }
}

function nameFunction(name: string, { path }: CompletedCommand): string {
  return `_${[name, ...path].join('_').replace(/\W/g, '_')}`;
}

function escape(text: string, signs: RegExp): string {
  return text.replace(signs, String.raw`\$&`);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
