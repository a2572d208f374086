import { findCapital } from './facts.ts';
import type { Reading } from './intent.ts';
import { detectLanguage, type LanguageCode, nameForeignSubject } from './language.ts';
import { isTask, nameSubject, nameTask, type Subject } from './subject.ts';

/** The subject of what was read; `rest` is the prompt without what it says of the form. */
export function findSubject(reading: Reading, rest: string, language: LanguageCode): Subject {
  const topic = ownTopics.get(reading.intent.kind);
  if (topic !== undefined) return nameSubject(topic, topic);
  if (/^(?:rewriting|translation)$/.test(reading.intent.kind)) return nameSubject('your text', 'the text');
  const capital = findCapital(rest);
  if (capital !== undefined) return nameSubject(capital.city, rest);
  if (language !== 'en' && detectLanguage(rest) === language) return nameForeignSubject(rest, language);
  const isCommand = reading.intent.kind === 'explanation' && reading.intent.question === 'statement';
  const isWork =
    reading.task || reading.intent.kind === 'code' || reading.intent.kind === 'advice' || isCommand;
  const isName = /^\p{Lu}/u.test(reading.phrase);
  if (isWork && (reading.task || (!isName && isTask(reading.phrase.replace(/^(\w+)s /, '$1 ')))))
    return nameTask(reading.phrase, rest);
  const subject = nameSubject(reading.phrase, rest);
  if (reading.intent.kind !== 'code') return subject;
  return { ...subject, task: `implement ${subject.topic}`, doing: `implementing ${subject.topic}` };
}

// What a short answer goes on about where it has to be longer.
const ownTopics: ReadonlyMap<string, string> = new Map([
  ['greeting', 'a good first question'],
  ['thanks', 'a good next question'],
  ['farewell', 'a good conversation'],
  ['identity', 'a stand-in'],
  ['joke', 'a good joke'],
  ['echo', 'a faithful echo'],
  ['ping', 'a faithful echo'],
  ['arithmetic', 'mental arithmetic'],
  ['counting', 'counting'],
  ['recall', 'a good memory'],
  ['empty', 'an empty page'],
]);
