import { valueFor } from '../json-values.ts';
import { fillArray } from './fill-array.ts';
import { fillNumber } from './fill-number.ts';
import { fillObject } from './fill-object.ts';
import { fillText } from './fill-text.ts';
import { splitName } from './key-words.ts';
import { inventText } from './invent-text.ts';
import type { Filling, FillOptions, Place } from './filling.ts';
import {
  alternativesOf,
  asJson,
  asList,
  asSchema,
  type Json,
  resolve,
  type Schema,
  typeOf,
} from './schema.ts';

const mostValues = 1000;

/** A value that suits the schema, with what the prompt says in its place. */
export function fillSchema(schema: Schema, name: string, options: FillOptions): Json {
  const filling: Filling = {
    ...options,
    root: schema,
    left: mostValues,
    fill: (part, place) => fill(part, place, filling),
  };
  return fill(schema, { name, parent: '', depth: 0, references: ['#'], minimal: false, item: 0 }, filling);
}

const mostTurns = 32;

function fill(part: unknown, place: Place, filling: Filling): Json {
  filling.left -= 1;
  let schema: Schema = asSchema(part);
  let here: Place = { ...place, minimal: place.minimal || filling.left < 0 };
  // A loop, since alternatives may lead to themselves.
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const resolved = resolve(schema, filling.root);
    here = enter(here, resolved.references);
    schema = resolved.schema;
    if (schema['const'] !== undefined) return asJson(schema['const']);
    if (asList(schema['enum']).length > 0) return choose(asList(schema['enum']), schema, here, filling);
    const alternatives = alternativesOf(schema);
    if (alternatives === undefined) return fillType(schema, here, filling);
    schema = chooseAlternative(alternatives, here, filling);
  }
  return null;
}

function enter(place: Place, references: readonly string[]): Place {
  if (references.length === 0) return place;
  const fresh = references.filter((reference) => !place.references.includes(reference));
  const minimal = place.minimal || fresh.length < references.length;
  return { ...place, minimal, references: [...place.references, ...fresh] };
}

// Values of the right type and of no sense: for schemas that ask for thousands.
function fillCheaply(schema: Schema, place: Place, filling: Filling): Json {
  switch (typeOf(schema)) {
    case 'object':
      return filling.left > -mostValues ? fillObject(schema, place, filling) : {};
    case 'array':
      return filling.left > -mostValues ? fillArray(schema, place, filling) : [];
    case 'string':
      return '';
    case 'null':
      return null;
    case 'boolean':
      return false;
  }
  return 0;
}

function fillType(schema: Schema, place: Place, filling: Filling): Json {
  if (filling.left < 0) return fillCheaply(schema, place, filling);
  const { finder, task } = filling;
  switch (typeOf(schema)) {
    case 'string':
      return fillText(place, schema, filling);
    case 'number':
    case 'integer':
      return fillNumber(place.name, schema, finder, task);
    case 'boolean':
      return typeof schema['default'] === 'boolean' ? schema['default'] : fillBoolean(place.name, filling);
    case 'null':
      return null;
    case 'array':
      return fillArray(schema, place, filling);
    case 'object':
      return fillObject(schema, place, filling);
  }
  if (schema['default'] !== undefined) return asJson(schema['default']);
  return finder.text(place.name, schema, false) ?? inventText(place, task);
}

function fillBoolean(name: string, { finder, task, all }: Filling): boolean {
  if (finder.mentions(name)) return true;
  return all && valueFor(task, splitName(name).at(-1) ?? name) === true;
}

function choose(
  values: readonly unknown[],
  schema: Schema,
  { item }: Place,
  { finder, task, all }: Filling,
): Json {
  const options = values.map(asJson);
  const said = finder.listed(options);
  if (said !== undefined && item === 0) return said;
  if (schema['default'] !== undefined && values.includes(schema['default'])) return asJson(schema['default']);
  const index = item > 0 ? item % options.length : all ? task.writer.below(options.length) : 0;
  return options[index] ?? null;
}

function chooseAlternative(
  alternatives: readonly Schema[],
  { minimal, references }: Place,
  { root, finder }: Filling,
): Schema {
  const options = alternatives.map((schema) => ({ schema, ...describe(schema, root) }));
  const first = options[0]?.schema ?? {};
  if (minimal) {
    const leaf =
      options.find((option) => option.isLeaf) ?? options.find((option) => option.references.length === 0);
    return leaf?.schema ?? first;
  }
  const said = options.find(
    ({ constants }) => constants.length > 0 && finder.listed(constants) !== undefined,
  );
  const fresh = options.find(
    (option) => option.type !== 'null' && !option.references.some((each) => references.includes(each)),
  );
  return said?.schema ?? fresh?.schema ?? first;
}

function describe(part: Schema, root: Schema) {
  const { schema, references } = resolve(part, root);
  const type = typeOf(schema);
  const tags = Object.values(asSchema(schema['properties']))
    .slice(0, 32)
    .map((member) => asSchema(member)['const']);
  const constants = [schema['const'], ...asList(schema['enum']), ...tags]
    .filter((value) => value !== undefined)
    .map(asJson);
  return {
    references,
    type,
    constants,
    isLeaf: type !== 'object' && type !== 'array' && alternativesOf(schema) === undefined,
  };
}
