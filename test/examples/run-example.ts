import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const python = `${root}node_modules/.cache/understudy-python/bin/python`;

/** How a program ended and what it said. */
export interface Run {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs an example of examples/ as its first line says, told where the server is; no url: where the example looks by itself. */
export function runExample(
  file: string,
  url: string | undefined,
  args: readonly string[] = [],
): Promise<Run> {
  return run([...interpreterOf(file), `${root}examples/${file}`, ...args], url);
}

/** Runs a command with the address of a server in its environment. */
export async function run(command: readonly string[], url: string | undefined, cwd = root): Promise<Run> {
  const [program = '', ...args] = command;
  const env = { ...process.env, UNDERSTUDY_URL: url, READ_SECONDS: '2', PYTHONUNBUFFERED: '1' };
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [output, errors, code] = await Promise.all([
    Array.fromAsync<Buffer>(child.stdout),
    Array.fromAsync<Buffer>(child.stderr),
    ended,
  ]);
  return { code, output: Buffer.concat(output).toString(), errors: Buffer.concat(errors).toString() };
}

function interpreterOf(file: string): readonly string[] {
  if (file.endsWith('.sh')) return ['sh'];
  return [file.endsWith('.py') ? python : process.execPath];
}
