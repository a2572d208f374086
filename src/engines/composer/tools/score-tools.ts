import type { Tool } from '../../../core/message.ts';
import { functionWords } from '../word-classes.ts';
import { splitName, splitText, stem } from './key-words.ts';
import { findExpression } from './phrases.ts';
import { findCurrencies } from './said-codes.ts';
import type { Said } from './said.ts';
import { asSchema, asTexts, type Schema } from './schema.ts';
import { sortOf } from './sorts.ts';

/** What a tool is about: the stems of its name's own words, of its general ones, and of its descriptions. */
export interface ToolCard {
  readonly tool: Tool;
  readonly name: ReadonlySet<string>;
  readonly general: ReadonlySet<string>;
  readonly described: ReadonlySet<string>;
  readonly sorts: ReadonlySet<string>;
  /** How many numbers it must have. */
  readonly numbers: number;
  /** Whether it looks up whatever it is asked. */
  readonly searches: boolean;
}

/** The score from which a message asks for a tool; it is between those that count words. */
export const enough = 2.5;

/** Reads what a tool is about. */
export function readTool(tool: Tool): ToolCard {
  const properties = Object.entries(asSchema(tool.parameters?.['properties'])).slice(0, 50);
  const required = new Set(asTexts(tool.parameters?.['required']));
  const words = splitName(tool.name).map(stem);
  const texts = [tool.description, ...properties.map(([, part]) => asSchema(part)['description'])];
  const described = [
    ...texts.flatMap((text) => (typeof text === 'string' ? splitText(text.slice(0, 600)) : [])),
    ...properties.flatMap(([name]) => splitName(name)),
    ...properties.flatMap(([, part]) => asTexts(asSchema(part)['enum']).slice(0, 50).flatMap(splitName)),
  ];
  const sorts = properties.map(
    ([name, part]) => sortOf(name, asSchema(part)) ?? String(asSchema(part)['type']),
  );
  const own = words.filter((word) => !general.has(word));
  return {
    tool,
    name: new Set(own),
    general: new Set(words.filter((word) => general.has(word))),
    described: new Set(described.map(stem).filter((word) => !idle.has(word))),
    sorts: new Set(sorts),
    numbers: properties.filter(([name, part]) => required.has(name) && isNumber(asSchema(part))).length,
    searches:
      own.every((word) => searched.has(word)) &&
      words.some((word) => searching.has(word)) &&
      sorts.includes('query'),
  };
}

function isNumber({ type }: Schema): boolean {
  return type === 'number' || type === 'integer';
}

/** How much what was said asks for the tool; explanations ask for words instead, and a clause alone is no question. */
export function scoreTool(card: ToolCard, said: Said, isClause = false): number {
  if (namesTool(card.tool.name, said.text)) return 10;
  let named = 0;
  let described = 0;
  for (const word of said.stems) {
    if (idle.has(word)) continue;
    if (card.name.has(word)) named += 3;
    else if (synonymsOf(word).some((other) => card.name.has(other))) named += 2;
    else if (card.general.has(word)) named += 1;
    else if (card.described.has(word)) described += 1;
    else if (synonymsOf(word).some((other) => card.described.has(other))) described += 1;
  }
  const score = named + Math.min(2, described) + scoreSorts(card, said);
  if (explains.test(said.text)) return score - 3;
  // What suits the message itself goes before what can look up anything.
  return card.searches
    ? Math.max(score - 0.5, (isClause ? orders : asks).test(said.text) ? enough : 0)
    : score;
}

const explains =
  /^\W*(?:(?:please|can you|could you) )*(?:explain|describe|write|compose|tell me (?:a|an|about)|why|how (?:do|does|did|is|are) .{1,80} (?:work|made|formed|measured|calculated)|what (?:is|are) (?:a|an) )/i;
const asks =
  /\?|^\W*(?:please )?(?:who|what|when|where|which|how|find|search|look|is|are|was|were|did|does|latest|tell me)\b/i;

const orders = /^\W*(?:please )?(?:find|search|google|look up)\b/i;

function namesTool(name: string, text: string): boolean {
  return name.length > 3 && /[_\dA-Z-]/.test(name.slice(1)) && text.includes(name);
}

function scoreSorts({ sorts, numbers, name, described }: ToolCard, said: Said): number {
  const isAbout = (word: string): boolean => name.has(word) || described.has(word);
  const hints = [
    [sorts.has('place') && said.places.length > 0, 1],
    [sorts.has('email') && said.emails.length > 0, 1],
    [sorts.has('url') && said.urls.length > 0, 1],
    [sorts.has('symbol') && said.symbols.length > 0, 1],
    [sorts.has('currency') && findCurrencies(said.text).length > 0, 2],
    [sorts.has('code') && said.codes.length > 0, 2],
    [sorts.has('code') && said.numbers.length > 0, 1],
    [numbers > 0 && said.numbers.length > 0, Math.min(numbers, said.numbers.length, 2)],
    [sums.some(isAbout) && findExpression(said.text) !== undefined, 3],
  ] as const;
  return hints.reduce((total, [holds, weight]) => (holds ? total + weight : total), 0);
}

const stems = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(stem));

// What tools do rather than what they are about.
const general =
  stems(`get fetch find search lookup look up set create make list run do call query tool function api send add update
  delete remove read write show check retrieve load execute perform handle process by for of the a to in from with and all info
  information data details current my user web google internet knowledge base docs documents wiki wikipedia browse online`);
const sums = [
  'calculator',
  'calculate',
  'math',
  'mathematical',
  'arithmetic',
  'expression',
  'compute',
  'evaluate',
].map(stem);
const searching = stems('search find lookup look query retrieve browse google wikipedia wiki knowledge web');
const searched = stems('web google internet knowledge base docs documents wiki wikipedia online engine tool');

// Words that are in most descriptions and most messages.
const idle: ReadonlySet<string> = new Set([
  ...stems([...functionWords].join(' ')),
  ...stems(`help use user need want like tell give show question answer information data given specific return value current currently
    based using get let know make thing way name string number text format example e.g optional required input output result tool
    function call provide detail new hello hey good`),
]);

const synonyms = new Map<string, string[]>();
for (const group of [
  'weather forecast temperature rain rainy sunny snow cold hot warm umbrella degrees humidity wind',
  'time clock hour',
  'stock share ticker price',
  'email mail inbox',
  'calendar meeting appointment event schedule reminder remind',
  'route directions distance map far',
  'translate translation translator',
  'convert conversion exchange currency rate',
  'flight fly plane airline',
  'hotel room accommodation stay',
  'restaurant dinner eat food table',
  'calculator calculate math compute arithmetic evaluate expression',
  'add plus sum addition',
  'subtract minus subtraction difference',
  'multiply times product multiplication',
  'divide divided division',
  'image picture photo draw',
  'message sms text',
  'order purchase buy shipping package delivery',
  'news headline article',
  'task todo remind reminder',
  'book reserve reservation booking',
  'user customer account profile',
]) {
  const words = group.split(' ').map(stem);
  for (const word of words)
    synonyms.set(word, [...(synonyms.get(word) ?? []), ...words.filter((other) => other !== word)]);
}

function synonymsOf(word: string): readonly string[] {
  return synonyms.get(word) ?? [];
}
