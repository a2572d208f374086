import { splitName, splitText, stem } from './key-words.ts';
import type { Schema } from './schema.ts';

/** What sort of text a member holds, as its name and its description tell. */
export type Sort =
  | 'place'
  | 'email'
  | 'url'
  | 'date'
  | 'time'
  | 'moment'
  | 'uuid'
  | 'phone'
  | 'expression'
  | 'language'
  | 'currency'
  | 'symbol'
  | 'message'
  | 'query'
  | 'title'
  | 'person'
  | 'code';

/** The sort of a member's text, if it is one of those that a prompt can say. */
export function sortOf(name: string, schema: Schema): Sort | undefined {
  const format = byFormat.get(String(schema['format']));
  if (format !== undefined) return format;
  const words = splitName(name);
  const own = words.map((word) => byWord.get(word)).findLast((sort) => sort !== undefined);
  if (own !== undefined) return own;
  const { description } = schema;
  if (typeof description !== 'string') return undefined;
  return splitText(description.slice(0, 120))
    .map((word) => byDescription.get(stem(word)))
    .find((sort) => sort !== undefined);
}

const byFormat: ReadonlyMap<string, Sort> = new Map([
  ['date', 'date'],
  ['time', 'time'],
  ['date-time', 'moment'],
  ['email', 'email'],
  ['idn-email', 'email'],
  ['uri', 'url'],
  ['url', 'url'],
  ['uuid', 'uuid'],
]);

const byWord = new Map<string, Sort>();
const byDescription = new Map<string, Sort>();

for (const [sort, words] of [
  [
    'place',
    'location place city town country region state destination origin address area departure arrival capital venue where',
  ],
  ['email', 'email mail recipient recipients cc bcc'],
  ['url', 'url link website uri href page'],
  ['date', 'date day deadline due when weekday'],
  ['time', 'time hour'],
  ['moment', 'datetime timestamp'],
  ['uuid', 'uuid guid'],
  ['phone', 'phone telephone mobile'],
  ['expression', 'expression equation formula calculation'],
  ['language', 'language lang locale'],
  ['currency', 'currency currencies'],
  ['symbol', 'symbol ticker'],
  ['message', 'message body content text input sentence'],
  ['query', 'query question search keyword keywords prompt q term phrase'],
  ['title', 'title subject task todo item reminder summary event'],
  [
    'person',
    'person name user customer author contact attendee attendees participant participants artist owner member friend',
  ],
  ['code', 'id code number reference ref order sku'],
] as const) {
  for (const word of words.split(' ')) byWord.set(word, sort);
}

// Words that are as clear in a sentence as they are in a name.
for (const word of 'location city country currency language email url date ticker expression equation query'.split(
  ' ',
)) {
  const sort = byWord.get(word);
  if (sort !== undefined) byDescription.set(stem(word), sort);
}
