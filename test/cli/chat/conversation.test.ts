import { describe, expect, it } from 'vitest';
import { createConversation } from '../../../src/cli/chat/conversation.ts';
import { readChatOptions } from '../../../src/cli/chat/options.ts';

const begin = (given: Readonly<Record<string, unknown>> = {}) =>
  createConversation(readChatOptions({ system: 'S', ...given }, {}));

const said = (conversation: ReturnType<typeof begin>, prompt: string) =>
  conversation.question(prompt).messages.map(({ content }) => content);

describe('a conversation', () => {
  it('is asked whole each time', () => {
    const conversation = begin();
    expect(said(conversation, 'one')).toEqual(['S', 'one']);
    conversation.keep('one', 'answer');
    expect(said(conversation, 'two')).toEqual(['S', 'one', 'answer', 'two']);
  });

  it('holds nothing of a question that was not kept', () => {
    const conversation = begin();
    conversation.question('one');
    expect(said(conversation, 'two')).toEqual(['S', 'two']);
  });

  it('sends a thread what is new alone, and what the model is told but once', () => {
    const conversation = begin({ thread: 't' });
    expect(said(conversation, 'one')).toEqual(['S', 'one']);
    conversation.keep('one', 'answer');
    expect(said(conversation, 'two')).toEqual(['two']);
    conversation.tell('T');
    expect(said(conversation, 'three')).toEqual(['T', 'three']);
  });

  it('begins again, in another thread where it was in one', () => {
    const [alone, threaded] = [begin(), begin({ thread: 't' })];
    for (const each of [alone, threaded]) {
      each.keep('one', 'answer');
      each.reset('fresh');
      expect(said(each, 'two')).toEqual(['S', 'two']);
    }
    expect([alone.thread, threaded.thread]).toEqual([undefined, 'fresh']);
  });

  it('asks the model that was chosen, and leaves that of a thread to the server', () => {
    const [alone, threaded] = [begin(), begin({ thread: 't' })];
    expect(alone.question('one').model).toBe('gpt-4o-mini');
    for (const each of [alone, threaded]) each.choose('m');
    expect(alone.question('one').model).toBe('m');
    expect(threaded.question('one').model).toBeUndefined();
  });
});
