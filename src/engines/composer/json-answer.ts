import type { Task } from './draft.ts';
import { readNumber } from './constraints.ts';
import { drawPool, writeSentences } from './fit.ts';
import { type Value, valueFor } from './json-values.ts';
import { listItems } from './plan-list.ts';

const usualLength = 1400;

/** The answer as JSON: the keys asked for, or a summary with points. */
export function writeJson(
  task: Task,
  form: { readonly keys: readonly string[]; readonly array: boolean },
  least: number,
): string {
  const { constraints } = task.analysis;
  const keys = form.keys.length > 0 ? form.keys : usualKeys(task);
  if (form.array || asksForMany(task)) {
    if (keys.length > 0) return writeObjects(task, keys, least);
    return writeArray(task, constraints.items ?? countIn(task) ?? 5, least);
  }
  const asked = form.keys.length > 0;
  const value: Record<string, Value> = {};
  if (asked) for (const key of form.keys) define(value, key, valueFor(task, key));
  else fillUsual(task, value);
  const floor = asked
    ? least
    : Math.max(least, constraints.words === undefined && constraints.brief !== true ? usualLength : 0);
  const pool = drawPool(task);
  // Those in the points are not said again.
  if (!asked) for (let used = 0; used < 4; used += 1) pool.next();
  const notes: string[] = [];
  // Counting each note's own length keeps this linear; the final text is at least as long.
  for (let length = print(value).length; length < floor; length += notes.at(-1)?.length ?? 1)
    notes.push(pool.next());
  if (notes.length > 0) define(value, 'notes', notes);
  return print(value);
}

// "3 users", "a list of products": objects with the keys that such things have.
function usualKeys({ analysis }: Task): readonly string[] {
  const noun =
    /\b(users?|customers?|people|persons?|employees?|products?|books?|cities|tasks?|todos?|events?|orders?)\b(?! (?:of|for) )/i
      .exec(analysis.conversation.last)?.[1]
      ?.toLowerCase();
  return noun === undefined ? [] : (keysOf.get(noun.replace(/ies$/, 'y').replace(/s$/, '')) ?? []);
}

const keysOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['user', ['id', 'name', 'email', 'active']],
  ['customer', ['id', 'name', 'email', 'city']],
  ['people', ['id', 'name', 'age', 'city']],
  ['person', ['id', 'name', 'age', 'city']],
  ['employee', ['id', 'name', 'department', 'salary']],
  ['product', ['id', 'name', 'price', 'stock']],
  ['book', ['id', 'author', 'year', 'price']],
  ['city', ['name', 'country', 'population']],
  ['task', ['id', 'priority', 'due', 'done']],
  ['todo', ['id', 'priority', 'due', 'done']],
  ['event', ['id', 'date', 'time', 'city']],
  ['order', ['id', 'customer', 'total', 'currency', 'createdAt']],
]);

function asksForMany({ analysis }: Task): boolean {
  return /\b(?:array|list) of\b|\b(?:\d+|two|three|four|five|six|ten|some|several) (?:\w+ ){0,2}(?:users|customers|people|persons|employees|products|books|cities|tasks|todos|events|orders|objects)\b/i.test(
    analysis.conversation.last,
  );
}

function countIn({ analysis }: Task): number | undefined {
  const word = /\b(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twenty)\b/i.exec(
    analysis.conversation.last,
  )?.[1];
  return word === undefined ? undefined : readNumber(word);
}

function writeObjects(task: Task, keys: readonly string[], least: number): string {
  const count = Math.max(1, Math.min(100, task.analysis.constraints.items ?? countIn(task) ?? 3));
  const objects: Record<string, Value>[] = [];
  for (let length = 0; objects.length < count || length < least;) {
    const object: Record<string, Value> = {};
    for (const key of keys) define(object, key, key === 'id' ? objects.length + 1 : valueFor(task, key));
    objects.push(object);
    length += JSON.stringify(object, null, 2).length;
  }
  return JSON.stringify(objects, null, 2);
}

function writeArray(task: Task, count: number, least: number): string {
  const items = listItems(task, count);
  const pool = drawPool(task);
  let length = items.join('').length;
  for (let index = 0; length < least; index += 1) {
    const more = ` ${pool.next()}`;
    items[index % items.length] += more;
    length += more.length;
  }
  return print(items);
}

function fillUsual(task: Task, value: Record<string, Value>): void {
  const [answer = '', ...points] = writeSentences(task, 5);
  value['topic'] = task.analysis.subject.full;
  value['answer'] = answer;
  value['points'] = points;
  const { known } = task.analysis;
  value['example'] = known?.example ?? task.writer.sentence(task.pack.examples);
  if (known === undefined) value['nextStep'] = task.writer.sentence(task.pack.checks);
  else value['related'] = known.related.split(/, | and /);
}

// A key such as "__proto__" is data here.
function define(target: Record<string, Value>, key: string, value: Value): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

function print(value: Record<string, Value> | readonly string[]): string {
  return JSON.stringify(value, null, 2);
}
