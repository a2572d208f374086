import { z } from 'zod';
import type { Fault } from './fastapi-error.ts';
import { quote } from './openai-issues.ts';
import { asSchema, type Schema } from './openai-schemas.ts';

/** What a query says: values by parameter, and what is wrong with it. */
export interface Query {
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
}

/** What is wrong with a text, wherever it stands. */
type Problem = Omit<Fault, 'loc'>;

/** A text's value, or what is wrong with it. */
type Reading = { readonly value: unknown } | Problem;

/** Reads queries as FastAPI does: the last one of several values unless a list is wanted, and every fault is told. */
export function createQueryReader(shape: Readonly<Record<string, z.ZodType>>): (search: string) => Query {
  const schemas = Object.entries(shape).map(([name, type]) => [name, z.toJSONSchema(type)] as const);
  return (search) => {
    const query = new URLSearchParams(search);
    const values: Record<string, unknown> = {};
    const faults: Fault[] = [];
    for (const [name, schema] of schemas) {
      const texts = query.getAll(name);
      const text = texts.at(-1);
      if (text === undefined) continue;
      const loc = ['query', name];
      if (schema.type === 'array') {
        values[name] = texts;
        faults.push(...findFaults(texts, schema, loc));
        continue;
      }
      const reading = readText(text, schema);
      if ('value' in reading) values[name] = reading.value;
      else faults.push(place(reading, loc));
    }
    return { values, faults };
  };
}

function findFaults(texts: readonly string[], schema: Schema, loc: Fault['loc']): readonly Fault[] {
  const { maxItems = Infinity } = schema;
  if (texts.length > maxItems) {
    const msg = `List should have at most ${maxItems} items after validation, not ${texts.length}`;
    const ctx = { field_type: 'List', max_length: maxItems, actual_length: texts.length };
    return [{ type: 'too_long', loc, msg, input: texts, ctx }];
  }
  return texts.flatMap((text, index) => {
    const reading = readText(text, asSchema(schema.items));
    return 'value' in reading ? [] : [place(reading, [...loc, index])];
  });
}

/** Reads one text as a value that suits the schema. */
export function readText(text: string, schema: Schema): Reading {
  if (schema.enum !== undefined) return readChoice(text, schema.enum.map(String));
  if (schema.type === 'integer') return readNumber(text, schema, wholeNumber);
  if (schema.type === 'number') return readNumber(text, schema, anyNumber);
  return schema.type === 'boolean' ? readFlag(text) : readString(text, schema);
}

/** The fault of a text that stands here. */
export function place({ type, msg, input, ctx }: Problem, loc: Fault['loc']): Fault {
  return { type, loc, msg, input, ...(ctx === undefined ? {} : { ctx }) };
}

function readChoice(input: string, choices: readonly string[]): Reading {
  if (choices.includes(input)) return { value: input };
  // FastAPI has no comma before the last one.
  const expected = quote(choices, 'or').replace(', or ', ' or ');
  return { type: 'literal_error', msg: `Input should be ${expected}`, input, ctx: { expected } };
}

interface NumberKind {
  readonly pattern: RegExp;
  readonly type: string;
  readonly noun: string;
}

const wholeNumber: NumberKind = {
  pattern: /^\s*[+-]?\d+(?:\.0*)?\s*$/,
  type: 'int_parsing',
  noun: 'an integer',
};
const anyNumber: NumberKind = {
  pattern: /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i,
  type: 'float_parsing',
  noun: 'a number',
};

function readNumber(input: string, schema: Schema, { pattern, type, noun }: NumberKind): Reading {
  if (!pattern.test(input)) {
    const kind = noun.replace(/^an? /, '');
    return { type, msg: `Input should be a valid ${kind}, unable to parse string as ${noun}`, input };
  }
  const value = Number(input);
  if (!Number.isFinite(value)) {
    return { type: 'finite_number', msg: 'Input should be a finite number', input };
  }
  return checkBounds(value, schema, input);
}

function checkBounds(value: number, schema: Schema, input: string): Reading {
  const { minimum: ge = -Infinity, exclusiveMinimum: gt, maximum: le = Infinity } = schema;
  if (value < ge) return outOfBounds('greater_than_equal', 'greater than or equal to', input, { ge });
  if (typeof gt === 'number' && value <= gt)
    return outOfBounds('greater_than', 'greater than', input, { gt });
  if (value > le) return outOfBounds('less_than_equal', 'less than or equal to', input, { le });
  return { value };
}

function outOfBounds(type: string, relation: string, input: string, ctx: Problem['ctx'] & {}): Problem {
  return { type, msg: `Input should be ${relation} ${Object.values(ctx).join('')}`, input, ctx };
}

const yes = new Set(['1', 'true', 't', 'yes', 'y', 'on']);
const no = new Set(['0', 'false', 'f', 'no', 'n', 'off']);

function readFlag(input: string): Reading {
  const word = input.toLowerCase();
  if (yes.has(word)) return { value: true };
  if (no.has(word)) return { value: false };
  const msg = 'Input should be a valid boolean, unable to interpret input';
  return { type: 'bool_parsing', msg, input };
}

function readString(input: string, { minLength = 0, maxLength = Infinity }: Schema): Reading {
  const length = Array.from(input).length;
  if (length < minLength)
    return outOfLength('string_too_short', 'at least', input, { min_length: minLength });
  if (length > maxLength) return outOfLength('string_too_long', 'at most', input, { max_length: maxLength });
  return { value: input };
}

function outOfLength(type: string, relation: string, input: string, ctx: Problem['ctx'] & {}): Problem {
  const [bound] = Object.values(ctx);
  const noun = bound === 1 ? 'character' : 'characters';
  return { type, msg: `String should have ${relation} ${bound} ${noun}`, input, ctx };
}
