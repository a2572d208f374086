import { pick, type Random } from '../../../src/core/chance.ts';
import { capitals } from './capitals.ts';
import { chance, expand, type Scope } from './expand.ts';
import { days, openings, opinions, selves } from './openings.ts';
import { paraphrase } from './paraphrase.ts';
import { drawScene } from './scene.ts';

/** A paragraph that begins the way in which people try out a model. */
export function writeOpening(random: Random): string {
  const steps = pick([openings, days, selves, opinions], random);
  const scope: Scope = { ...drawScene(random), ...extras };
  const text = steps
    .filter((_, index) => index === 0 || chance(0.85, random))
    .map((step) => expand(pick(step, random), scope, random))
    .join(' ');
  return paraphrase(text, random);
}

const extras: Scope = {
  oldname: ['Mr Brown', 'Mrs Green', 'Mr Hill', 'Mrs Olsen', 'the baker', 'the teacher'],
  petname: ['Bella', 'Socks', 'Fluffy', 'Milo', 'Coco', 'Spot', 'Luna', 'Tiger'],
  month: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  age: ['six', 'seven', 'eight', 'nine', 'ten', 'twelve', 'twenty', 'thirty', 'forty', 'sixty'],
  likefirst: ['like to', 'love to'],
};

/** A country, its capital and a little more. */
export function writeCapital(random: Random): string {
  const [country = '', capital = '', lies = '', known = ''] = pick(capitals, random);
  const scope = { country, capital, lies, known };
  return [countryFirst, countrySecond, countryThird]
    .filter((_, index) => index === 0 || chance(0.6, random))
    .map((step) => expand(pick(step, random), scope, random))
    .join(' ');
}

/** A question for a capital, and the answer. */
export function askCapital(random: Random): readonly [string, string] {
  const [country = '', capital = '', lies = '', known = ''] = pick(capitals, random);
  const scope = { country, capital, lies, known };
  const asked = pick(
    [
      'What is the capital of {country}?',
      'Do you know the capital of {country}?',
      'Which city is the capital of {country}?',
    ],
    random,
  );
  return [expand(asked, scope, random), expand(pick(countryFirst, random), scope, random)];
}

const countryFirst = [
  'The capital of {country} is {capital}.',
  'The capital of {country} is {capital}.',
  '{capital} is the capital of {country}.',
];
const countrySecond = [
  '{Country} {lies}.',
  '{Country} {lies}, and many people like to travel there.',
  'The country {lies}.',
];
const countryThird = [
  'It is known for {known}.',
  'Many people think of {known} when they hear its name.',
  'Visitors come because of {known}.',
];
