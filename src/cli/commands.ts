import type { Command } from 'commander';
import { addBench } from './bench-command.ts';
import type { Terminal } from './terminal.ts';

/** Adds one command to the program; what it runs is loaded when it is asked for, so that a server starts without it. */
export type AddCommand = (program: Command, terminal: Terminal) => void;

/** The commands beside `serve` and `models`, in the order in which help lists them. */
export const commands: readonly AddCommand[] = [addBench];
