import { valueFor } from '../json-values.ts';
import type { Filling, Place } from './filling.ts';
import { asJson, asList, asNumber, type Json, resolve, type Schema, typeOf } from './schema.ts';

const mostItems = 100;

/** A list of values, those that the prompt lists where it does. */
export function fillArray(schema: Schema, place: Place, filling: Filling): Json {
  const tuple = asList(schema['prefixItems'] ?? (Array.isArray(schema['items']) ? schema['items'] : []));
  const least = Math.min(Math.max(asNumber(schema['minItems']) ?? 0, tuple.length), mostItems);
  const most = Math.max(0, Math.min(asNumber(schema['maxItems']) ?? mostItems, mostItems));
  const items = resolve(schema['items'], filling.root).schema;
  const known =
    place.minimal || tuple.length > 0 ? [] : knownItems(place.name, items, filling).slice(0, most);
  if (known.length > 0 && known.length >= least) return known;
  const usual = place.minimal ? 0 : filling.all && place.depth < 3 ? 2 : 1;
  const count = Math.min(Math.max(least, usual), most);
  const values: Json[] = [];
  for (let index = 0; index < count && filling.left > 0; index += 1) {
    const part = tuple[index] ?? (Array.isArray(schema['items']) ? {} : schema['items']);
    const value = filling.fill(part, itemOf(place, index));
    values.push(schema['uniqueItems'] === true ? unlike(value, values, items) : value);
  }
  return values;
}

function itemOf(place: Place, item: number): Place {
  const name = place.name.replace(/ies$/, 'y').replace(/(?<=[a-z]{3})s$/, '');
  return { ...place, name, depth: place.depth + 1, item };
}

// What the prompt lists, or what the list's name calls for: "ingredients", "tags".
function knownItems(name: string, items: Schema, { finder, task, all }: Filling): readonly Json[] {
  if (Array.isArray(items['enum'])) {
    const options = items['enum'].slice(0, 1000).map(asJson);
    return options.filter((option) => finder.listed([option]) !== undefined);
  }
  if (typeOf(items) !== 'string' || bounds.some((bound) => items[bound] !== undefined)) return [];
  const said = finder.texts(name, items);
  const plausible = said.length === 0 && all ? valueFor(task, name) : said;
  return Array.isArray(plausible) ? [...new Set(plausible.map(String))] : [];
}

const bounds = ['const', 'pattern', 'format', 'minLength', 'maxLength'];

// What must differ counts on, or says so.
function unlike(value: Json, others: readonly Json[], { maximum, multipleOf }: Schema): Json {
  const step = asNumber(multipleOf) ?? 1;
  let next = value;
  for (let turn = 2; others.includes(next) && turn < mostItems; turn += 1) {
    if (typeof value === 'number') {
      const higher = value + (turn - 1) * step;
      next = higher <= (asNumber(maximum) ?? Infinity) ? higher : value - (turn - 1) * step;
    } else if (typeof value === 'string') next = `${value} ${turn}`;
    else break;
  }
  return next;
}
