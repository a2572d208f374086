/** A JSON schema, or a part of one, as it came: nothing in it can be relied on. */
export type Schema = Readonly<Record<string, unknown>>;

/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Whether a JSON value is an object with members. */
export function isRecord(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A part of a schema as a schema; what is none puts no bounds. */
export function asSchema(part: unknown): Schema {
  return isRecord(part) ? part : {};
}

/** The list, or an empty one. */
export function asList(part: unknown): readonly unknown[] {
  return Array.isArray(part) ? part : [];
}

/** The texts of a list. */
export function asTexts(part: unknown): readonly string[] {
  return asList(part).filter((each) => typeof each === 'string');
}

/** A number of a schema, if it is one. */
export function asNumber(part: unknown): number | undefined {
  return typeof part === 'number' && Number.isFinite(part) ? part : undefined;
}

/** A schema without references at its top, and the references that led to it. */
export interface Resolved {
  readonly schema: Schema;
  readonly references: readonly string[];
}

const mostHops = 32;
const mostParts = 64;

/** Follows local references and joins the parts of `allOf`; what leads nowhere or in a circle puts no bounds. */
export function resolve(part: unknown, root: Schema): Resolved {
  const references: string[] = [];
  let schema = asSchema(part);
  for (let hop = 0; hop < mostHops; hop += 1) {
    const { $ref: reference, allOf, ...rest } = schema;
    if (typeof reference === 'string') {
      if (references.includes(reference)) return { schema: rest, references };
      references.push(reference);
      schema = join(rest, asSchema(follow(reference, root)));
    } else if (Array.isArray(allOf)) schema = allOf.slice(0, mostParts).map(asSchema).reduce(join, rest);
    else return { schema, references };
  }
  return { schema: {}, references };
}

// The value that a pointer such as `#/$defs/node` names; members that objects inherit are none.
function follow(reference: string, root: Schema): unknown {
  if (!reference.startsWith('#')) return undefined;
  let value: unknown = root;
  for (const part of reference.slice(1).split('/').slice(1, mostParts)) {
    const name = unescape(part).replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}

function unescape(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A pointer may hold a bare percent sign.
    return part;
  }
}

function join(one: Schema, other: Schema): Schema {
  const required = [...asList(one['required']), ...asList(other['required'])];
  const properties = { ...asSchema(one['properties']), ...asSchema(other['properties']) };
  return {
    ...one,
    ...other,
    ...(required.length > 0 ? { required } : {}),
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
  };
}

/** The schemas of which a value suits one; undefined where there is but one. */
export function alternativesOf(schema: Schema): readonly Schema[] | undefined {
  const listed = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(listed) && listed.length > 0) {
    const { anyOf: _, oneOf: __, ...rest } = schema;
    return listed.slice(0, mostParts).map((each) => join(rest, asSchema(each)));
  }
  const { type } = schema;
  if (!Array.isArray(type) || schema['enum'] !== undefined || schema['const'] !== undefined) return undefined;
  return type.slice(0, mostParts).map((each: unknown) => join(schema, { type: each }));
}

/** The JSON type of the values that suit the schema, guessed from its bounds where it does not say; 'any' where nothing tells. */
export function typeOf(schema: Schema): string {
  if (typeof schema['type'] === 'string') return schema['type'];
  if (schema['properties'] !== undefined || schema['additionalProperties'] !== undefined) return 'object';
  if (schema['items'] !== undefined || schema['prefixItems'] !== undefined) return 'array';
  if (schema['minimum'] !== undefined || schema['maximum'] !== undefined) return 'number';
  if (schema['pattern'] !== undefined || schema['format'] !== undefined) return 'string';
  return schema['minLength'] === undefined && schema['maxLength'] === undefined ? 'any' : 'string';
}

/** Sets a member, whatever its name: `__proto__` is data here. */
export function define(target: Record<string, Json>, name: string, value: Json): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}

/** Any JSON value, or null for what is none. */
export function asJson(value: unknown): Json {
  return isJson(value) ? value : null;
}

function isJson(value: unknown): value is Json {
  if (value === null || ['string', 'boolean'].includes(typeof value)) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'object';
}
