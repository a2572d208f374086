import { CommanderError } from 'commander';
import { Failure } from './failure.ts';
import { createProgram } from './program.ts';
import { serve } from './serve.ts';
import { readRules } from './setting-rules.ts';
import { tellError } from './tell-error.ts';
import type { Terminal } from './terminal.ts';
import { readVersion } from '../version.ts';

/** Runs the command line; gives the status to end with, or nothing where a server goes on. */
export async function run(words: readonly string[], terminal: Terminal): Promise<number | undefined> {
  const rules = readRules();
  const program = createProgram({
    version: readVersion(),
    rules,
    terminal,
    write: (text) => terminal.output.write(text),
    writeError: (text) => terminal.messages.write(text),
    serve: (options) => serve(options, rules, terminal),
    // Loaded where they are asked for: a server starts without them.
    listModels: async (options) => (await import('./models.ts')).listModels(options, terminal),
    pullModel: async (options) => (await import('./pull.ts')).pullModel(options, terminal),
  });
  try {
    await program.parseAsync(words, { from: 'user' });
    return undefined;
  } catch (error) {
    // Commander has told it already, be it help or a mistake.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof Failure)) throw error;
    tellError(terminal, error.message);
    return error.status;
  }
}
