import type { Task } from '../draft.ts';
import { valueFor } from '../json-values.ts';
import type { Place } from './filling.ts';
import type { Schema } from './schema.ts';
import { type Sort, sortOf } from './sorts.ts';

/** A plausible text for a member: of the sort that its name or its schema tells. */
export function inventText({ name, parent, item }: Place, task: Task, schema: Schema = {}): string {
  const sort = sortOf(name, schema);
  if (sort === 'symbol') return 'ACME';
  if (sort === 'expression') return '2 + 2';
  if (/^(?:name|title|label)$/i.test(name) && !people.test(parent)) return nameThing(parent, item, task);
  return inventByName(sort === undefined || ownNames.test(name) ? name : (keys.get(sort) ?? name), task);
}

/** A plausible text for a member of this name, wherever it stands. */
export function inventByName(name: string, task: Task): string {
  const value = valueFor(task, name);
  return typeof value === 'object' ? Object.values(value).join(', ') : String(value);
}

// The name of an ingredient is one of those that are known, that of the answer itself is its subject.
function nameThing(parent: string, item: number, task: Task): string {
  const known = valueFor(task, `${parent}s`);
  if (Array.isArray(known) && known.every((each) => String(each).length < 30))
    return String(known[item % known.length]);
  return item === 0 ? task.writer.sentence(['{topic}']) : task.writer.sentence(['{part}']);
}

const people =
  /(?:person|people|user|customer|author|contact|employee|member|participant|attendee|student|patient|friend|owner|profile|account|artist|character|candidate)s?$/i;

// The names under which values of each sort are made up, and names that have values of their own.
const keys: ReadonlyMap<Sort, string> = new Map([
  ['place', 'city'],
  ['email', 'email'],
  ['url', 'url'],
  ['date', 'date'],
  ['time', 'time'],
  ['moment', 'timestamp'],
  ['uuid', 'uuid'],
  ['phone', 'phone'],
  ['language', 'language'],
  ['currency', 'currency'],
  ['person', 'name'],
  ['code', 'id'],
]);
const ownNames =
  /(?:country|nation|address|state|status|username|firstname|lastname|first_name|last_name|company)$/i;
