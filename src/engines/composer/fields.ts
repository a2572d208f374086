import type { Field } from './field.ts';
import { fieldsOfLife } from './fields-of-life.ts';
import { fieldsOfStudy } from './fields-of-study.ts';
import { fieldsOfWork } from './fields-of-work.ts';

/** The words for subjects that hint at no field. */
export const general: Field = {
  name: 'general',
  domain: 'everyday life',
  clues: '',
  person: [
    'somebody who has done it before',
    'a patient friend',
    'a person with practical experience',
    'someone who disagrees with you',
  ],
  people: ['newcomers', 'people with experience', 'those who come to it late', 'curious readers'],
  tool: ['a sheet of paper', 'a simple list', 'a small sketch', 'a notebook'],
  source: [
    'a source you would quote by name',
    'a good reference work',
    'an account written first-hand',
    'two sources that do not copy each other',
  ],
  trial: ['a small trial', 'an afternoon of trying', 'one case looked at closely', 'a rough first attempt'],
  measure: [
    'a plain before-and-after comparison',
    'a count kept for a week',
    'a yes-or-no test',
    'a deadline with a date on it',
  ],
  mistake: [
    'a guess that nobody checked',
    'a detail taken for granted',
    'a word used in two senses',
    'an exception treated as the rule',
  ],
  result: [
    'an answer you can defend',
    'a decision you can explain',
    'a picture you can draw from memory',
    'something you can show to others',
  ],
  aspect: [
    'the purpose',
    'the people involved',
    'the timing',
    'the surroundings',
    'the habits involved',
    'the alternatives',
  ],
};

/** The field that most of the words hint at. */
export function findField(words: Iterable<string>): Field {
  const seen = [...words];
  let best = general;
  let most = 0;
  for (const field of [...fieldsOfWork, ...fieldsOfStudy, ...fieldsOfLife]) {
    const clues = ` ${field.clues} `;
    let hits = 0;
    for (const word of seen) if (clues.includes(` ${word} `)) hits += 1;
    if (hits > most) [best, most] = [field, hits];
  }
  return best;
}
