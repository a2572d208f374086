import fc from 'fast-check';

/** As much of a JSON Schema as OpenAI's description of a request uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
}

/** Values that suit the schema, within bounds that the schema leaves to prose: no empty texts, no zero counts, digits for keys. */
export function arbitraryOf(
  schema: JsonSchema,
  definitions: Readonly<Record<string, JsonSchema>>,
): fc.Arbitrary<unknown> {
  const of = (part: JsonSchema) => arbitraryOf(part, definitions);
  if (schema.$ref !== undefined) return of(definitions[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if (schema.allOf !== undefined) {
    const parts = fc.tuple(...schema.allOf.map(of)) as fc.Arbitrary<object[]>;
    return parts.map((members) => Object.assign({}, ...members) as object);
  }
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(of));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.properties === undefined ? schema.type : 'object') {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 1, max: schema.maximum ?? 100 });
    case 'number':
      return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 1, noNaN: true });
    case 'string':
      return fc.stringMatching(/^[a-zA-Z0-9_-]{1,12}$/);
    case 'array':
      return fc.array(of(schema.items ?? {}), { minLength: 1, maxLength: Math.min(schema.maxItems ?? 3, 3) });
    case 'object':
      return arbitraryObject(schema, of);
    case undefined:
    default:
      throw new TypeError(`nothing generates ${JSON.stringify(schema)}`);
  }
}

function arbitraryObject(
  schema: JsonSchema,
  of: (part: JsonSchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const { properties, required = [], additionalProperties } = schema;
  if (properties !== undefined) {
    const members = Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, of(part)]));
    return fc.record(members, { requiredKeys: [...required] });
  }
  const value =
    typeof additionalProperties === 'object' ? of(additionalProperties) : fc.jsonValue({ maxDepth: 2 });
  return fc.dictionary(fc.stringMatching(/^[1-9][0-9]{0,4}$/), value, { maxKeys: 5 });
}
