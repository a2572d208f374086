import { pick, type Random } from '../../../src/core/chance.ts';
import { capitalise, chance, expand } from './expand.ts';
import type { Subject } from './subject.ts';
import { subjectsOfAnimals } from './subjects-of-animals.ts';
import { subjectsOfNature } from './subjects-of-nature.ts';
import { subjectsOfPeople } from './subjects-of-people.ts';
import { subjectsOfTheWorld } from './subjects-of-the-world.ts';
import { subjectsOfThings } from './subjects-of-things.ts';

/** Everything that may be asked. */
export const subjects: readonly Subject[] = [
  ...subjectsOfAnimals,
  ...subjectsOfNature,
  ...subjectsOfPeople,
  ...subjectsOfTheWorld,
  ...subjectsOfThings,
];

/** A question in one of the ways in which people put it. */
export function ask({ question, clause }: Subject, random: Random): string {
  if (chance(0.45, random)) return question;
  const isNoun = /^(?:an?|the|[a-z]+)(?: [a-z]+)?$/.test(clause);
  return expand(pick(isNoun ? nounQuestions : clauseQuestions, random), { clause, question }, random);
}

const nounQuestions = [
  'Tell me about {clause}.',
  'Tell me something about {clause}.',
  'Can you tell me about {clause}?',
  'What do you know about {clause}?',
  'Explain {clause}.',
  'Please explain {clause} to me.',
  'Can you explain {clause}?',
  'I want to know more about {clause}.',
  'I have a question. {question}',
  '{question} Please explain it in simple words.',
  'What can you tell me about {clause}?',
  'Write something about {clause}.',
];

const clauseQuestions = [
  'Can you explain {clause}?',
  'Please explain {clause}.',
  'Explain {clause}.',
  'Do you know {clause}?',
  'Tell me {clause}.',
  'I would like to know {clause}.',
  'Can you tell me {clause}?',
  'I have a question. {question}',
  '{question} Please explain it in simple words.',
  'I have always wondered {clause}.',
];

/** The sentences in their order, sometimes without the last ones. */
export function answer({ clause, sentences }: Subject, random: Random): string {
  const kept = sentences.slice(0, sentences.length - pick([0, 0, 0, 0, 1, 1, 2], random));
  const told = kept.map((sentence) => expand(sentence, {}, random)).join(' ');
  const before = chance(0.16, random) ? `${expand(pick(starts, random), { clause }, random)} ` : '';
  const after = chance(0.12, random) ? ` ${expand(pick(ends, random), { clause }, random)}` : '';
  return before + told + after;
}

const starts = [
  'That is a good question.',
  '[Good|What a good] question!',
  'I am glad that you ask.',
  'Let me explain.',
  'Many people ask that.',
  'I will try to explain it.',
  'Of course.',
  'Yes, I can tell you that.',
];

const ends = [
  'Is there anything else that you would like to know?',
  'I hope that helps.',
  'Is it not wonderful?',
  'Now you know [more|a little more] about it.',
  'If you want to know more, just ask.',
  'Shall I tell you more?',
];

/** A page about one subject, as it may stand in a book for children. */
export function writeExplanation(random: Random): string {
  const subject = pick(subjects, random);
  const [asked, told] = [ask(subject, random), answer(subject, random)];
  const draw = random();
  if (draw < 0.3) return `${asked}\n\n${told}`;
  if (draw < 0.5) return `${asked} ${told}`;
  if (draw < 0.62) return `Question: ${asked}\nAnswer: ${told}`;
  if (draw < 0.7) return `Q: ${asked}\nA: ${told}`;
  if (draw < 0.8) return told;
  if (draw < 0.9) return `${capitalise(subject.clause)}\n\n${told}`;
  return schoolScene(asked, told, random);
}

function schoolScene(asked: string, told: string, random: Random): string {
  const scene = pick(scenes, random);
  const name = pick(
    ['Lily', 'Tom', 'Mia', 'Ben', 'Anna', 'Max', 'Sara', 'Leo', 'Emma', 'Finn', 'Nora', 'Paul'],
    random,
  );
  return expand(scene, { name, asked, told }, random);
}

const scenes = [
  '{name} had a question. "{asked}" {name} asked. The teacher thought for a moment. "{told}"',
  '"{asked}" asked {name} at breakfast. Grandmother put down her cup. "{told}" {name} was quiet for a while. "I did not know that," {name} said.',
  'On the way home {name} asked: "{asked}" "{told}" said the old man. {name} thought about it all the way home.',
  'One evening {name} could not sleep. "{asked}" came a voice from the bed. Father sat down. "{told} And now good night."',
];
