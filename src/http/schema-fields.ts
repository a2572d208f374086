import type { JsonSchema } from './openapi-schemas.ts';
import { type Components, listAlternatives, readSchema, readStrings } from './schema-reading.ts';

/** One member of a body, as a line of a table. */
export interface Field {
  /** With the names of what it is in: `messages[].role`. */
  readonly name: string;
  readonly type: string;
  readonly bounds: string;
  readonly description: string;
  readonly required: boolean;
}

// How deep members of members are listed.
const deepest = 2;

/** The members of a schema and of what they hold, in order. */
export function listFields(schema: JsonSchema, components: Components): readonly Field[] {
  return listMembers(schema, components, { prefix: '', depth: 0 });
}

interface Place {
  readonly prefix: string;
  readonly depth: number;
}

interface Member {
  readonly schemas: JsonSchema[];
  required: boolean;
}

function listMembers(schema: JsonSchema, components: Components, { prefix, depth }: Place): readonly Field[] {
  const fields: Field[] = [];
  for (const [key, { schemas, required }] of mergeMembers(schema, components)) {
    const name = prefix + key;
    const [first = {}, ...others] = schemas;
    const member = others.length === 0 ? first : { anyOf: schemas };
    fields.push({ name, required, ...describeSchema(member, components) });
    const inner = depth + 1 < deepest ? findInner(member, components) : undefined;
    if (inner !== undefined) {
      const place = { prefix: `${name}${inner.suffix}.`, depth: depth + 1 };
      fields.push(...listMembers(inner.schema, components, place));
    }
  }
  return fields;
}

// Members of all alternatives by name; one is required where every alternative requires it.
function mergeMembers(schema: JsonSchema, components: Components): Map<string, Member> {
  const members = new Map<string, Member>();
  const alternatives = listAlternatives(schema, components).filter(
    ({ properties }) => properties !== undefined,
  );
  for (const alternative of alternatives) {
    const required = readStrings(alternative['required']);
    for (const [key, property] of Object.entries(readSchema(alternative['properties']))) {
      const member = members.get(key) ?? { schemas: [], required: true };
      members.set(key, member);
      member.schemas.push(readSchema(property));
      member.required &&= required.includes(key);
    }
  }
  for (const member of members.values()) member.required &&= member.schemas.length === alternatives.length;
  return members;
}

function findInner(schema: JsonSchema, components: Components) {
  const alternatives = listAlternatives(schema, components);
  if (alternatives.some(({ properties }) => properties !== undefined)) return { schema, suffix: '' };
  const items = alternatives.find((alternative) => alternative['items'] !== undefined)?.['items'];
  return items === undefined ? undefined : { schema: readSchema(items), suffix: '[]' };
}

/** What a schema allows, in words. */
export function describeSchema(schema: JsonSchema, components: Components) {
  const bounds = new Set(
    listAlternatives(schema, components)
      .map(tellBounds)
      .filter((text) => text !== ''),
  );
  return {
    type: nameTypes(schema, components),
    bounds: [...bounds].join('; '),
    description: typeof schema['description'] === 'string' ? schema['description'] : '',
  };
}

function nameTypes(schema: JsonSchema, components: Components): string {
  const names = new Set(listAlternatives(schema, components).flatMap((each) => listTypes(each, components)));
  // It says least, so it comes last.
  if (names.delete('null')) names.add('null');
  return [...names].join(' or ');
}

function listTypes(schema: JsonSchema, components: Components): readonly string[] {
  if ('const' in schema) return [JSON.stringify(schema['const'])];
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => JSON.stringify(value));
  const { type = 'any' } = schema;
  if (type === 'array') return [nameArray(schema, components)];
  return typeof type === 'string' ? [type] : readStrings(type);
}

function nameArray({ items, prefixItems }: JsonSchema, components: Components): string {
  const item = items ?? (Array.isArray(prefixItems) ? prefixItems[0] : undefined);
  const names = nameTypes(readSchema(item), components);
  return names === 'any' ? 'array' : `array of ${names}`;
}

function tellBounds(schema: JsonSchema): string {
  const parts = [
    tellRange(schema['minimum'], schema['maximum'], ''),
    tellRange(schema['minLength'], schema['maxLength'], ' characters'),
    tellRange(schema['minItems'], schema['maxItems'], ' items'),
    tellRange(schema['minProperties'], schema['maxProperties'], ' members'),
    'default' in schema ? `default ${JSON.stringify(schema['default'])}` : '',
  ];
  return parts.filter((part) => part !== '').join('; ');
}

function tellRange(low: unknown, high: unknown, unit: string): string {
  if (typeof high !== 'number') return typeof low === 'number' ? `at least ${low}${unit}` : '';
  return typeof low === 'number' ? `${low} to ${high}${unit}` : `at most ${high}${unit}`;
}
