#!/usr/bin/env node
import module from 'node:module';

// Compiled code is kept between starts: the second start takes half the time. Older versions of Node cannot.
module.enableCompileCache?.();

// Node looks there, and so does all that colours.
if (process.argv.includes('--no-color')) {
  process.env['NO_COLOR'] = '1';
  delete process.env['FORCE_COLOR'];
}

const { watchForBugs } = await import('./bugs.ts');
const terminal = {
  env: process.env,
  folder: process.cwd(),
  output: process.stdout,
  messages: process.stderr,
};
watchForBugs(terminal);

const { run } = await import('./run.ts');
const status = await run(process.argv.slice(2), terminal);
// Written to the end first: on some systems a pipe takes its time.
if (status !== undefined)
  terminal.output.write('', () => terminal.messages.write('', () => process.exit(status)));
