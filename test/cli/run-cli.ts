import { PassThrough } from 'node:stream';
import { run } from '../../src/cli/run.ts';

/** How a command ended, and what it wrote where. */
export interface CliRun {
  readonly status: number;
  readonly output: string;
  readonly messages: string;
}

/** Runs the command line in this process, as in that folder with that environment alone. */
export async function runCli(
  words: readonly string[],
  place: { readonly folder?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<CliRun> {
  const { folder = '.', env = {} } = place;
  const [output, messages] = [new PassThrough(), new PassThrough()];
  const terminal = Object.assign(Object.create(null), { env, folder, output, messages });
  const status = await run(words, terminal);
  return {
    status: status ?? 0,
    output: String(output.read() ?? ''),
    messages: String(messages.read() ?? ''),
  };
}
