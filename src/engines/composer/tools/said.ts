import { isPlaceName } from '../facts.ts';
import { type Found, blankOut, findAll } from './found.ts';
import { splitText, stem } from './key-words.ts';
import { findSymbols } from './said-codes.ts';
import { findNames } from './said-names.ts';

/** What a text says that can be an argument, each sort in the order in which it is said. */
export interface Said {
  readonly text: string;
  /** The stems of its words. */
  readonly stems: ReadonlySet<string>;
  readonly quotes: readonly Found[];
  readonly names: readonly Found[];
  readonly places: readonly Found[];
  readonly numbers: readonly Found<number>[];
  readonly dates: readonly Found[];
  readonly times: readonly Found[];
  readonly emails: readonly Found[];
  readonly urls: readonly Found[];
  readonly uuids: readonly Found[];
  readonly codes: readonly Found[];
  /** The symbols of stocks and coins. */
  readonly symbols: readonly string[];
}

/** Reads what a text says. */
export function readSaid(text: string): Said {
  const urls = findAll(text, url);
  const emails = findAll(text, email);
  const uuids = findAll(text, uuid);
  const dates = findAll(text, date);
  const times = findAll(text, time);
  const open = blankOut(text, [...urls, ...emails, ...uuids, ...dates, ...times]);
  const codes = findAll(open, code);
  const plain = blankOut(open, codes);
  return {
    text,
    stems: new Set(splitText(text).map(stem)),
    quotes: change(findAll(text, quote), (value) => value.slice(1, -1)),
    ...findNames(plain, isPlaceName),
    numbers: findNumbers(plain),
    dates,
    times,
    emails,
    urls,
    uuids,
    symbols: findSymbols(text),
    codes: change(codes, (value) => value.replace(/^#/, '')),
  };
}

const url = /\bhttps?:\/\/[^\s<>"'`)\]]{1,500}/gi;
const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
const uuid = /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi;
const months =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const days = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const date = new RegExp(
  [
    String.raw`\b\d{4}-\d{2}-\d{2}(?:T[\d:.]{4,12}(?:Z|[+-]\d{2}:\d{2})?)?`,
    String.raw`\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b`,
    String.raw`\b${months}\.? \d{1,2}(?:st|nd|rd|th)?\b(?:,? \d{4}\b)?`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th)? (?:of )?${months}\b(?:,? \d{4}\b)?`,
    String.raw`\b(?:(?:next|this|last) )?${days}\b`,
    String.raw`\b(?:the day after tomorrow|tomorrow|today|tonight|yesterday|(?:next|this) (?:week(?:end)?|month|year))\b`,
  ].join('|'),
  'gi',
);
const time = /\b\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?\b|\b\d{1,2} ?[ap]m\b|\b(?:noon|midnight)\b/gi;
const quote = /"[^"\n]{1,500}"|“[^”\n]{1,500}”|`[^`\n]{1,500}`|(?<![\p{L}\d])'[^'\n]{1,500}'(?![\p{L}\d])/gu;
const code = /#\d{1,20}\b|(?<![\w.])(?=[A-Z_-]{0,20}\d)[A-Z]{1,8}[-_]?[A-Z\d][A-Z\d_-]{0,30}(?!\w)/g;

const numberWords = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

function findNumbers(text: string): Found<number>[] {
  const digits = findAll(text, /(?<![\p{L}\d.,])-?\d{1,15}(?:,\d{3})*(?:\.\d{1,10})?(?!\d)/gu);
  const words = findAll(text, /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/gi);
  return [
    ...change(digits, (value) => Number(value.replaceAll(',', ''))),
    ...change(words, (value) => numberWords.indexOf(value.toLowerCase())),
  ].toSorted((one, other) => one.from - other.from);
}

function change<Value>(found: readonly Found[], read: (value: string) => Value): Found<Value>[] {
  return found.map(({ value, from, to }) => ({ value: read(value), from, to }));
}
