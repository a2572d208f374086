import { z } from 'zod';
import { settingsSchema } from '../settings.ts';

/** What a setting, or a part of one, may be: the part of JSON Schema that the settings use. */
export interface Rule {
  readonly type?: string | undefined;
  readonly enum?: readonly string[] | undefined;
  readonly minimum?: number | undefined;
  readonly exclusiveMinimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly default?: unknown;
  readonly description?: string | undefined;
  readonly env?: readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, Rule>> | undefined;
  readonly items?: Rule | undefined;
  readonly additionalProperties?: Rule | boolean | undefined;
}

const rule: z.ZodType<Rule> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    enum: z.array(z.string()).optional(),
    minimum: z.number().optional(),
    exclusiveMinimum: z.number().optional(),
    maximum: z.number().optional(),
    default: z.unknown().optional(),
    description: z.string().optional(),
    env: z.array(z.string()).optional(),
    properties: z.record(z.string(), rule).optional(),
    items: rule.optional(),
    additionalProperties: z.union([rule, z.boolean()]).optional(),
  }),
);

/** The rules of all settings, read from their schema. */
export function readRules(): Rule {
  return rule.parse(z.toJSONSchema(settingsSchema));
}

/** The rule of what stands at the path. */
export function findRule(root: Rule, path: readonly PropertyKey[]): Rule {
  let found = root;
  for (const key of path) found = stepInto(found, key);
  return found;
}

/** The rule of one entry of what another rule allows; empty where that allows no such entry. */
export function stepInto({ properties, items, additionalProperties }: Rule, key: PropertyKey): Rule {
  const named =
    properties !== undefined && Object.hasOwn(properties, key) ? properties[String(key)] : undefined;
  return named ?? items ?? (typeof additionalProperties === 'object' ? additionalProperties : {});
}

/** What the rule allows, to stand after "must be". */
export function describeRule({ type, enum: choices, ...bounds }: Rule): string {
  if (choices !== undefined) return `one of ${choices.join(', ')}`;
  switch (type) {
    case 'integer':
      return `a whole number${describeBounds(bounds)}`;
    case 'number':
      return `a number${describeBounds(bounds)}`;
    case 'boolean':
      return 'true or false';
    case 'array':
      return 'a list of texts';
    case 'object':
      return 'a group of settings';
    case undefined:
    default:
      return 'a text';
  }
}

function describeBounds({ minimum, exclusiveMinimum, maximum = Infinity }: Rule): string {
  const most = maximum >= Number.MAX_SAFE_INTEGER ? undefined : maximum;
  if (exclusiveMinimum !== undefined) {
    return most === undefined ? ` above ${exclusiveMinimum}` : ` above ${exclusiveMinimum}, at most ${most}`;
  }
  if (minimum === undefined) return most === undefined ? '' : ` of at most ${most}`;
  return most === undefined ? ` of at least ${minimum}` : ` from ${minimum} to ${most}`;
}
