import { z } from 'zod';
import type { Metadata } from '../../core/thread-store.ts';

const comparisons = ['Eq', 'NotEq', 'In', 'NotIn'] as const;

type Comparison = (typeof comparisons)[number];

type Condition = readonly [field: string, comparison: Comparison, value: string | readonly string[]];

type Junction = readonly [connective: 'And' | 'Or', filters: readonly Filter[]];

/** Which passages are let in, by what is known of their documents. */
export type Filter = Condition | Junction;

const deepest = 16;
const most = 256;
const mostValues = 1000;
const longest = 8192;

const form = 'Expected [field, "Eq" | "NotEq" | "In" | "NotIn", value] or ["And" | "Or", [filters]]';

/** A filter of a retrieval; checked by hand, since what is nested comes from outside. */
export const filter = z
  .custom<Filter>(
    (value) => isFilter(value, deepest) && count(value) <= most,
    `${form}, at most ${deepest} deep and ${most} in all`,
  )
  .meta({
    type: 'array',
    minItems: 2,
    maxItems: 3,
    description: `${form.slice('Expected '.length)}, nested.`,
    examples: [['company', 'Eq', 'Langbase']],
  });

/** Whether what is known of a document passes the filter; what is not known of it equals nothing. */
export function passes(meta: Metadata, wanted: Filter): boolean {
  if (isJunction(wanted)) {
    const [connective, filters] = wanted;
    const pass = (each: Filter): boolean => passes(meta, each);
    return connective === 'And' ? filters.every(pass) : filters.some(pass);
  }
  const [field, comparison, value] = wanted;
  const known = Object.hasOwn(meta, field) ? meta[field] : undefined;
  const values = typeof value === 'string' ? [value] : value;
  const isAmong = known !== undefined && values.includes(known);
  return comparison === 'Eq' || comparison === 'In' ? isAmong : !isAmong;
}

function isFilter(value: unknown, depth: number): value is Filter {
  if (!Array.isArray(value) || depth === 0) return false;
  const [first, second, third]: readonly unknown[] = value;
  if (value.length === 2) {
    if ((first !== 'And' && first !== 'Or') || !Array.isArray(second) || second.length > most) return false;
    return second.every((each) => isFilter(each, depth - 1));
  }
  return value.length === 3 && isText(first) && isComparison(second) && isOperand(second, third);
}

function isComparison(value: unknown): value is Comparison {
  return comparisons.some((each) => each === value);
}

function isOperand(comparison: Comparison, value: unknown): boolean {
  if (isText(value)) return true;
  const isList = comparison === 'In' || comparison === 'NotIn';
  return isList && Array.isArray(value) && value.length <= mostValues && value.every(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function isJunction(value: Filter): value is Junction {
  return value.length === 2;
}

function count(value: Filter): number {
  return isJunction(value) ? value[1].reduce((sum, each) => sum + count(each), 1) : 1;
}
