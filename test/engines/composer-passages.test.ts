import { expect, it } from 'vitest';
import { quotePassages } from '../../src/engines/composer/passages.ts';
import { textFor } from './composer-replies.ts';

const passages = [
  '[handbook.md]\n# Refunds\n\nRefunds are paid within 14 days of the return. Shipping costs are not refunded.',
  '[tea.md]\nGreen tea is brewed at 80 degrees. Black tea takes boiling water and four minutes.',
];

it('quotes the sentences that say most about the question', () => {
  expect(quotePassages(passages, 'How long does a refund take to be paid?')).toContain(
    'Refunds are paid within 14 days of the return.',
  );
  expect(quotePassages(passages, 'How hot is green tea brewed?')).toBe('Green tea is brewed at 80 degrees.');
});

it('says nothing where no sentence has a word of the question', () => {
  expect(quotePassages(passages, 'Who painted the Mona Lisa?')).toBeUndefined();
  expect(quotePassages(passages, '')).toBeUndefined();
  expect(quotePassages([], 'tea')).toBeUndefined();
});

it.each(['\uD800', '[[[(((', 'x'.repeat(100_000), '__proto__ constructor'])(
  'takes any question: %#',
  (question) => {
    expect(() => quotePassages([...passages, question], question)).not.toThrow();
  },
);

it('answers from what was looked up, and from rules where that says nothing', () => {
  const asked = (content: string) => [{ role: 'user', content }] as const;
  expect(textFor(asked('How hot is green tea brewed?'), { passages })).toBe(
    'Green tea is brewed at 80 degrees.',
  );
  expect(textFor(asked('Hello!'), { passages })).toBe(textFor(asked('Hello!')));
});
