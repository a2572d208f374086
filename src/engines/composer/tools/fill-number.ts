import type { Task } from '../draft.ts';
import { valueFor } from '../json-values.ts';
import type { Finder } from './finder.ts';
import { asNumber, type Schema } from './schema.ts';

/** A number for a member: what the prompt says for it, or one made up within the schema's bounds. */
export function fillNumber(name: string, schema: Schema, finder: Finder, task: Task): number {
  const said = sayNumber(name, schema, finder, false);
  if (said !== undefined) return said;
  const usual = asNumber(schema['default']);
  if (usual !== undefined && fitsNumber(usual, schema)) return usual;
  const plausible = valueFor(task, name);
  if (typeof plausible === 'number' && fitsNumber(plausible, schema)) return plausible;
  return invent(schema, task);
}

/** The number that the prompt says for a member, where it is within the schema's bounds. */
export function sayNumber(name: string, schema: Schema, finder: Finder, sure: boolean): number | undefined {
  const found = finder.number(name, sure);
  return found !== undefined && fitsNumber(found, schema) ? found : undefined;
}

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

function boundsOf(schema: Schema): Bounds {
  const multiple = asNumber(schema['multipleOf']);
  const isWhole = schema['type'] === 'integer';
  const step = multiple !== undefined && multiple > 0 ? multiple : isWhole ? 1 : 0;
  // Bounds that are excluded come as numbers, or, in older drafts, as true beside the bound.
  const gap = step > 0 ? step : 1e-6;
  const { minimum, maximum, exclusiveMinimum: above, exclusiveMaximum: below } = schema;
  const least = Math.max(
    (asNumber(minimum) ?? -Infinity) + (above === true ? gap : 0),
    justAbove(above, gap),
  );
  const most = Math.min(
    (asNumber(maximum) ?? Infinity) - (below === true ? gap : 0),
    -justAbove(negate(below), gap),
  );
  return { least, most, step };
}

function justAbove(bound: unknown, gap: number): number {
  const value = asNumber(bound);
  return value === undefined ? -Infinity : value + gap;
}

function negate(bound: unknown): number | undefined {
  const value = asNumber(bound);
  return value === undefined ? undefined : -value;
}

function fitsNumber(value: number, schema: Schema): boolean {
  const { least, most, step } = boundsOf(schema);
  if (value < least || value > most || (schema['type'] === 'integer' && !Number.isInteger(value)))
    return false;
  return step === 0 || Number.isInteger(value / step);
}

function invent(schema: Schema, { writer }: Task): number {
  const { least, most, step } = boundsOf(schema);
  const low = least === -Infinity ? Math.min(1, most) : least;
  const high = most === Infinity ? low + 20 * Math.max(1, step) : most;
  if (step === 0) {
    const middle = low + (high - low) * (0.25 + 0.5 * writer.random());
    const rounded = Math.round(middle * 100) / 100;
    return rounded >= low && rounded <= high ? rounded : middle;
  }
  const first = Math.ceil(low / step);
  const count = Math.min(20, Math.floor(high / step) - first + 1);
  const value = (first + (count > 1 ? writer.below(count) : 0)) * step;
  return schema['type'] === 'integer' ? Math.round(value) : value;
}
