import { type CompletedCommand, type Offer, flatten } from './completion-tree.ts';

/** A script that has bash, 3.2 or later, complete the commands of the tree. */
export function formatBash(name: string, tree: CompletedCommand): string {
  const commands = flatten(tree);
  const call = `_${name}`;
  return `# Completions of bash for ${name}. Put into ~/.bashrc: source <(${name} completions bash)

${call}_offer() {
  local each
  for each in "$@"; do
    if [[ $each == "$current"* ]]; then COMPREPLY+=("$each"); fi
  done
}

${call}_paths() {
  local each
  compopt -o filenames 2>/dev/null || true
  while IFS= read -r each; do COMPREPLY+=("$each"); done < <(compgen "$1" -- "$current")
}

${call}() {
  local path='' index=1 current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  # Bash takes the = of --name=value for a word.
  if [[ $current == '=' ]]; then
    current=''
  elif [[ $previous == '=' ]]; then
    previous=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  while ((index < COMP_CWORD)); do
    case "$path \${COMP_WORDS[index]}" in
${formatSteps(commands)}
    esac
    ((index += 1))
  done
  case "$path $previous" in
${commands.flatMap((command) => formatValues(command, call)).join('\n')}
  esac
  case "$path" in
${commands.map((command) => formatWords(command, call)).join('\n')}
  esac
}

complete -F ${call} ${name}
`;
}

function formatSteps(commands: readonly CompletedCommand[]): string {
  const valued = commands.flatMap((command) =>
    command.options
      .filter(({ value }) => value !== undefined)
      .flatMap(({ names }) => names.map((name) => quote(`${keyOf(command)} ${name}`))),
  );
  const named = commands.filter(({ path }) => path.length > 0).map((command) => quote(keyOf(command)));
  return `      ${named.join(' | ')})
        path="$path \${COMP_WORDS[index]}"
        ;;
      ${valued.join(' | ')})
        ((index += 1))
        if [[ \${COMP_WORDS[index]} == '=' ]]; then ((index += 1)); fi
        ;;`;
}

function formatValues(command: CompletedCommand, call: string): readonly string[] {
  return command.options.flatMap(({ names, value }) => {
    if (value === undefined) return [];
    const keys = names.map((name) => quote(`${keyOf(command)} ${name}`)).join(' | ');
    return `    ${keys}) ${[formatOffer(value, call), 'return'].filter(Boolean).join('; ')} ;;`;
  });
}

function formatWords(command: CompletedCommand, call: string): string {
  const names = command.options.flatMap((option) => option.names);
  const below = command.commands.map(({ path }) => path.at(-1) ?? '');
  const offer: Offer = below.length === 0 ? command.argument : { kind: 'words', words: below };
  return `    ${quote(keyOf(command))})
      if [[ $current == -* ]]; then
        ${formatOffer({ kind: 'words', words: names }, call)}
      else
        ${formatOffer(offer, call) || ':'}
      fi
      ;;`;
}

function formatOffer(offer: Offer, call: string): string {
  switch (offer.kind) {
    case 'words':
      return `${call}_offer ${offer.words.map(quote).join(' ')}`;
    case 'files':
      return `${call}_paths -f`;
    case 'folders':
      return `${call}_paths -d`;
    case 'nothing':
      return '';
  }
}

// The words that lead to a command, each after a blank: nothing for the program itself.
function keyOf({ path }: CompletedCommand): string {
  return path.map((word) => ` ${word}`).join('');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
