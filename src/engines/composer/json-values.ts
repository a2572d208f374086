import { findConstraints } from './constraints.ts';
import type { Task } from './draft.ts';
import { findAnswer, findCapital, findFact, isPlaceName } from './facts.ts';
import { writeSentences } from './fit.ts';
import { capitalise } from './grammar.ts';
import { categories } from './lists/categories.ts';
import { makeNames } from './lists/make-names.ts';

/** What a key of an answer in JSON can hold. */
export type Value = string | number | boolean | readonly string[] | Readonly<Record<string, string>>;

/** A plausible value for a key: of the type and of the sort that its name suggests. */
export function valueFor(task: Task, key: string): Value {
  const known = valueFromFacts(task, key.toLowerCase());
  if (known !== undefined) return known;
  const words = splitKey(key);
  if (/^(?:is|has|can|should|was|are|did|needs|wants)$/.test(words[0] ?? '') && words.length > 1) return true;
  const last = words.at(-1) ?? '';
  const make = makers.get(words.join('')) ?? makers.get(last) ?? makers.get(last.replace(/s$/, ''));
  if (make !== undefined) return make(task);
  if (/[a-z]{3}s$/.test(last) && !/(?:ss|us|is)$/.test(last)) return points(task);
  return sentence(task);
}

function valueFromFacts(task: Task, key: string): string | undefined {
  const { prompt } = task.analysis;
  const capital = findCapital(prompt);
  if (capital !== undefined && /^(?:country|nation)$/.test(key)) return capital.country;
  if (capital !== undefined && /^(?:capital|city|name)$/.test(key)) return capital.city;
  return capital !== undefined && key === 'answer' ? capital.city : undefined;
}

// "createdAt", "created_at" and "created-at" are the same key.
function splitKey(key: string): string[] {
  return key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
}

type Maker = (task: Task) => Value;

const choose =
  (options: string): ((task: Task) => string) =>
  ({ writer }) => {
    const all = options.split(',');
    return all[writer.below(all.length)] ?? '';
  };
const some =
  (options: string): Maker =>
  ({ writer }) => {
    const left = options.split(',');
    return Array.from({ length: 3 }, () => left.splice(writer.below(left.length), 1)[0] ?? '');
  };
const between =
  (from: number, to: number, step = 1): Maker =>
  ({ writer }) =>
    Number((from + step * writer.below(Math.round((to - from) / step) + 1)).toFixed(4));
const always =
  (value: Value): Maker =>
  () =>
    value;

function member(name: string): (task: Task) => string {
  const members = categories.find(({ names }) => names.includes(name))?.members ?? [];
  return choose(members.join(','));
}

function sentence(task: Task): string {
  return writeSentences(task, 2)[1] ?? '';
}

function points(task: Task): readonly string[] {
  return writeSentences(task, 4).slice(1);
}

const firstNames = 'Clara,Jonas,Amira,Mateo,Ines,Theo,Nora,Samuel,Yuki,Lena,Omar,Elsa';
const lastNames = 'Jensen,Moreau,Okafor,Silva,Becker,Novak,Larsen,Haddad,Tanaka,Rossi,Murphy,Keller';
const givenName = choose(firstNames);
const familyName = choose(lastNames);

// What "name" means depends on what is described.
function nameOf(task: Task): Value {
  const { prompt, subject } = task.analysis;
  const thing = /\b(?:cat|dog|pet|company|startup|product|app|band|team|shop|restaurant|project)s?\b/i.exec(
    prompt,
  )?.[0];
  if (thing !== undefined) return makeNames(`name for a ${thing}`, 1, task.writer)?.[0] ?? '';
  const place = /\b(?:city|country|fruit|animal|planet|vegetable|bird|sport|colou?r)\b/i.exec(
    subject.full,
  )?.[0];
  if (place !== undefined) return member(place.toLowerCase())(task);
  const isSubject = task.analysis.known !== undefined || /^\p{Lu}/u.test(subject.topic);
  return isSubject && !/\b(?:person|user|customer|hero|character|employee)\b/i.test(prompt)
    ? task.writer.sentence(['{topic}'])
    : `${givenName(task)} ${familyName(task)}`;
}

// A city that the prompt names is meant, and not just any.
function cityOf(task: Task): string {
  const named = task.analysis.prompt.match(/\p{Lu}\p{L}+/gu)?.find((word) => isPlaceName(word));
  return named ?? choose('Hamburg,Lyon,Porto,Leeds,Utrecht,Turin,Graz')(task);
}

function mail(task: Task): Value {
  return `${givenName(task).toLowerCase()}.${familyName(task).toLowerCase()}@example.com`;
}

function address(task: Task): Value {
  return {
    street: `${1 + task.writer.below(99)} ${choose('Mill Lane,Station Road,Garden Street,Harbour Row,Church Street')(task)}`,
    city: choose('Hamburg,Lyon,Porto,Leeds,Utrecht')(task),
    postalCode: String(10_000 + task.writer.below(89_999)),
    country: choose('Germany,France,Portugal,Netherlands')(task),
  };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function day({ writer }: Task): string {
  return `2024-${twoDigits(1 + writer.below(12))}-${twoDigits(1 + writer.below(28))}`;
}

function hour({ writer }: Task): string {
  return `${twoDigits(8 + writer.below(10))}:${twoDigits(15 * writer.below(4))}`;
}

function uuid({ writer }: Task): string {
  const hex = (length: number): string =>
    Array.from({ length }, () => writer.below(16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
}

const topic: Maker = (task) =>
  /\b(?:books?|movies?|films?|songs?|articles?|posts?|tasks?|todos?)\b/i.test(task.analysis.prompt)
    ? choose(
        'The Quiet Harbour,Letters from the North,A Map of Tomorrow,The Last Orchard,Winter Signals,Seven Small Doors,Beyond the Mill',
      )(task)
    : task.writer.sentence(['{topic}']);
const parts: Maker = ({ writer }) => ['{topic}', '{part}', '{part}'].map((slot) => writer.fill(slot));
const answer: Maker = (task) => {
  const { prompt, subject, known } = task.analysis;
  return findAnswer(prompt) ?? findFact(subject, prompt, known) ?? writeSentences(task, 1)[0] ?? '';
};

const makers = new Map<string, Maker>();
for (const [keys, maker] of [
  ['name fullname person author owner customer contact', nameOf],
  ['firstname givenname forename', givenName],
  ['lastname surname familyname', familyName],
  ['age', between(21, 67)],
  ['email mail', mail],
  [
    'phone telephone mobile tel',
    ({ writer }) => `+49 30 5550 ${twoDigits(writer.below(100))}${twoDigits(writer.below(100))}`,
  ],
  ['username nickname handle login', (task) => makeNames('username', 1, task.writer)?.[0] ?? ''],
  [
    'url link website homepage href',
    choose('https://example.com,https://example.com/about,https://www.example.org'),
  ],
  ['image avatar photo picture icon', always('https://example.com/picture.png')],
  ['id number no ref', between(1000, 9999)],
  ['uuid guid', uuid],
  ['date day birthday birthdate dob deadline due', day],
  ['at timestamp datetime created updated', (task) => `${day(task)}T${hour(task)}:00Z`],
  ['time hour start end', hour],
  ['year founded', between(1950, 2024)],
  ['month', member('month')],
  [
    'active valid success ok found enabled available verified published done completed admin true',
    always(true),
  ],
  ['false deleted archived disabled blocked error failed', always(false)],
  ['price cost amount total fee subtotal balance budget', between(4.9, 199.9, 5)],
  ['salary income revenue', between(32_000, 96_000, 500)],
  ['currency', choose('EUR,USD,GBP,CHF')],
  ['quantity count stock qty', between(1, 24)],
  ['rating stars', between(3, 5, 0.5)],
  ['score points percentage percent progress', between(60, 98)],
  ['confidence probability likelihood', between(0.6, 0.98, 0.01)],
  ['temperature temp', between(4, 28)],
  ['weight', between(50, 95)],
  ['height', between(155, 195)],
  ['length width size duration distance rank level priority position index', between(1, 100)],
  ['population inhabitants', between(80_000, 3_600_000, 5000)],
  ['latitude lat', between(48, 54, 0.0101)],
  ['longitude lng lon', between(2, 13, 0.0101)],
  ['address', address],
  ['street', (task) => `${1 + task.writer.below(99)} Garden Street`],
  ['city town location place', cityOf],
  ['country nation', choose('Germany,France,Portugal,Italy,Austria,Norway')],
  ['zip zipcode postcode postalcode', ({ writer }) => String(10_000 + writer.below(89_999))],
  ['color colour', member('colour')],
  ['animal pet', member('animal')],
  ['fruit', member('fruit')],
  ['language lang locale', choose('English,German,French,Spanish')],
  ['gender sex', choose('female,male')],
  [
    'job occupation profession role position',
    choose('teacher,nurse,engineer,baker,translator,carpenter,librarian'),
  ],
  ['company employer organization organisation', choose('Northpath,Clearforge,Lumen Works,Fernbridge')],
  ['department', choose('Research,Support,Sales,Finance')],
  ['weather condition conditions forecast', choose('sunny,cloudy,light rain,clear,windy')],
  ['status state', choose('active,pending,done')],
  ['sentiment mood emotion', choose('positive,neutral,negative')],
  ['difficulty', choose('easy,medium,hard')],
  ['severity', choose('low,medium,high')],
  ['type kind category genre label class', choose('general,basic,standard')],
  ['hobby hobbies interests', some('reading,cycling,cooking,chess,gardening,swimming,photography')],
  ['skills abilities', some('planning,writing,TypeScript,negotiation,statistics,teaching')],
  ['ingredients', some('flour,water,salt,olive oil,tomatoes,onions,garlic,basil')],
  ['colors colours', some('red,green,blue,yellow,violet,orange')],
  ['names users people members friends', some(firstNames)],
  ['tags keywords labels topics categories', parts],
  ['title subject topic word keyword term headline heading', topic],
  ['answer definition result response reply value output meaning', answer],
  [
    'question',
    ({ analysis }) =>
      capitalise(findConstraints(analysis.conversation.last).rest.replace(/^[\s:,]+/, '')) || analysis.prompt,
  ],
] satisfies readonly (readonly [string, Maker])[]) {
  for (const key of keys.split(' ')) makers.set(key, maker);
}
