import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/core/message.ts';
import type { Backend } from '../../../src/engines/gpt2/backend.ts';
import { buildPrompt, recallPrompt } from '../../../src/engines/gpt2/prompt.ts';
import { createFakeBackend, endToken } from './fake-backend.ts';

const begin = 254;
const plain = createFakeBackend({ contextLength: 100 });
const marked: Backend = { ...plain, beginning: { token: begin, always: true } };
const templated: Backend = {
  ...plain,
  facts: { ...plain.facts, hasChatTemplate: true },
  applyTemplate(messages) {
    if (messages.length === 0) throw new Error('nobody speaks');
    return plain.tokenize(messages.map(({ role, content }) => `<${role}>${content}`).join(''));
  },
};

function textOf(tokens: readonly number[]): string {
  return Buffer.from(tokens).toString();
}

const conversation: readonly Message[] = [
  { role: 'developer', content: 'Be brief.' },
  { role: 'user', content: 'One' },
  { role: 'assistant', content: 'Two' },
  { role: 'tool', content: '3' },
  { role: 'user', content: 'Four' },
];

describe('a prompt of a text', () => {
  it('is the text as it stands', () => {
    expect(buildPrompt({ text: 'Hello' }, plain, undefined)).toEqual({
      tokens: [...Buffer.from('Hello')],
      total: 5,
      isTranscript: false,
    });
  });

  it('begins with what the model wants at the beginning', () => {
    expect(buildPrompt({ text: 'A' }, marked, undefined).tokens).toEqual([begin, 65]);
    expect(buildPrompt({ text: '' }, marked, undefined).tokens).toEqual([begin]);
  });

  it('is the end of a text where nothing is there to go on with', () => {
    expect(buildPrompt({ text: '' }, plain, undefined).tokens).toEqual([endToken]);
  });

  it('is cut from the left, but for its beginning', () => {
    expect(textOf(buildPrompt({ text: 'abcdef' }, plain, 4).tokens)).toBe('cdef');
    expect(buildPrompt({ text: 'ABCD' }, marked, 3)).toEqual({
      tokens: [begin, 67, 68],
      total: 5,
      isTranscript: false,
    });
  });

  it('is read as far as it can count where it is far too long', () => {
    const text = 'x'.repeat(1_000_000);
    expect(buildPrompt({ text }, plain, undefined).total).toBeGreaterThan(100);
    expect(buildPrompt({ text }, plain, 50).tokens).toHaveLength(50);
  });
});

describe('a prompt of a conversation', () => {
  it('is a transcript where the model has no template', () => {
    const prompt = buildPrompt({ messages: conversation, recalled: 0 }, plain, undefined);
    expect(prompt.isTranscript).toBe(true);
    expect(textOf(prompt.tokens)).toBe(
      'System: Be brief.\nUser: One\nAssistant: Two\nTool: 3\nUser: Four\nAssistant:',
    );
  });

  it('follows the template of the model', () => {
    const prompt = buildPrompt({ messages: conversation, recalled: 0 }, templated, undefined);
    expect(prompt.isTranscript).toBe(false);
    expect(textOf(prompt.tokens)).toBe('<system>Be brief.<user>One<assistant>Two<user>3<user>Four');
  });

  it('tells what the template does not take', () => {
    expect(() => buildPrompt({ messages: [], recalled: 0 }, templated, undefined)).toThrow(
      "The model's chat template does not take this conversation: nobody speaks",
    );
  });

  it('loses as few of its oldest turns as will do, and keeps its instructions', () => {
    const fifty = buildPrompt({ messages: conversation, recalled: 0 }, templated, 50);
    expect(textOf(fifty.tokens)).toBe('<system>Be brief.<assistant>Two<user>3<user>Four');
    expect(fifty.total).toBe(57);
    expect(textOf(buildPrompt({ messages: conversation, recalled: 0 }, templated, 30).tokens)).toBe(
      '<system>Be brief.<user>Four',
    );
  });

  it('forgets recalled turns alone, the oldest first, and no more of them than it must', () => {
    const recall = (recalled: number, most: number): string =>
      textOf(recallPrompt({ messages: conversation, recalled }, templated, most).tokens);
    expect(recall(2, 57)).toBe('<system>Be brief.<user>One<assistant>Two<user>3<user>Four');
    expect(recall(2, 50)).toBe('<system>Be brief.<assistant>Two<user>3<user>Four');
    expect(recall(2, 10)).toBe('<system>Be brief.<user>3<user>Four');
    expect(recall(0, 10)).toBe('<system>Be brief.<user>One<assistant>Two<user>3<user>Four');
  });

  it('is cut where even its last turn is too long', () => {
    expect(textOf(buildPrompt({ messages: conversation, recalled: 0 }, templated, 6).tokens)).toBe('r>Four');
  });
});
