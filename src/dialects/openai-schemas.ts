import type { z } from 'zod';
import { quote } from './openai-issues.ts';

/** A JSON Schema as zod writes it. */
export type Schema = z.core.JSONSchema.JSONSchema;

/** Whether a JSON value is an object with members. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a member holds something: null stands for absence. */
export function isSet<T>(value: T): value is NonNullable<T> {
  return value !== null && value !== undefined;
}

type Part = Schema | boolean;

/** A schema's part as a schema; one that is absent or just true or false puts no bounds. */
export function asSchema(part: Part | Part[] | undefined): Schema {
  return typeof part === 'object' && !Array.isArray(part) ? part : {};
}

/** The schemas of which a value suits one, told apart by JSON type; undefined where there is but one. */
export function alternativesOf({ anyOf, type }: Schema): readonly Schema[] | undefined {
  return anyOf ?? (Array.isArray(type) ? type.map((one) => ({ type: one })) : undefined);
}

/** The texts that the schema allows, where it lists them. */
export function supportedTexts(schema: Schema): readonly string[] | undefined {
  const listed = schema.const === undefined ? schema.enum : [schema.const];
  return listed?.filter((value) => typeof value === 'string');
}

/** The JSON type of the values that suit the schema; 'any' when there are several. */
export function typeOf(schema: Schema): string {
  if (schema.oneOf !== undefined) return 'object';
  if (schema.type === 'integer') return 'number';
  return typeof schema.type === 'string' ? schema.type : 'any';
}

/** What the schema expects, with its article, as OpenAI's errors name it. */
export function describe(schema: Schema): string {
  const expected = schema['x-expected'];
  if (typeof expected === 'string') return expected;
  const texts = supportedTexts(schema);
  if (texts !== undefined) return `one of ${quote(texts, 'or')}`;
  const alternatives = alternativesOf(schema);
  if (alternatives !== undefined) return describeAlternatives(alternatives);
  if (schema.type === 'array') return describeArray(asSchema(schema.items));
  if (schema.type === 'integer') return 'an integer';
  if (schema.type === 'number') return 'a decimal';
  return typeOf(schema) === 'object' ? 'an object' : `a ${typeOf(schema)}`;
}

function describeAlternatives(schemas: readonly Schema[]): string {
  const described = schemas.filter(({ type }) => type !== 'null').map(describe);
  if (described.length === 1) return described.join('');
  const [first = '', ...others] = described.map((text) => text.replace(/^one of /, ''));
  return `one of ${[first, ...others.map((text) => text.replace(/^an? /, ''))].join(' or ')}`;
}

function describeArray(items: Schema): string {
  const kind = typeOf(items);
  return kind === 'object' || kind === 'string' ? `an array of ${kind}s` : 'an array';
}
