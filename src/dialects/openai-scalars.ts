import * as issues from './openai-issues.ts';
import type { Issue } from './openai-issues.ts';
import { describe, type Schema } from './openai-schemas.ts';

/** The first fault of a value, if it has one; `strict` refuses members that the schema does not name. */
export type Check = (value: unknown, strict: boolean) => Issue | undefined;

/** Checks a text: its length and its pattern. */
export function checkString(schema: Schema): Check {
  const { minLength = 0, maxLength = Infinity, pattern = '' } = schema;
  const expression = new RegExp(pattern);
  return (value) => {
    if (typeof value !== 'string') return issues.wrongType('a string', value);
    if (value.length < minLength) return issues.empty('string');
    const length = countCharacters(value, maxLength);
    if (length > maxLength) return issues.tooLong('string', maxLength, length);
    return pattern === '' || expression.test(value) ? undefined : issues.wrongPattern(pattern);
  };
}

/** The length of a text in characters; those of a text short enough in any case are not counted. */
export function countCharacters(text: string, most: number): number {
  if (text.length <= most) return text.length;
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Checks a number; 1.0 counts as an integer. */
export function checkNumber(schema: Schema): Check {
  const integer = schema.type === 'integer';
  const kind = integer ? 'integer' : 'decimal';
  const { minimum, maximum } = safeBounds(schema);
  const isPlain = schema['x-plain-bounds'] === true;
  function complain(bound: 'min' | 'max', limit: number, value: number): Issue {
    return isPlain ? issues.outOfRange(bound, limit) : issues.outOfBounds(kind, bound, limit, value);
  }
  return (value) => {
    if (typeof value !== 'number' || (integer && !Number.isInteger(value))) {
      return issues.wrongType(describe(schema), value);
    }
    if (value < minimum) return complain('min', minimum, value);
    return value > maximum ? complain('max', maximum, value) : undefined;
  };
}

// Zod bounds each integer to those that a double holds exactly; a seed of 64 bits is none of them and is welcome.
function safeBounds({ minimum = -Infinity, maximum = Infinity }: Schema): {
  minimum: number;
  maximum: number;
} {
  return {
    minimum: minimum === Number.MIN_SAFE_INTEGER ? -Infinity : minimum,
    maximum: maximum === Number.MAX_SAFE_INTEGER ? Infinity : maximum,
  };
}

/** Checks that a text is one of those supported. */
export function checkEnum(texts: readonly string[]): Check {
  const supported = new Set(texts);
  const expected = `one of ${issues.quote(texts, 'or')}`;
  return (value) => {
    if (typeof value !== 'string') return issues.wrongType(expected, value);
    return supported.has(value) ? undefined : issues.wrongValue(value, texts);
  };
}
