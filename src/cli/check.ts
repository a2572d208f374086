import { type Settings, settingsSchema } from '../settings.ts';
import { type Failure, misuse } from './failure.ts';
import { inspect } from './inspect.ts';
import { type Origins, nameSetting } from './origins.ts';
import { hideSecrets } from './secrets.ts';
import { type Rule, describeRule, findRule } from './setting-rules.ts';
import { suggest } from './suggest.ts';

/** Settings that were given by hand, and what is to be known of them. */
export interface Input {
  readonly values: Readonly<Record<string, unknown>>;
  readonly rules: Rule;
  readonly origins: Origins;
}

/** The settings, complete with their defaults; throws a Failure that names the first one that is wrong, what was given and what is allowed. */
export function checkSettings(input: Input): Settings {
  const finding = inspect(input.values, input.rules);
  if (finding?.complaint !== undefined) {
    throw misuse(`${nameSetting(finding.path, input.origins)} ${finding.complaint}`);
  }
  if (finding !== undefined) throw refuse(input, finding.path);
  const parsed = settingsSchema.safeParse(input.values);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refuse(input, issue?.path ?? [], issue?.message);
}

function refuse({ values, rules, origins }: Input, path: readonly PropertyKey[], reason = ''): Failure {
  const name = nameSetting(path, origins);
  const value = findValue(values, path);
  const shown = show(hideSecrets(String(path[0]), value));
  const rule = findRule(rules, path);
  if (value === '') return misuse(`${name} must not be empty.`);
  // A text can only break a rule that the schema alone has words for.
  const isText = rule.type === 'string' && rule.enum === undefined && typeof value === 'string';
  if (isText) return misuse(`${name} cannot be ${shown}: ${reason}`);
  const meant = typeof value === 'string' ? suggest(value, rule.enum ?? []) : '';
  return misuse(`${name} must be ${describeRule(rule)}, not ${shown}.${meant}`);
}

function findValue(values: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.entries(value).find(([name]) => name === String(key))?.[1];
  }, values);
}

function show(value: unknown): string {
  if (value === undefined || value === null) return 'empty';
  const text = typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
