import type { Task } from './draft.ts';
import { findCapital } from './facts.ts';
import { writeSentences } from './fit.ts';
import { listItems } from './plan-list.ts';

type Value = string | number | boolean | readonly string[];

const usualLength = 1400;

/** The answer as JSON: the keys asked for, or a summary with points. */
export function writeJson(
  task: Task,
  form: { readonly keys: readonly string[]; readonly array: boolean },
  least: number,
): string {
  const { constraints } = task.analysis;
  if (form.array && form.keys.length === 0) return writeArray(task, constraints.items ?? 5, least);
  const asked = form.keys.length > 0;
  const value: Record<string, Value> = {};
  if (asked) for (const key of form.keys) define(value, key, valueFor(task, key));
  else fillUsual(task, value);
  const floor = asked
    ? least
    : Math.max(least, constraints.words === undefined && constraints.brief !== true ? usualLength : 0);
  const notes: string[] = [];
  // Counting each note's own length keeps this linear; the final text is at least as long.
  for (let length = print(value).length; length < floor; length += notes.at(-1)?.length ?? 1)
    notes.push(...writeSentences(task, 2).slice(1));
  if (notes.length > 0) define(value, 'notes', notes);
  return print(value);
}

function writeArray(task: Task, count: number, least: number): string {
  const items = listItems(task, count);
  let length = items.join('').length;
  for (let index = 0; length < least; index += 1) {
    const more = ` ${writeSentences(task, 2)[1] ?? ''}`;
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
  value['example'] = task.writer.sentence(task.pack.examples);
  value['nextStep'] = task.writer.sentence(task.pack.checks);
}

function valueFor(task: Task, key: string): Value {
  const small = key.toLowerCase();
  const capital = findCapital(task.analysis.prompt);
  if (capital !== undefined && /^(?:country|nation)$/.test(small)) return capital.country;
  if (capital !== undefined && /^(?:capital|city|answer|name)$/.test(small)) return capital.city;
  if (/^(?:is|has|can|should|was|are)[_A-Z]|^(?:valid|success|ok|found|true|enabled|active)$/.test(key))
    return true;
  if (
    /(?:count|number|age|year|score|rating|price|cost|amount|total|quantity|id|population|confidence|temperature|length|size|rank)$/.test(
      small,
    )
  )
    return numberFor(task, small);
  if (
    /^(?:name|title|subject|topic|word|label|category|keyword|city|country|capital|color|colour|type)$/.test(
      small,
    )
  )
    return task.writer.sentence(['{topic}']);
  if (/^(?:tags|keywords|labels|categories|topics)$/.test(small))
    return ['{topic}', '{part}', '{part}'].map((slot) => task.writer.fill(slot));
  if (
    /(?:items|points|steps|tags|list|examples|ideas|tips|reasons|pros|cons|keywords|facts|ingredients|names|options|results|benefits)$/.test(
      small,
    )
  )
    return writeSentences(task, 4).slice(1);
  return writeSentences(task, 2)[1] ?? '';
}

function numberFor(task: Task, key: string): number {
  if (/confidence/.test(key)) return 0.5 + task.writer.below(50) / 100;
  if (/year/.test(key)) return 1900 + task.writer.below(120);
  return 1 + task.writer.below(100);
}

// A key such as "__proto__" is data here.
function define(target: Record<string, Value>, key: string, value: Value): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

function print(value: Record<string, Value> | readonly string[]): string {
  return JSON.stringify(value, null, 2);
}
