import { z } from 'zod';

/** A JSON schema. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The schemas of a document, each one once. */
export interface Schemas {
  /** A reference to the schema, which has this name if it is new. */
  refer(schema: z.ZodType, name: string, side: 'input' | 'output'): JsonSchema;
  readonly components: Readonly<Record<string, JsonSchema>>;
}

/** No schemas yet. */
export function createSchemas(): Schemas {
  const components: Record<string, JsonSchema> = {};
  const names = new Map<z.ZodType, string>();
  return {
    refer(schema, asked, side) {
      const name = names.get(schema) ?? asked;
      names.set(schema, name);
      components[name] ??= toComponent(schema, name, side);
      return { $ref: `#/components/schemas/${name}` };
    },
    components,
  };
}

function toComponent(schema: z.ZodType, name: string, side: 'input' | 'output'): JsonSchema {
  const { $schema: _dialect, ...plain } = toPlainSchema(schema, side);
  // A schema's references to its own parts begin at the document, not at the schema.
  const text = JSON.stringify(plain, (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' ? value.replace(/^#/, `#/components/schemas/${name}`) : value,
  );
  const component: JsonSchema = JSON.parse(text);
  return component;
}

/** The schema as JSON Schema has it, without what only our own checks read. */
export function toPlainSchema(schema: z.ZodType, side: 'input' | 'output'): JsonSchema {
  return z.toJSONSchema(schema, {
    io: side,
    unrepresentable: 'any',
    override({ jsonSchema }) {
      for (const key of Object.keys(jsonSchema)) if (key.startsWith('x-')) delete jsonSchema[key];
      // The bounds of every whole number tell nobody anything.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
}
