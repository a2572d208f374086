import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/core/message.ts';
import { createEncodings } from '../../src/generation/encodings.ts';
import { countPromptTokens } from '../../src/generation/prompt-tokens.ts';

const o200k = await createEncodings()('o200k_base');
const cl100k = await createEncodings()('cl100k_base');

// The example of OpenAI's cookbook, "How to count tokens with tiktoken": 124 tokens on gpt-4o, 129 on gpt-4.
const cookbook: readonly Message[] = [
  {
    role: 'system',
    content:
      'You are a helpful, pattern-following assistant that translates corporate jargon into plain English.',
  },
  { role: 'system', name: 'example_user', content: 'New synergies will help drive top-line growth.' },
  {
    role: 'system',
    name: 'example_assistant',
    content: 'Things working well together will increase revenue.',
  },
  {
    role: 'system',
    name: 'example_user',
    content:
      "Let's circle back when we have more bandwidth to touch base on opportunities for increased leverage.",
  },
  {
    role: 'system',
    name: 'example_assistant',
    content: "Let's talk later when we're less busy about how to do better.",
  },
  {
    role: 'user',
    content: "This late pivot means we don't have time to boil the ocean for the client deliverable.",
  },
];

const conversations: readonly (readonly Message[])[] = [
  [{ role: 'user', content: 'Hi' }],
  [{ role: 'user', content: '' }],
  [
    { role: 'developer', content: 'Talk like a pirate.' },
    { role: 'user', content: 'Are semicolons optional in JavaScript?' },
  ],
  [
    { role: 'system', content: 'Du bist höflich. 你好' },
    { role: 'user', content: 'Hallo 👋🏽', name: 'zoë' },
    { role: 'assistant', content: 'Guten Tag!' },
    { role: 'tool', content: '{"a":1}' },
  ],
  [{ role: 'user', content: 'long words and short ones, again and again. '.repeat(500) }],
];

function countByFormula(messages: readonly Message[]): number {
  const each = messages.map(
    ({ role, content, name }) =>
      3 + countTokens(role) + countTokens(content) + (name === undefined ? 0 : countTokens(name) + 1),
  );
  return each.reduce((total, count) => total + count, 3);
}

describe('countPromptTokens', () => {
  it("counts the cookbook's example as OpenAI bills it", () => {
    expect(countPromptTokens(cookbook, o200k, Infinity)).toBe(124);
    expect(countPromptTokens(cookbook, cl100k, Infinity)).toBe(129);
  });

  it('counts a greeting of one token as 8', () => {
    expect(countPromptTokens([{ role: 'user', content: 'Hi' }], o200k, Infinity)).toBe(8);
  });

  it.each(conversations)('follows the formula, conversation %#', (...messages) => {
    expect(countPromptTokens(messages, o200k, Infinity)).toBe(countByFormula(messages));
  });

  it('counts developer and system alike', () => {
    const counts = (['system', 'developer'] as const).map((role) =>
      countPromptTokens([{ role, content: 'Be brief.' }], o200k, Infinity),
    );
    expect(counts[0]).toBe(counts[1]);
  });

  it('adds 85 for each image', () => {
    const text = { role: 'user', content: 'Look!' } as const;
    const without = countPromptTokens([text], o200k, Infinity);
    expect(countPromptTokens([{ ...text, images: 2 }], o200k, Infinity)).toBe(without + 170);
  });

  it('tells the exact count up to the limit, and only that it is more beyond it', () => {
    const exact = countPromptTokens(cookbook, o200k, Infinity);
    expect(countPromptTokens(cookbook, o200k, exact)).toBe(exact);
    expect(countPromptTokens(cookbook, o200k, exact - 1)).toBeGreaterThan(exact - 1);
    const long = Array.from({ length: 100 }, (): Message => ({
      role: 'user',
      content: 'word '.repeat(5000),
    }));
    expect(countPromptTokens(long, o200k, 100)).toBeLessThan(5000);
  });
});
