import type { Task } from '../draft.ts';
import type { FillOptions, Place } from './filling.ts';
import type { Finder } from './finder.ts';
import { inventByName, inventText } from './invent-text.ts';
import { writePattern } from './pattern-text.ts';
import { asNumber, type Schema } from './schema.ts';

/** A text for a member: what the prompt says for it, or one made up that suits the schema. */
export function fillText(place: Place, schema: Schema, { finder, task }: FillOptions): string {
  const { format, pattern } = schema;
  const said = sayText(place.name, schema, finder, false);
  if (said !== undefined) return said;
  if (typeof schema['default'] === 'string') return schema['default'];
  if (typeof format === 'string') {
    const written = writeFormat(format, task);
    if (written !== undefined) return written;
  }
  if (typeof pattern === 'string') {
    const written = writePattern(pattern, task.writer.random);
    if (written !== undefined) return written;
  }
  return fitLength(inventText(place, task, schema), schema);
}

/** The text that the prompt says for a member, in the form that the schema asks for; undefined where it says none. */
export function sayText(name: string, schema: Schema, finder: Finder, sure: boolean): string | undefined {
  const found = finder.text(name, schema, sure);
  if (found === undefined) return undefined;
  const text = typeof schema['format'] === 'string' ? toFormat(schema['format'], found) : found;
  return text !== undefined && fits(text, schema) ? text : undefined;
}

function fits(text: string, { minLength, maxLength, pattern }: Schema): boolean {
  const length = Array.from(text).length;
  if (length < (asNumber(minLength) ?? 0) || length > (asNumber(maxLength) ?? Infinity)) return false;
  return typeof pattern !== 'string' || (isTame(pattern) && isMatch(pattern, text));
}

// A pattern comes from the client: one that could take for ever is not tried.
function isTame(pattern: string): boolean {
  return pattern.length < 200 && !/[(|]/.test(pattern) && (pattern.match(/[*+?{]/g)?.length ?? 0) <= 2;
}

function isMatch(pattern: string, text: string): boolean {
  if (text.length > 300) return false;
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    // What is no pattern matches nothing.
    return false;
  }
}

const mostLength = 10_000;

function fitLength(text: string, { minLength, maxLength }: Schema): string {
  const least = Math.min(asNumber(minLength) ?? 0, mostLength);
  const most = Math.max(0, asNumber(maxLength) ?? mostLength);
  const letters = Array.from(text);
  if (letters.length > most)
    return letters.slice(0, most).join('').trimEnd().padEnd(Math.min(least, most), '.');
  return letters.length >= least ? text : text.padEnd(text.length + least - letters.length, '.');
}

function toFormat(format: string, text: string): string | undefined {
  switch (format) {
    case 'date':
      return toDate(text);
    case 'time':
      return toTime(text);
    case 'date-time': {
      const day = toDate(text);
      return day === undefined ? undefined : `${day}T09:00:00Z`;
    }
    case 'email':
    case 'idn-email':
      return text.includes('@') ? text : undefined;
    case 'uri':
    case 'url':
      return /^https?:\/\/[\x21-\x7e]+$/i.test(text) ? text : undefined;
    case 'uuid':
      return /^[\da-f-]{36}$/i.test(text) ? text : undefined;
  }
  return byFormat.has(format) ? undefined : text;
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
// Years that nobody says are this one: the same answer comes out whatever the day.
const usualYear = 2026;

function toDate(text: string): string | undefined {
  const whole = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (whole !== null) return isDay(Number(whole[2]), Number(whole[3])) ? whole[0] : undefined;
  const month = monthNames.findIndex((name) => new RegExp(String.raw`\b${name}`, 'i').test(text)) + 1;
  const day = Number(/\b(\d{1,2})(?!\d)/.exec(text)?.[1] ?? NaN);
  const year = Number(/\b(\d{4})\b/.exec(text)?.[1] ?? usualYear);
  return month > 0 && isDay(month, day) ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : undefined;
}

function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 ? 28 : 30);
}

function toTime(text: string): string | undefined {
  const found = /^(\d{1,2})(?::(\d{2}))?(?::(\d{2}))? ?([ap]m)?$/i.exec(text);
  if (found === null) return undefined;
  const hour =
    (Number(found[1]) % (found[4] === undefined ? 24 : 12)) + (/^p/i.test(found[4] ?? '') ? 12 : 0);
  return `${twoDigits(hour)}:${found[2] ?? '00'}:${found[3] ?? '00'}Z`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function writeFormat(format: string, task: Task): string | undefined {
  return byFormat.get(format)?.(task);
}

const byKey =
  (key: string) =>
  (task: Task): string =>
    inventByName(key, task);

const byFormat: ReadonlyMap<string, (task: Task) => string> = new Map([
  ['date', byKey('date')],
  ['time', (task) => `${inventByName('time', task)}:00Z`],
  ['date-time', byKey('timestamp')],
  ['email', byKey('email')],
  ['idn-email', byKey('email')],
  ['uri', byKey('url')],
  ['url', byKey('url')],
  ['uri-reference', byKey('url')],
  ['uuid', byKey('uuid')],
  ['hostname', () => 'www.example.com'],
  ['ipv4', ({ writer }) => `192.0.2.${1 + writer.below(254)}`],
  ['ipv6', ({ writer }) => `2001:db8::${(1 + writer.below(65_000)).toString(16)}`],
  ['duration', ({ writer }) => `PT${1 + writer.below(12)}H`],
]);
