import type { Command } from 'commander';
import { readTree } from './completion-tree.ts';
import { formatBash } from './completions-bash.ts';
import { formatFish } from './completions-fish.ts';
import { formatZsh } from './completions-zsh.ts';

/** The completion script of a program for bash, zsh or fish, made of its commands as they are. */
export function formatCompletions(shell: string, program: Command): string {
  const tree = readTree(program);
  const name = program.name();
  if (shell === 'zsh') return formatZsh(name, tree);
  return shell === 'fish' ? formatFish(name, tree) : formatBash(name, tree);
}
