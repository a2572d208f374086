import { z } from 'zod';
import { misuse } from './failure.ts';
import { nameFlag } from './flags.ts';
import { suggest } from './suggest.ts';

/** A number within bounds, as it is typed. */
export const amount = (least: number, most: number) =>
  z.coerce.number(`must be a number from ${least} to ${most}`).min(least).max(most);

/** A whole number within bounds, as it is typed. */
export const whole = (least: number, most: number) => amount(least, most).int();

/** A key that can stand in a header. */
export const key = z.string().regex(/^[\x21-\x7e]+$/, 'must hold visible ASCII alone');

/** Reads the flags of a command by their rules; throws a Failure that names the flag that is wrong. */
export function readCommandFlags<Flags>(
  rules: z.ZodType<Flags>,
  given: Readonly<Record<string, unknown>>,
): Flags {
  const parsed = rules.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0]);
  const choices = issue?.code === 'invalid_value' ? issue.values.map(String) : [];
  const value = String(given[name]);
  throw misuse(`${nameFlag(name)} ${complain(issue, value)}.${suggest(value, choices)}`);
}

function complain(issue: z.core.$ZodIssue | undefined, value: string): string {
  if (issue?.code === 'too_small' && issue.origin === 'string') return 'must not be empty';
  if (issue?.code === 'too_small') return `must be at least ${issue.minimum}`;
  if (issue?.code === 'too_big') return `must be at most ${issue.maximum}`;
  if (issue?.code === 'invalid_value') {
    return `must be one of ${issue.values.join(', ')}, not '${value}'`;
  }
  if (issue?.code === 'invalid_type' && issue.expected === 'int') return 'must be a whole number';
  return issue?.message ?? 'is wrong';
}
