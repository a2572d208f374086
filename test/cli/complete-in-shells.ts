import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A candidate, and what the shell says beside it; bash says nothing. */
export type Candidate = readonly [word: string, description: string];

/** What is asked of a shell: what may stand at the end of each line, after it has read the script. */
export interface Question {
  readonly script: string;
  /** Lines, cut into words. */
  readonly lines: readonly (readonly string[])[];
  /** Where the shell is. */
  readonly folder: string;
}

/** Asks a shell, and gives the candidates of each line. */
export type Complete = (question: Question) => readonly (readonly Candidate[])[];

/** Whether the shell is on this machine. */
export function isInstalled(shell: string): boolean {
  return spawnSync(shell, ['-c', 'exit']).status === 0;
}

function inFolder<T>(script: string, use: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'understudy-completions-'));
  try {
    const file = join(folder, 'script');
    writeFileSync(file, script);
    return use(file, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(shell: string, args: readonly string[], folder: string): string {
  const env = { PATH: process.env['PATH'], HOME: '/nonexistent', TERM: 'xterm', LC_ALL: 'C.UTF-8' };
  return execFileSync(shell, args, { cwd: folder, env, encoding: 'utf8', timeout: 20_000 });
}

/** Calls the function as bash does, with its words cut at each `=`. */
export const completeInBash: Complete = ({ script, lines, folder }) =>
  inFolder(script, (file) =>
    lines.map((words) => {
      const pieces = words.flatMap((word) => (word.startsWith('--') ? word.split(/(=)/) : [word]));
      // What follows the = of `--name=` is what the cursor stands in, and bash has no word for it.
      const cut = pieces.at(-2) === '=' && pieces.at(-1) === '' ? pieces.slice(0, -1) : pieces;
      const program =
        'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _understudy; printf "%s\\n" "${COMPREPLY[@]}"';
      return readCandidates(run('bash', ['--norc', '-euc', program, 'bash', file, ...cut], folder));
    }),
  );

/** Has fish complete the lines. */
export const completeInFish: Complete = ({ script, lines, folder }) =>
  inFolder(script, (file) =>
    lines.map((words) => {
      const program = 'source $argv[1]; complete -C $argv[2]';
      return readCandidates(run('fish', ['-c', program, file, words.join(' ')], folder));
    }),
  );

function readCandidates(text: string): readonly Candidate[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [word = '', description = ''] = line.split('\t');
    return [word, description.replace(/^.*? +-- /, '')];
  });
}

// Zsh completes on a terminal alone: one is opened for it, and what it is about to offer is written down.
const zshSetup = `
PROMPT= RPROMPT=
stty columns 400
unsetopt auto_list prompt_sp prompt_cr
autoload -Uz compinit && compinit -u -D
compadd() {
  if (( $@[(I)-[OAD]] )); then builtin compadd "$@"; return; fi
  local -a hits shown display
  builtin compadd -O hits -D display "$@"
  local at=$@[(I)-d]
  if (( at )); then local list=$@[at+1]; [[ $list == *' '* ]] || shown=("\${(@P)list}"); fi
  local i
  for ((i = 1; i <= $#hits; i += 1)); do print -r -- "$hits[i]"$'\\t'"$shown[i]" >> $FOUND; done
  builtin compadd "$@"
}
probe() { zle complete-word; print -r -- --- >> $FOUND; BUFFER=; print -n READ''Y }
zle -N probe
bindkey '^X^P' probe
`;

/** Has zsh complete the lines on a terminal of its own. */
export const completeInZsh: Complete = ({ script, lines, folder: cwd }) =>
  inFolder(script, (file, folder) => {
    const [setup, found] = [join(folder, 'setup'), join(folder, 'found')];
    writeFileSync(found, '');
    writeFileSync(setup, `FOUND=${found}\n${zshSetup}\nsource ${file}\nprint -n LOAD''ED\n`);
    const program = `zmodload zsh/zpty
zpty -b shell zsh -f -i
zpty -w shell "source ${setup}"
zpty -r -m shell out '*LOADED*'
for line in "$@"; do
  zpty -w -n shell "$line"$'\\C-x\\C-p'
  zpty -r -m shell out '*READY*'
done
zpty -d shell`;
    run('zsh', ['-f', '-c', program, 'zsh', ...lines.map((words) => words.join(' '))], cwd);
    const parts = readFileSync(found, 'utf8').split('---\n');
    return parts.slice(0, -1).map(readCandidates);
  });
