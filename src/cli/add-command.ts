import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';

/** Adds one command to the program; what it runs is loaded when it is asked for, so that a server starts without it. */
export type AddCommand = (program: Command, terminal: Terminal) => void;
