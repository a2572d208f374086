import { sayNumber } from './fill-number.ts';
import { sayText } from './fill-text.ts';
import { type Filling, memberOf, type Place } from './filling.ts';
import {
  alternativesOf,
  asJson,
  asNumber,
  asSchema,
  asTexts,
  define,
  type Json,
  resolve,
  type Schema,
  typeOf,
} from './schema.ts';

const deepest = 200;
const mostMembers = 100;

/** An object with the members that it must have, and those that the prompt speaks of. */
export function fillObject(schema: Schema, place: Place, filling: Filling): Json {
  const value: Record<string, Json> = {};
  if (place.depth > deepest) return value;
  const required = new Set(asTexts(schema['required']));
  const properties = Object.entries(asSchema(schema['properties']));
  const numbers = claimNumbers(properties, filling);
  for (const [name, part] of properties) {
    const claimed = numbers.get(name);
    if (claimed !== undefined) define(value, name, claimed);
    else if (required.has(name) || (filling.all && !place.minimal && filling.left > 0))
      define(value, name, filling.fill(part, memberOf(place, name)));
    else if (!place.minimal) sayMember(value, memberOf(place, name), part, filling);
  }
  for (const name of required) {
    if (Object.hasOwn(value, name)) continue;
    define(value, name, filling.fill(asSchema(schema['additionalProperties']), memberOf(place, name)));
  }
  const [first] = properties;
  // Where nothing is required, a call without anything is of no use to anybody.
  if (first !== undefined && required.size === 0 && place.depth === 0 && Object.keys(value).length === 0)
    define(value, first[0], filling.fill(first[1], memberOf(place, first[0])));
  return addMembers(value, schema, place, filling);
}

// Numbers that stand beside a member's name belong to it, whatever the order of the members.
function claimNumbers(
  properties: readonly (readonly [string, unknown])[],
  { root, finder }: Filling,
): ReadonlyMap<string, number> {
  const claims = new Map<string, number>();
  for (const [name, part] of properties.slice(0, 100)) {
    const { schema } = resolve(part, root);
    if (!isNumeric(schema)) continue;
    const said = sayNumber(name, schema, finder, true);
    if (said !== undefined) claims.set(name, said);
  }
  return claims;
}

function isNumeric(schema: Schema): boolean {
  const type = typeOf(schema);
  const isListed = schema['enum'] !== undefined || schema['const'] !== undefined;
  return (type === 'number' || type === 'integer') && !isListed && alternativesOf(schema) === undefined;
}

// A member that need not be there is there when the prompt speaks of it.
function sayMember(value: Record<string, Json>, place: Place, part: unknown, filling: Filling): void {
  filling.left -= 1;
  if (filling.left < 0) return;
  const { finder, root } = filling;
  const { schema } = resolve(part, root);
  const { name } = place;
  if (Array.isArray(schema['enum'])) {
    const said = finder.listed(schema['enum'].slice(0, 1000).map(asJson));
    if (said !== undefined) define(value, name, said);
    return;
  }
  const type = typeOf(schema);
  if (type === 'string') {
    const said = sayText(name, schema, finder, true);
    if (said !== undefined) define(value, name, said);
  } else if (type === 'boolean' && finder.mentions(name)) define(value, name, true);
  else if ((type === 'array' || type === 'object') && finder.mentions(name))
    define(value, name, filling.fill(part, place));
}

function addMembers(value: Record<string, Json>, schema: Schema, place: Place, filling: Filling): Json {
  const others = asSchema(schema['additionalProperties']);
  const isMap = schema['properties'] === undefined && Object.keys(others).length > 0;
  const usual = isMap && filling.all && !place.minimal ? 1 : 0;
  const least = Math.min(Math.max(asNumber(schema['minProperties']) ?? 0, usual), mostMembers);
  for (let index = 1; Object.keys(value).length < least && index <= 2 * mostMembers; index += 1)
    define(value, `item${index}`, filling.fill(others, memberOf(place, `item${index}`)));
  return value;
}
