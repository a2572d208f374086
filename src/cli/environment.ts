import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { readIfPresent } from './config-file.ts';
import type { Flag } from './flags.ts';

/** A variable that is set, and the file that sets it where it is not the environment itself. */
export interface Variable {
  readonly name: string;
  readonly value: string;
  readonly file?: string;
}

/** Variables as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** All variables by name: those of the environment and, below them, those of `.env` in the folder. */
export function readVariables(env: Environment, dotenvFolder: string | undefined): Map<string, Variable> {
  const variables = new Map<string, Variable>();
  const text = dotenvFolder === undefined ? undefined : readIfPresent(join(dotenvFolder, '.env'), '.env');
  for (const [name, value = ''] of Object.entries(text === undefined ? {} : parseEnv(text))) {
    variables.set(name, { name, value, file: '.env' });
  }
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined) variables.set(name, { name, value });
  }
  return variables;
}

/** The variable that sets the flag; one that is empty counts as not set, as in `PORT= understudy`. */
export function findVariable(flag: Flag, variables: ReadonlyMap<string, Variable>): Variable | undefined {
  const set = flag.variables.map((name) => variables.get(name));
  return set.find((variable) => variable !== undefined && variable.value.trim() !== '');
}

/** The value of a variable as the flag takes it: lists stand in it with commas between. */
export function readValue({ kind }: Flag, { value }: Variable): unknown {
  if (kind !== 'list') return value.trim();
  return value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
