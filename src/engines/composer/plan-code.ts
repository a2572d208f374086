import { findProgram } from './programs.ts';
import { type Draft, type Task } from './draft.ts';
import { writeClosing } from './plan-explanation.ts';
import { withHeading } from './sections.ts';
import type { Bank } from './writer.ts';

/** A fenced block of code in the language asked for, and what to know about it. */
export function planCode(task: Task, language: string): Draft {
  const { writer, analysis } = task;
  const code = `\`\`\`${language}\n${findProgram(language, analysis.subject, analysis.prompt)}\n\`\`\``;
  if (analysis.constraints.codeOnly === true) return { blocks: [code], spare: [], short: true };
  return {
    blocks: [
      `${writer.sentence(openings)} ${writer.sentence(outlooks)}`,
      code,
      withHeading(task, ['How it works', 'Reading the code', 'What it does'], writer.sentences(readings, 3)),
      withHeading(task, ['Before you use it', 'Edge cases', 'What to watch'], writer.sentences(warnings, 3)),
    ],
    spare: ['checks', 'pitfalls', 'example'],
    closing: writeClosing(task),
  };
}

const openings: Bank = [
  'Here is a compact version for {doing}.',
  'The code below is one [plain|straightforward] way of {doing}.',
  'This is a small, readable start for {doing}.',
  'A short program is enough for {doing}.',
];
const outlooks: Bank = [
  'It favours clarity over cleverness.',
  'It has no dependencies, so you can run it as it stands.',
  'I kept the names long and the functions short.',
  'Nothing in it is surprising, which is the point.',
];
const readings: Bank = [
  'The work is done in one place, so there is a single spot to read, test and change.',
  'Input is checked first; what follows can rely on it and stays short.',
  'The names say what a value is for, which makes comments mostly unnecessary.',
  'The last lines show a call, so that you see at once what goes in and what comes out.',
  'There is no shared state, and calling it twice gives the same result twice.',
  'Each step hands its result to the next, so you can print the value in between when something looks odd.',
];
const warnings: Bank = [
  'Try it with empty input, with a single element and with something far too large.',
  'Decide what should happen with invalid values: refusing them early is [usually|mostly] kinder than guessing.',
  'If it has to be fast, measure first; {measure} tells you more than a rewrite.',
  'Write one test for the ordinary case and one for the case that worries you.',
  'Before it goes into a larger program, check how errors reach the caller.',
  'Look up the exact behaviour in {source}, since details differ between versions.',
];
