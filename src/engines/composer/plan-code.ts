import { findProgram } from './programs.ts';
import type { Draft, Task } from './draft.ts';
import { withHeading } from './sections.ts';
import type { Bank } from './writer.ts';

/** A fenced block of code in the language asked for, and what to know about it. */
export function planCode(task: Task, language: string): Draft {
  const { writer, analysis } = task;
  const program = findProgram(language, analysis.subject, analysis.prompt);
  const code = `\`\`\`${language}\n${program.code}\n\`\`\``;
  const isKnown = program.notes.length > 0;
  if (analysis.constraints.codeOnly === true) return { blocks: [code], spare: [], short: true };
  return {
    blocks: [
      `${writer.sentence(openings)} ${writer.sentence(isKnown ? outlooks : sketchOutlooks)}`,
      code,
      withHeading(
        task,
        ['How it works', 'Reading the code', 'What it does'],
        [...program.notes, writer.sentences(readings, isKnown ? 2 : 4)].join(' '),
      ),
      withHeading(task, ['Before you use it', 'Edge cases', 'What to watch'], writer.sentences(warnings, 4)),
      withHeading(
        task,
        ['Taking it further', 'Next steps', 'How to extend it'],
        writer.sentences(extensions, 3),
      ),
    ],
    spare: ['checks', 'pitfalls'],
    closing: writer.sentence(farewells),
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
const sketchOutlooks: Bank = [
  'It is a sketch: the frame is complete, and the rule in its middle is yours to put in.',
  'The names fit your task, and the body is a placeholder that runs.',
  'Take it as a frame: it runs as it stands, and the marked place waits for your own rule.',
];
const readings: Bank = [
  'The work is done in one place, so there is a single spot to read, test and change.',
  'Input is dealt with first; what follows can rely on it and stays short.',
  'The names say what a value is for, which makes comments mostly unnecessary.',
  'The last lines show it in use, so that you see at once what goes in and what comes out.',
  'There is no shared state, and running it twice gives the same result twice.',
  'Each step hands its result to the next, so you can [print|inspect] the value in between when something looks odd.',
  'Read it from the bottom up: the [call|use] comes last, and everything above serves it.',
  'The [happy path|ordinary case] is visible at a glance, since special cases are settled before it begins.',
  'Nothing is stored for longer than it is needed, which keeps memory and reasoning small.',
];
const warnings: Bank = [
  'Try it with empty input, with a single element and with something far too large.',
  'Decide what should happen with invalid values: refusing them early is [usually|mostly] kinder than guessing.',
  'If it has to be fast, measure first; {measure} tells you more than a rewrite.',
  'Write one test for the ordinary case and one for the case that worries you.',
  'Before it goes into a larger program, check how errors reach the caller.',
  'Look up the exact behaviour in {source}, since details differ between versions.',
  'Text from outside may hold accents, emoji or line ends you did not expect, so include some of each in a test.',
  'Beware of {mistake}; in code of this size it is the likeliest fault.',
  'A stand-in hands it out, so treat it as a draft until your own tests pass.',
];
const extensions: Bank = [
  'The next thing I would add is a test file with three cases, named after what they show.',
  'If {doing} turns out to be needed in more than one place, move it into a module of its own and keep its interface this small.',
  'For larger inputs, process them piece by piece rather than all at once.',
  'To make it configurable, pass the options as one argument, and give each a default that is safe.',
  'Ask {person} to read it once without an explanation; every question marks a name that could be better.',
  'Logging belongs at the edge, where the result is used, and not inside the function.',
  'Should the requirements grow, resist a flag that switches the behaviour; a second function is easier to name.',
  'When you adapt it, change one line at a time and run it in between.',
  'Keep the example at the end: it documents {doing} better than a comment would.',
];
const farewells: Bank = [
  'Tell me what your data looks like, and I can [fit|adapt] the example to it.',
  'If you need it in another language, name it and I will write the same thing again.',
  'Should it behave differently from what you expect, send me the input and the result that you wanted.',
  'I can add tests, types or error handling; just say which.',
];
