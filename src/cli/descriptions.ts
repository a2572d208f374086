import type { Flag } from './flags.ts';

/** What help says of a flag: its choices, what it is, its default and its variables. */
export function describeFlag({ rule, variables }: Flag): string {
  const names = variables.map((name) => `[${name}]`);
  const description = listChoices(rule.enum ?? [], rule.description ?? '');
  return [addDefault(description, rule.default), ...names].join(' ');
}

/** A description with the choices before it, unless it names them itself. */
export function listChoices(choices: readonly string[], description: string): string {
  if (choices.every((choice) => description.includes(choice))) return description;
  return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}: ${description}`;
}

/** A description with the default after it, where there is one to tell and it does not tell it itself. */
export function addDefault(description: string, value: unknown): string {
  const isTold = typeof value === 'string' || typeof value === 'number';
  return isTold && !description.includes('(default') ? `${description} (default ${value})` : description;
}
