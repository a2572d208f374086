import { z } from 'zod';
import type { JsonSchema } from './openapi-schemas.ts';

/** Schemas by name, to which references lead. */
export type Components = Readonly<Record<string, JsonSchema>>;

/** The schemas of which one must fit, references followed. */
export function listAlternatives(schema: JsonSchema, components: Components): readonly JsonSchema[] {
  const target = resolve(schema, components);
  const alternatives = target['anyOf'] ?? target['oneOf'];
  if (!Array.isArray(alternatives)) return [target];
  return alternatives.flatMap((each) => listAlternatives(readSchema(each), components));
}

function resolve(schema: JsonSchema, components: Components): JsonSchema {
  const name = /^#\/components\/schemas\/(?<name>[\w.-]+)$/.exec(String(schema['$ref']))?.groups?.['name'];
  return name === undefined ? schema : (components[name] ?? {});
}

const anySchema = z.record(z.string(), z.unknown()).catch({});
const anyStrings = z.array(z.string()).catch([]);

/** The value as a schema; an empty one where it is none. */
export function readSchema(value: unknown): JsonSchema {
  return anySchema.parse(value);
}

/** The value as a list of texts; an empty one where it is none. */
export function readStrings(value: unknown): readonly string[] {
  return anyStrings.parse(value);
}
