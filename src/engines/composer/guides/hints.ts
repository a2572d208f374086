import type { Bank } from '../writer.ts';

/** What holds for the steps of any task. */
export const hints: Bank = [
  'The first time takes about twice as long as the second, so allow for that.',
  'If you stop in between, note which step comes next.',
  'Where your situation differs, keep the order and change the details.',
  'Most trouble comes from skipping a step that looked too small to matter.',
  'Lay out what you need before you start; looking for it later costs more time than the work itself.',
  'If a step does not work, go back one step rather than pressing on.',
  'Somebody who has done it before can show you the one movement that is hard to describe.',
  'Write down what you would do differently, and the next attempt begins there.',
  'Do it once slowly and correctly before you try to be quick.',
  'Check the result while it can still be corrected.',
  'A photograph before you begin helps to put things back as they were.',
  'When you feel rushed, take the pause that the work deserves.',
  'Repeat it within a few days, and the order will stay with you.',
  'Good enough is fine for the first time; polish belongs to the third.',
];
