import { z } from 'zod';
import * as issues from './openai-issues.ts';
import type { Issue } from './openai-issues.ts';
import { type Check, checkEnum, checkNumber, checkString, countCharacters } from './openai-scalars.ts';
import {
  alternativesOf,
  asSchema,
  describe,
  isRecord,
  type Schema,
  supportedTexts,
  typeOf,
} from './openai-schemas.ts';
import { findSimilar } from './openai-suggestions.ts';

/** A schema that tells the first fault it finds in OpenAI's words. */
export interface Fields<T> {
  /** Throws a 400 unless the value suits the schema; `strict` refuses members that the schema does not name. */
  assert(value: unknown, strict: boolean): asserts value is T;
}

/**
 * The fields of a zod schema, read from the JSON Schema that the OpenAPI document shows.
 * Zod's own parser collects an issue per element of a hostile array, and copies what it accepts; this stops at the first.
 * Null stands for absence wherever a member is optional.
 */
export function createFields<T>(schema: z.ZodType<T>): Fields<T> {
  const check = read(z.toJSONSchema(schema));
  return {
    assert(value, strict) {
      const issue = check(value, strict);
      if (issue !== undefined) throw issues.toApiError(issue);
    },
  };
}

function read(schema: Schema): Check {
  const texts = supportedTexts(schema);
  if (texts !== undefined) return checkEnum(texts);
  if (schema.oneOf !== undefined) return checkTagged(schema.oneOf);
  const alternatives = alternativesOf(schema);
  if (alternatives !== undefined) return checkAlternatives(alternatives, describe(schema));
  switch (schema.type) {
    case 'object':
      return schema.properties === undefined ? checkRecord(schema) : checkObject(schema);
    case 'array':
      return checkArray(schema);
    case 'string':
      return checkString(schema);
    case 'integer':
    case 'number':
      return checkNumber(schema);
    case 'boolean':
      return (value) => (typeof value === 'boolean' ? undefined : issues.wrongType('a boolean', value));
    case 'null':
      return (value) => (value === null ? undefined : issues.wrongType('null', value));
    case undefined:
      return () => undefined;
  }
  throw new TypeError('a schema that nothing here checks');
}

function checkObject(schema: Schema): Check {
  const expected = describe(schema);
  const required = schema.required ?? [];
  const members = Object.entries(schema.properties ?? {}).map(([name, member]) => ({
    name,
    path: `.${name}`,
    check: read(asSchema(member)),
  }));
  const names = new Set(Object.keys(schema.properties ?? {}).filter((name) => !isExtra(schema, name)));
  return (value, strict) => {
    if (!isRecord(value)) return issues.wrongType(expected, value);
    for (const name of required) {
      if (value[name] === undefined) return issues.within(`.${name}`, issues.missing());
    }
    if (strict) {
      const issue = findUnknown(value, names);
      if (issue !== undefined) return issue;
    }
    for (const { name, path, check } of members) {
      const member = value[name];
      const issue = member === undefined ? undefined : check(member, strict);
      if (issue !== undefined) return issues.within(path, issue);
    }
    return undefined;
  };
}

// A member that OpenAI does not know, which is read unless the server is strict.
function isExtra({ properties }: Schema, name: string): boolean {
  return asSchema(properties?.[name])['x-extra'] === true;
}

function findUnknown(
  value: Readonly<Record<string, unknown>>,
  known: ReadonlySet<string>,
): Issue | undefined {
  const unknown = Object.keys(value).find((name) => !known.has(name));
  if (unknown === undefined) return undefined;
  const absent = [...known].filter((name) => !Object.hasOwn(value, name));
  return issues.within(`.${unknown}`, issues.unknownParameter(findSimilar(unknown, absent)));
}

function checkRecord(schema: Schema): Check {
  const expected = describe(schema);
  const { maxProperties = Infinity } = schema;
  const { maxLength = Infinity, pattern } = asSchema(schema.propertyNames);
  const tokenId = pattern === undefined ? undefined : new RegExp(pattern);
  const member = asSchema(schema.additionalProperties);
  const free = Object.keys(member).length === 0;
  const check = read(member);
  return (value, strict) => {
    if (!isRecord(value)) return issues.wrongType(expected, value);
    if (free) return undefined;
    const names = Object.keys(value);
    if (names.length > maxProperties) return issues.tooManyProperties(maxProperties, names.length);
    for (const name of names) {
      const length = countCharacters(name, maxLength);
      if (length > maxLength) return issues.tooLongName(name, maxLength, length);
      if (tokenId?.test(name) === false) return issues.wrongTokenId(name);
      const issue = check(value[name], strict);
      if (issue !== undefined) return issues.within(`.${name}`, issue);
    }
    return undefined;
  };
}

function checkArray(schema: Schema): Check {
  const expected = describe(schema);
  const { minItems = 0, maxItems = Infinity } = schema;
  const check = read(asSchema(schema.items));
  return (value, strict) => {
    if (!Array.isArray(value)) return issues.wrongType(expected, value);
    if (value.length < minItems) return issues.empty('array');
    if (value.length > maxItems) return issues.tooLong('array', maxItems, value.length);
    for (let index = 0; index < value.length; index += 1) {
      const issue = check(value[index], strict);
      if (issue !== undefined) return issues.within(`[${index}]`, issue);
    }
    return undefined;
  };
}

// Objects told apart by the one member that is a constant in each.
function checkTagged(schemas: readonly Schema[]): Check {
  const tag = tagOf(schemas);
  const checks = new Map(schemas.map((schema) => [constantOf(schema, tag), read(schema)]));
  const checkTag = checkEnum([...checks.keys()]);
  return (value, strict) => {
    if (!isRecord(value)) return issues.wrongType('an object', value);
    const kind = value[tag];
    if (kind === undefined) return issues.within(`.${tag}`, issues.missing());
    const check = typeof kind === 'string' ? checks.get(kind) : undefined;
    if (check !== undefined) return check(value, strict);
    const issue = checkTag(kind, strict);
    return issue && issues.within(`.${tag}`, issue);
  };
}

function tagOf(schemas: readonly Schema[]): string {
  const names = Object.keys(schemas[0]?.properties ?? {});
  const tag = names.find((name) => schemas.every((schema) => constantOf(schema, name) !== ''));
  if (tag === undefined) throw new TypeError('nothing tells these objects apart');
  return tag;
}

function constantOf(schema: Schema, name: string): string {
  const constant = asSchema(schema.properties?.[name]).const;
  return typeof constant === 'string' ? constant : '';
}

// Alternatives of different JSON types, null among them where the member is optional.
function checkAlternatives(alternatives: readonly Schema[], expected: string): Check {
  const checks = new Map(alternatives.map((alternative) => [typeOf(alternative), read(alternative)]));
  if (checks.size < alternatives.length) throw new TypeError('two alternatives of one JSON type');
  const others = [...checks].filter(([type]) => type !== 'null');
  const [first] = others;
  if (others.length === 1 && first !== undefined) {
    const [, check] = first;
    return (value, strict) => (value === null ? undefined : check(value, strict));
  }
  return (value, strict) => {
    const check = checks.get(typeOfValue(value));
    return check === undefined ? issues.wrongType(expected, value) : check(value, strict);
  };
}

function typeOfValue(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
