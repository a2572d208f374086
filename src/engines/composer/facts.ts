import { capitalise } from './grammar.ts';
import { capitals } from './knowledge/capitals.ts';
import { convert } from './knowledge/conversions.ts';
import { findDefinition } from './knowledge/glossary.ts';
import type { Known } from './knowledge/known.ts';
import { findPlainFact } from './knowledge/plain-facts.ts';
import type { Subject } from './subject.ts';
import type { Bank } from './writer.ts';

/** A sentence of common knowledge that answers the prompt, or that says what its subject is. */
export function findFact(subject: Subject, prompt: string, known: Known | undefined): string | undefined {
  return (
    findAnswer(prompt) ??
    reasons.find(([clue]) => clue.test(prompt))?.[1] ??
    known?.is ??
    findDefinition([subject.full, subject.topic]) ??
    locate(subject.topic)
  );
}

/** The whole answer to a plain question: a capital, a conversion, a figure, a name or a date. */
export function findAnswer(prompt: string): string | undefined {
  const capital = findCapital(prompt);
  if (capital !== undefined)
    return `The capital of ${withArticle(capital.country)} is ${capital.city.replace(/\.$/, '')}.`;
  return findPlainFact(prompt) ?? convert(prompt);
}

/** The country and its capital that a prompt about capitals asks for. */
export function findCapital(prompt: string): { readonly country: string; readonly city: string } | undefined {
  const words = /\bcapital(?: city)? of (?:the )?(\p{L}+)(?: (\p{L}+))?(?: (\p{L}+))?/iu.exec(prompt);
  if (words === null) return undefined;
  const [one = '', two = '', three = ''] = words.slice(1).map((word) => word?.toLowerCase());
  for (const name of [`${one} ${two} ${three}`, `${one} ${two}`, one]) {
    const country = countries.get(name);
    if (country !== undefined) return { country, city: capitals.get(country) ?? '' };
  }
  return undefined;
}

function locate(name: string): string | undefined {
  const small = name.toLowerCase().replace(/^the /, '');
  const country = countries.get(small);
  if (country !== undefined)
    return `${capitalise(withArticle(country))} is a country whose capital is ${(capitals.get(country) ?? '').replace(/\.$/, '')}.`;
  const city = cities.get(small);
  return city === undefined
    ? undefined
    : `${capitals.get(city) ?? ''} is the capital of ${withArticle(city)}.`;
}

/** Whether a name is that of a country or of a capital. */
export function isPlaceName(name: string): boolean {
  const small = name.toLowerCase().replace(/^the /, '');
  return countries.has(small) || cities.has(small);
}

const countries = new Map<string, string>();
const cities = new Map<string, string>();
for (const [country, city] of capitals) {
  countries.set(country.toLowerCase(), country);
  cities.set(city.toLowerCase(), country);
}

function withArticle(country: string): string {
  return /^(?:United|USA|UK|Netherlands|Philippines|Dominican)/.test(country) ? `the ${country}` : country;
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [
    /\bwhy\b.*\bsky\b.*\bblue\b/i,
    'The sky is blue because the molecules of the air scatter short, blue wavelengths of sunlight far more strongly than long, red ones.',
  ],
  [
    /\bwhy\b.*\bsunsets?\b.*\bred\b/i,
    'Sunsets are red because low sunlight passes through so much air that its blue part has been scattered away.',
  ],
  [
    /\bwhy\b.*\b(?:ice|icebergs?)\b.*\bfloats?\b/i,
    'Ice floats because water expands when it freezes, which makes ice less dense than the liquid around it.',
  ],
  [
    /\bwhy\b.*\bleaves\b.*\b(?:colou?r|red|yellow|fall)/i,
    'Leaves change colour because trees break their green chlorophyll down in autumn, and the yellow and red pigments become visible.',
  ],
  [
    /\bwhy\b.*\bleaves\b.*\bgreen/i,
    'Leaves are green because chlorophyll absorbs red and blue light and reflects much of the green.',
  ],
  [
    /\bwhy\b.*\bseasons\b/i,
    'There are seasons because the axis of the Earth is tilted, so that each hemisphere gets more sunlight for one half of the year.',
  ],
  [
    /\bwhy\b.*\b(?:ocean|sea)\b.*\bsalt/i,
    'The sea is salty because rivers carry dissolved minerals into it, and water leaves it again only as vapour, without them.',
  ],
  [
    /\bwhy\b.*\b(?:bread|dough)\b.*\brises?\b/i,
    'Dough rises because yeast ferments its sugars and gives off carbon dioxide, which the gluten holds in bubbles.',
  ],
  [
    /\bwhy\b.*\bcats?\b.*\bpurr/i,
    'Cats purr when they are content, and sometimes when they are hurt, by making muscles of the larynx twitch as they breathe.',
  ],
  [
    /\bwhy\b.*\b(?:yawn|yawning)\b/i,
    'Nobody knows for certain why we yawn; it goes with tiredness and boredom, it is contagious, and it may help to cool or wake the brain.',
  ],
  [
    /\bwhy\b.*\bdream\b/i,
    'Nobody knows for certain why we dream; the likeliest reasons are that the sleeping brain sorts memories and works through feelings.',
  ],
  [
    /\bwhy\b.*\bonions?\b.*\bcry\b|\bcry\b.*\bonions?\b/i,
    'Cutting an onion releases an irritating gas, which forms acid in the film of tears, and the eyes water to wash it away.',
  ],
];

/** Small surprises for those who ask for a fact. */
export const trivia: Bank = [
  'Honey keeps for so long because it holds too little water for most microbes to live in.',
  'Octopuses have three hearts, and two of them serve the gills alone.',
  'A day on Venus is longer than its year.',
  'Bananas count as berries for a botanist, and strawberries do not.',
  'The dot over the letters i and j is called a tittle.',
  'Wombats leave droppings in the shape of cubes.',
  'Sharks are an older group of animals than trees are of plants.',
  'Scotland’s national animal is the unicorn.',
  'The shortest war on record, between Britain and Zanzibar in 1896, lasted less than an hour.',
  'A bolt of lightning is about five times as hot as the surface of the Sun.',
  'Oxford University was teaching students before the Aztecs founded Tenochtitlan.',
  'There are more possible games of chess than atoms in the visible universe.',
  'A group of flamingos is called a flamboyance.',
  'The first computer bug on record in a logbook was a real moth, found in a relay in 1947.',
];
