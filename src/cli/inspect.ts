import { type Rule, stepInto } from './setting-rules.ts';
import { suggest } from './suggest.ts';

/** Something in the settings that the schema would let pass, or drop in silence. */
export interface Finding {
  readonly path: readonly string[];
  /** The whole complaint where it is not that the value is of another kind than its rule allows. */
  readonly complaint?: string;
}

/** The first name that no rule knows, or the first value that would be taken for a number and is none. */
export function inspect(value: unknown, rule: Rule, path: readonly string[] = []): Finding | undefined {
  if (rule.type === 'integer' || rule.type === 'number') return isNumeric(value) ? undefined : { path };
  if (rule.type !== 'object' || typeof value !== 'object' || value === null) return undefined;
  const names = rule.properties === undefined ? undefined : Object.keys(rule.properties);
  for (const [key, entry] of Object.entries(value)) {
    if (names !== undefined && !names.includes(key)) {
      return { path: [...path, key], complaint: `is not a setting.${suggest(key, names)}` };
    }
    const finding = inspect(entry, stepInto(rule, key), [...path, key]);
    if (finding !== undefined) return finding;
  }
  return undefined;
}

// Number('') and Number(null) are 0: nobody means that.
function isNumeric(value: unknown): boolean {
  if (typeof value === 'number') return true;
  return typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value));
}
