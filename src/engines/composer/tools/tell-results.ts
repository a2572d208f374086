import type { Message } from '../../../core/message.ts';
import { cleanOutput, quotable } from '../clean.ts';
import type { Task } from '../draft.ts';
import { capitalise, enumerate } from '../grammar.ts';
import { splitName } from './key-words.ts';
import { isRecord, type Schema } from './schema.ts';

interface Result {
  /** What the call was about, in its own arguments. */
  readonly label: string | undefined;
  readonly content: string;
  readonly value: unknown;
}

const mostResults = 20;

/** An answer in words that tells what the tools found out. */
export function tellResults(messages: readonly Message[], task: Task): string {
  const results = readResults(messages);
  const { writer, analysis } = task;
  const question = quotable(analysis.conversation.last, 120);
  const locals = { question };
  const [only] = results;
  if (results.every(({ value }) => failureOf(value) !== undefined)) {
    const reason = failureOf(only?.value) ?? '';
    return cleanOutput(`${writer.sentence(failures, locals)}: ${closed(reason)}`);
  }
  const opening = writer.sentence(question === '' ? plainOpenings : openings, locals);
  if (results.length === 1 && only !== undefined) {
    const told = tellOne(only);
    return cleanOutput(told.includes('\n') ? `${opening}:\n\n${told}` : `${opening}: ${told}`);
  }
  const lines = results.map((result) => `- ${labelled(result)}${tellOne(result).replace(/\s*\n\s*/g, ' ')}`);
  return cleanOutput(`${opening}:\n\n${lines.join('\n')}`);
}

const openings = [
  'As for “{question}”, here is what I found',
  'Here is what I found for “{question}”',
  'I looked up “{question}” for you',
];
const plainOpenings = ['Here is what I found', 'This is the result'];
const failures = ['I could not find out “{question}”', 'That did not work for “{question}”'];

/** The results that the last messages of a conversation hold, as JSON where they are JSON. */
export function resultValues(messages: readonly Message[]): readonly unknown[] {
  return readResults(messages).map(({ value }) => value);
}

function readResults(messages: readonly Message[]): readonly Result[] {
  const results: Result[] = [];
  for (const message of messages.toReversed()) {
    if (message.role !== 'tool' && message.role !== 'function') break;
    const { content } = message;
    results.unshift({ label: labelOf(message, messages), content, value: parse(content) });
    if (results.length === mostResults) break;
  }
  return results;
}

function labelOf({ toolCallId }: Message, messages: readonly Message[]): string | undefined {
  const calls = messages.findLast(({ toolCalls }) =>
    toolCalls?.some(({ id }) => id === toolCallId),
  )?.toolCalls;
  const call = calls?.find(({ id }) => id === toolCallId);
  const given = call === undefined ? undefined : parse(call.arguments);
  const first = isRecord(given) ? Object.values(given)[0] : undefined;
  return typeof first === 'string' || typeof first === 'number' ? quotable(String(first), 60) : undefined;
}

function labelled({ label, value }: Result): string {
  if (label === undefined) return '';
  // A result that names what it is about is not told so twice.
  return `**${label}**: ${failureOf(value) === undefined ? '' : 'no result, '}`;
}

const deepest = 64;

function parse(text: string): unknown {
  if (isDeep(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // A result that is no JSON is a text.
    return text;
  }
}

// What is nested deeper than anybody reads is a text: walking it could take all of the stack.
function isDeep(text: string): boolean {
  let depth = 0;
  for (const bracket of text.match(/[[\]{}]/g) ?? []) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > deepest) return true;
  }
  return false;
}

function failureOf(value: unknown): string | undefined {
  if (typeof value === 'string')
    return /^(?:error|failed|exception)\b/i.test(value) ? value.slice(0, 300) : undefined;
  if (!isRecord(value)) return undefined;
  const { error } = value;
  if (typeof error === 'string' && error !== '') return error;
  if (isRecord(error)) return typeof error['message'] === 'string' ? error['message'] : 'an error';
  return undefined;
}

function tellOne({ value, content }: Result): string {
  const failure = failureOf(value);
  if (failure !== undefined) return closed(failure);
  if (typeof value === 'string') return tellText(value);
  if (Array.isArray(value)) return tellList(value);
  if (isRecord(value)) return tellObject(value);
  return value === null || content.trim() === '' ? 'there is nothing.' : closed(JSON.stringify(value));
}

const longestText = 600;

// A long text is told as far as its first sentences go.
function tellText(text: string): string {
  const flat = text.trim();
  if (flat === '') return 'there is nothing.';
  if (flat.length <= longestText) return closed(flat);
  const cut = flat.slice(0, longestText);
  const end = Math.max(
    cut.lastIndexOf('. '),
    cut.lastIndexOf('.\n'),
    cut.lastIndexOf('! '),
    cut.lastIndexOf('? '),
  );
  return end > 80 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(' '))}…`.toWellFormed();
}

function closed(text: string): string {
  return /[.!?…:)\]}"”`]$/.test(text) ? text : `${text}.`;
}

const mostItems = 10;

function tellList(items: readonly unknown[]): string {
  if (items.length === 0) return 'there is nothing.';
  const plain = items.every((item) => typeof item !== 'object');
  if (plain && items.length <= mostItems) return closed(enumerate(items.map(String)));
  const lines = items.slice(0, mostItems).map((item, index) => `${index + 1}. ${tellItem(item)}`);
  const more = items.length - lines.length;
  return [...lines, ...(more > 0 ? [`… and ${more} more.`] : [])].join('\n');
}

function tellItem(item: unknown): string {
  if (!isRecord(item)) return tellValue(item);
  const entries = entriesOf(item);
  const title = entries.find(([name]) => /^(?:name|title|headline|subject|label|city)$/i.test(name));
  const rest = entries
    .filter((entry) => entry !== title)
    .map(([name, value]) => `${spoken(name)} ${tellValue(value)}`);
  if (title === undefined) return capitalise(rest.join(', '));
  return rest.length === 0 ? tellValue(title[1]) : `${tellValue(title[1])} – ${rest.join(', ')}`;
}

// "the temperature is 22 celsius and the condition is sunny"
function tellObject(value: Schema): string {
  const lists = Object.entries(value).filter(([, each]) => Array.isArray(each) && each.some(isRecord));
  const entries = entriesOf(value);
  const facts = entries.map(([name, each]) => `the ${spoken(name)} ${verbOf(name)} ${tellValue(each)}`);
  const sentence = facts.length === 0 ? '' : closed(enumerate(facts));
  const told = lists
    .slice(0, 3)
    .map(([name, each]) => `${capitalise(spoken(name))}:\n\n${tellList(Array.isArray(each) ? each : [])}`);
  const whole = [sentence, ...told].filter((part) => part !== '').join('\n\n');
  return whole === '' ? 'there is nothing.' : whole;
}

function verbOf(name: string): string {
  return /[a-z]{3}s$/i.test(name) && !/(?:ss|us|is)$/i.test(name) ? 'are' : 'is';
}

const mostEntries = 12;

// A unit is told with the number that it measures.
function entriesOf(value: Schema): [string, unknown][] {
  const entries = Object.entries(value).filter(([, each]) => !(Array.isArray(each) && each.some(isRecord)));
  const unit = entries.find(([name]) => /^units?$/i.test(name));
  const measured = entries.find(
    ([, each]) => typeof each === 'number' || (typeof each === 'string' && /^-?\d+(?:\.\d+)?$/.test(each)),
  );
  if (unit === undefined || measured === undefined) return entries.slice(0, mostEntries);
  return entries
    .filter((entry) => entry !== unit)
    .slice(0, mostEntries)
    .map((entry) => (entry === measured ? [entry[0], `${String(entry[1])} ${String(unit[1])}`] : entry));
}

function tellValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'unknown';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value.slice(0, 300).toWellFormed();
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object'))
    return enumerate(value.slice(0, 10).map(String));
  return JSON.stringify(value).slice(0, 300).toWellFormed();
}

function spoken(name: string): string {
  return splitName(name).join(' ') || name;
}
